"""Wording: the words of the program's tables, such as a facet's heading, in the language of the page."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import get_args

from babel import Locale
from flask import Flask

from search.amending import RULE
from search.attribution.cues import ACTS
from search.attribution.english import NOTE
from search.attribution.rules import Rule
from search.completing import KINDS
from search.facets import FACETS, Facet
from search.model import Article, ParagraphKind, StatementKind
from search.query import SORTS, VIEWS
from search.suggesting.relaxing import Relaxed
from web.preferences import language
from web.translating import gettext


def tables() -> Mapping[str, Iterable[str]]:
    """The words of each table, by what they are: the context in which a translator finds them."""
    values = {f"value of {facet.name}": facet.labels.values() for facet in FACETS}
    kinds = {"kind of paragraph": get_args(ParagraphKind), "kind of statement": get_args(StatementKind)}
    own = {"facet": [facet.label for facet in FACETS], "order": SORTS, "view": VIEWS, "act": ACTS, "completion": KINDS}
    own |= {"rule": [*filter(None, get_args(Rule)), RULE]}
    return {**own, **values, **kinds}


def worded(word: str, table: str) -> str:
    """A word of a table, such as `"newest"|worded("order")`.

    >>> worded("newest", "order")
    'newest'
    """
    return language().words.pgettext(table, word)


def heading(facet: Facet) -> str:
    """What stands over a facet."""
    return worded(facet.label, "facet")


def title(value: str, facet: Facet) -> str:
    """What is read for a value; a name is left alone, even where it reads like a label."""
    if label := facet.labels.get(value):
        return worded(label, f"value of {facet.name}")
    return language_name(value) if facet.name == "language" else value


@lru_cache(1024)
def _name_of(code: str, locale: str) -> str:
    return str(Locale.parse(locale).languages.get(code, code))


def language_name(code: str) -> str:
    """What a language is called in the language of the page.

    >>> language_name("de"), language_name("xx")
    ('German', 'xx')
    """
    return _name_of(code, language().locale)


def noted(article: Article) -> Iterator[str]:
    """What is to be said of an article as it was read, as sentences."""
    code = article.language.value or ""
    for note in article.notes:
        if note == NOTE.format(code):
            called = language_name(code)
            yield gettext("Who speaks is worked out in English only; this article is in %(language)s.", language=called)
        else:
            yield f"{note[:1].upper()}{note[1:]}."


def relaxing(less: Relaxed) -> str:
    """What would be dropped from a query, as a reader would say it."""
    match less.dropped:
        case "choice":
            facet = next(facet for facet in FACETS if facet.name == less.facet)
            values = ", ".join(title(value, facet) for value in less.values)
            return gettext("whatever the %(facet)s, not only %(values)s", facet=heading(facet), values=values)
        case "days":
            return gettext("on any day")
        case "word":
            return gettext("without %(word)s", word=less.values[0])
        case "some":
            return gettext("any one of the words")
        case "words":
            return gettext("whatever the words")
        case "filters":
            return gettext("the words alone, nothing else chosen")


def register(app: Flask) -> None:
    """Give an app's templates these words."""
    app.jinja_env.filters.update(worded=worded, heading=heading, title_of=title, noted=noted)
