"""Preferences: how a visitor wants the page, kept in one small cookie; and in which language a request is answered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import parse_qsl, urlencode

from flask import g, has_request_context, request

from web.languages import ENGLISH, LANGUAGES, Language

COOKIE = "onrecord"
LONGEST = 200  # characters of a cookie that are looked at; ours has fifty

CHOICES: Mapping[str, Collection[str]] = {
    "theme": ("auto", "light", "dark"),
    "language": ("", *LANGUAGES),
    "keys": ("on", "off"),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """The theme, the language ("" is the browser's), and whether single keys do something; each one of CHOICES."""

    theme: str = "auto"
    language: str = ""
    keys: str = "on"

    @classmethod
    def of_cookie(cls, text: str) -> "Preferences":
        """What a cookie says, as far as it makes sense.

        >>> Preferences.of_cookie("theme=dark&keys=perhaps&colour=red")
        Preferences(theme='dark', language='', keys='on')
        """
        return cls().changed(dict(parse_qsl(text[:LONGEST])))

    def changed(self, chosen: Mapping[str, str]) -> "Preferences":
        """With what is chosen; what is no choice changes nothing."""
        return replace(self, **{name: chosen[name] for name, known in CHOICES.items() if chosen.get(name) in known})

    def cookie(self) -> str:
        """The cookie that says this.

        >>> Preferences(language="de").cookie()
        'theme=auto&language=de&keys=on'
        """
        return urlencode(asdict(self))


def preferences() -> Preferences:
    """The preferences of whoever asks."""
    if "preferences" not in g:
        g.preferences = Preferences.of_cookie(request.cookies.get(COOKIE, ""))
    found: Preferences = g.preferences
    return found


def language() -> Language:
    """The language to answer in: the one that was chosen, or the browser's, or English; English where nobody asks."""
    try:
        found: Language = g.language  # hundreds of words of a page ask for it
    except (AttributeError, RuntimeError):
        found = _wanted()
    return found


def _wanted() -> Language:
    if not has_request_context():
        return ENGLISH
    wanted = LANGUAGES.get(preferences().language) or spoken(request.accept_languages)
    g.language = wanted
    return wanted


def spoken(accepted: Iterable[tuple[str, float]]) -> Language:
    """The first language of these, the most welcome first, that there is; near relatives count: de for de-AT.

    >>> spoken([("fr", 1), ("de-AT", 0.9), ("en", 0.8)]).code, spoken([("en-US", 1), ("de", 0.9)]).code
    ('de', 'en')
    """
    for tag, quality in accepted:
        wanted = tag.replace("_", "-").lower()
        near = [known for code, known in LANGUAGES.items() if _family(code) == _family(wanted)]
        if near and quality > 0:
            return next((known for known in near if known.code.lower() == wanted), near[0])
    return ENGLISH


def _family(code: str) -> str:
    return code.partition("-")[0]
