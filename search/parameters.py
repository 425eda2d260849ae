"""Parameters: what the address of a page says, read and checked; each error names the parameter at fault."""

import re
from datetime import date
from typing import Protocol, TypeVar

from search.errors import QueryError
from search.facets import FACETS

Choices = frozenset[tuple[str, str]]  # each a facet's name and a value
T = TypeVar("T", bound=str)

VALUE_LIMIT = 200  # characters of a facet value; longer than any name
CHOICE_LIMIT = 50  # values of a facet at once, and paragraphs that are kept or opened
PLACE_LIMIT = 320  # characters of a paragraph's place; the id of an article has 300 at most
NOT = "not-"  # before the name of a facet: values that are excluded
PLACE_FORM = r"[^\x00-\x1f\x7f]+~[0-9]{1,7}"
PLACE = re.compile(PLACE_FORM)
NO_TEXT = re.compile(r"[\ud800-\udfff]")  # what a command line makes of bytes that are not UTF-8


class Params(Protocol):
    """Parameters of an address as web frameworks hold them: a name may have several values."""

    def get(self, name: str, /) -> str | None: ...
    def getlist(self, name: str, /) -> list[str]: ...


def choices_in(params: Params, before: str = "") -> Choices:
    """The values of facets, whose names stand behind `before`."""
    given = {facet.name: params.getlist(before + facet.name) for facet in FACETS}
    for name, values in given.items():
        if len(values) > CHOICE_LIMIT:
            raise QueryError(
                "More than {limit} values are chosen at once; take some away.", before + name, limit=CHOICE_LIMIT
            )
    choices = frozenset((name, value) for name, values in given.items() for value in values if value)
    for name, value in choices:
        if NO_TEXT.search(value):
            raise QueryError("The {part} holds a character that is no text; take it out.", name)
        if len(value) > VALUE_LIMIT:
            raise QueryError(
                "“{given}…” is too long for a {part}; {limit} characters is the limit.",
                name,
                given=value[:40],
                limit=VALUE_LIMIT,
            )
    return choices


def places_in(params: Params, name: str) -> tuple[str, ...]:
    """Paragraphs, each as the id of its article, "~" and its number."""
    given = params.getlist(name)
    if len(given) > CHOICE_LIMIT:
        raise QueryError(
            "More than {limit} paragraphs are named by “{part}”; take some away.", name, limit=CHOICE_LIMIT
        )
    places = tuple(dict.fromkeys(filter(None, given)))
    for place in places:
        if not PLACE.fullmatch(place) or NO_TEXT.search(place) or len(place) > PLACE_LIMIT:
            raise QueryError("“{given}” is no paragraph; write “{part}” as ARTICLE~NUMBER.", name, given=place[:40])
    return places


def day_in(params: Params, name: str) -> date | None:
    """A day."""
    given = (params.get(name) or "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise QueryError("“{given}” is no day; write “{part}” as 2024-05-31.", name, given=given[:40]) from None


def one_of(known: tuple[T, ...], params: Params, name: str) -> T:
    """One of the values that are known, the first where none is given."""
    given = params.get(name) or known[0]
    for one in known:
        if one == given:
            return one
    raise QueryError(
        "“{given}” is not known; “{part}” is one of {known}.", name, given=given[:40], known=", ".join(known)
    )


def page_in(params: Params, limit: int, hits: int) -> int:
    """The number of a page, of which there are so many at most."""
    given = (params.get("page") or "1").strip()
    if not (given.isascii() and given.isdigit() and len(given) < 9 and int(given) > 0):
        raise QueryError("“{given}” is no page; “page” is a number from 1.", "page", given=given[:40])
    if int(given) > limit:
        raise QueryError(
            "Pages end at {last} ({hits} hits); narrow the search by words, speaker or date.",
            "page",
            last=limit,
            hits=hits,
        )
    return int(given)
