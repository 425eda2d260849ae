"""Preferences: how a visitor wants the page, kept in one small cookie; and in which language a request is answered."""

from collections.abc import Collection, Mapping
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
    wanted = preferences().language or request.accept_languages.best_match(LANGUAGES, ENGLISH.code)
    g.language = LANGUAGES[wanted]
    return LANGUAGES[wanted]
