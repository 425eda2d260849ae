"""Translating: what the program says, in the language of the page. A message is English, with places: %(name)s."""

from collections.abc import Callable
from datetime import date

from flask import Flask, Response, request
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from search.sentences import Sentence, filled
from web import figures
from web.figures import day, number
from web.languages import LANGUAGES
from web.preferences import language, preferences


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for it
    """A message that stands in a table and is translated where it is shown."""
    return message


def gettext(message: str, /, **values: object) -> str:
    """
    >>> gettext("by %(name)s", name="Ann Lee")
    'by Ann Lee'
    """
    return language().words.gettext(message) % values


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for a word that may mean several things; the context says which, and is not shown."""
    return language().words.pgettext(context, message) % values


def ngettext(one: str, many: str, num: int, /, **values: object) -> str:
    """
    >>> [ngettext("%(num)s article", "%(num)s articles", n) for n in (1, 1200)]
    ['1 article', '1,200 articles']
    """
    return language().words.ngettext(one, many, num) % {"num": number(num), **values}


def npgettext(context: str, one: str, many: str, num: int, /, **values: object) -> str:
    """Both at once."""
    return language().words.npgettext(context, one, many, num) % {"num": number(num), **values}


def translated(text: str) -> str:
    """A text from elsewhere in the program, if there is a translation: a label from a table, a Sentence of `search`.

    >>> translated(Sentence("{count} words, 100% of all", count=1234))
    '1,234 words, 100% of all'
    """
    if not text:
        return text  # gettext keeps its header under ""
    if not isinstance(text, Sentence):
        return language().words.gettext(text)
    return filled(language().words.gettext(text.template), {n: _shown(v) for n, v in text.values.items()})


def _shown(value: object) -> str:
    match value:
        case int():
            return number(value)
        case date():
            return day(value)
        case _:
            return str(value)


def register(app: Flask) -> None:
    """Give an app's templates these words, and its answers the headers that name their language."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    words = {say.__name__: _escaping(say) for say in (gettext, ngettext, pgettext, npgettext)}
    app.jinja_env.globals.update(words, _=words["gettext"])
    app.jinja_env.filters.update(translated=translated, **{f.__name__: f for f in FIGURES})
    app.context_processor(lambda: {"language": language(), "languages": LANGUAGES, "preferences": preferences()})
    app.after_request(_with_language)


FIGURES = (figures.number, figures.percent, figures.day, figures.month, figures.short_month)


def _escaping(say: Callable[..., str]) -> Callable[..., str]:
    """For templates: the message may hold tags, for it is ours; what is put into it is escaped."""

    @pass_eval_context
    def said(context: EvalContext, *message: object, **values: object) -> str:
        if not context.autoescape:
            return say(*message, **values)
        return Markup(say(*message, **{name: escape(value) for name, value in values.items()}))  # noqa: S704

    return said


def _with_language(response: Response) -> Response:
    if request.endpoint != "static":
        response.vary.update(("Accept-Language", "Cookie"))
    if response.mimetype == "text/html":
        response.content_language.add(language().code)
    return response
