"""A query: the address of a search page and nothing else. Values only; the address holds all of it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol, get_args
from urllib.parse import urlencode

from search.errors import QueryError
from search.facets import FACETS, Aliases
from search.language import parse
from search.parts import weighs
from search.tree import Tree

Sort = Literal["relevance", "newest", "oldest"]
SORTS: tuple[Sort, ...] = get_args(Sort)

PAGE_SIZE = 20  # hits
HIT_LIMIT = 10_000  # OpenSearch refuses deeper pages, so no engine goes deeper
PAGE_LIMIT = HIT_LIMIT // PAGE_SIZE
VALUE_LIMIT = 200  # characters of a facet value; longer than any name
CHOICE_LIMIT = 50  # facet values at once
NO_TEXT = re.compile(r"[\ud800-\udfff]")  # what a command line makes of bytes that are not UTF-8


class Params(Protocol):
    """Parameters of an address as web frameworks hold them: a name may have several values."""

    def get(self, name: str, /) -> str | None: ...
    def getlist(self, name: str, /) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: words, chosen values as (facet, value), the first and last day (both included), order, page."""

    words: str = ""
    choices: frozenset[tuple[str, str]] = frozenset()
    since: date | None = None
    until: date | None = None
    sort: Sort = "relevance"
    page: int = 1

    @property
    def tree(self) -> Tree:
        """The words, parsed; raises QueryError."""
        return parse(self.words)

    @property
    def ordered(self) -> Sort:
        """The order that is used: where no word weighs, nothing is more relevant than anything else: newest first."""
        return self.sort if self.sort != "relevance" or self._weighs else "newest"

    @property
    def _weighs(self) -> bool:
        try:
            return weighs(self.tree)
        except QueryError:  # which is told where the results would be
            return True

    @property
    def window(self) -> slice:
        """Which of all hits in order stand on this page; none beyond HIT_LIMIT."""
        return slice(min((self.page - 1) * PAGE_SIZE, HIT_LIMIT), min(self.page * PAGE_SIZE, HIT_LIMIT))

    def values(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet, in alphabetical order."""
        return tuple(sorted(value for name, value in self.choices if name == facet))

    def sorted_by(self, sort: Sort) -> "Query":
        """In another order, from the first page."""
        return replace(self, sort=sort, page=1)

    def on_page(self, page: int) -> "Query":
        """Another page of the same."""
        return replace(self, page=page)

    def toggled(self, facet: str, value: str) -> "Query":
        """With this value chosen if it was not, and the other way round; from the first page."""
        return replace(self, choices=self.choices ^ {(facet, value)}, page=1)

    def renamed(self, aliases: Aliases) -> "Query":
        """With the values that are meant in the place of other names for them."""
        meant = ((name, value) for name, given in self.choices for value in aliases.get(name, {}).get(given, (given,)))
        return replace(self, choices=frozenset(meant))

    def without(self, name: str) -> "Query":
        """Without the first ("from") or the last ("to") of the days asked for; from the first page."""
        return replace(self, page=1, **{{"from": "since", "to": "until"}[name]: None})  # type: ignore[arg-type]

    def with_words(self, words: str) -> "Query":
        """Other words, all else the same; from the first page."""
        return replace(self, words=words, page=1)

    def cleared(self) -> "Query":
        """The words alone, nothing chosen."""
        return Query(self.words)

    def days(self) -> dict[str, date | None]:
        """The first and the last of the days asked for, by the parameters' names."""
        return {"from": self.since, "to": self.until}

    def params(self) -> list[tuple[str, str]]:
        """The address's parameters, in a fixed order, without those that say nothing."""
        chosen = [(f.name, value) for f in FACETS for value in self.values(f.name)]
        days = [(name, str(day or "")) for name, day in self.days().items()]
        rest = [("sort", self.sort if self.sort != SORTS[0] else ""), ("page", str(self.page) if self.page > 1 else "")]
        return [(name, value) for name, value in [("q", self.words), *chosen, *days, *rest] if value]

    def address(self, page: str = "/search") -> str:
        """The address of this query's page."""
        params = urlencode(self.params())
        return f"{page}?{params}" if params else page

    @classmethod
    def from_params(cls, params: Params) -> "Query":
        """The query of an address; raises QueryError, which names the parameter at fault."""
        since, until = _day(params, "from"), _day(params, "to")
        if since and until and since > until:
            raise QueryError(f"The days are the wrong way round: {since} comes after {until}.", "from, to")
        return cls(
            words=(params.get("q") or "").strip(),
            choices=_choices(params),
            since=since,
            until=until,
            sort=_sort(params),
            page=_page(params),
        )


def _choices(params: Params) -> frozenset[tuple[str, str]]:
    choices = frozenset((f.name, value) for f in FACETS for value in params.getlist(f.name) if value)
    if len(choices) > CHOICE_LIMIT:
        raise QueryError(f"More than {CHOICE_LIMIT} values are chosen at once; take some away.")
    for name, value in choices:
        if NO_TEXT.search(value):
            raise QueryError(f"The {name} holds a character that is no text; take it out.", name)
        if len(value) > VALUE_LIMIT:
            raise QueryError(f"“{value[:40]}…” is too long for a {name}; {VALUE_LIMIT} characters is the limit.", name)
    return choices


def _day(params: Params, name: str) -> date | None:
    given = (params.get(name) or "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise QueryError(f"“{given[:40]}” is no day; write “{name}” as 2024-05-31.", name) from None


def _sort(params: Params) -> Sort:
    given = params.get("sort") or SORTS[0]
    for sort in SORTS:
        if sort == given:
            return sort
    raise QueryError(f"“{given[:40]}” is no order; “sort” is one of {', '.join(SORTS)}.", "sort")


def _page(params: Params) -> int:
    given = (params.get("page") or "1").strip()
    if not (given.isascii() and given.isdigit() and len(given) < 9 and int(given) > 0):
        raise QueryError(f"“{given[:40]}” is no page; “page” is a number from 1.", "page")
    if int(given) > PAGE_LIMIT:
        raise QueryError(
            f"Pages end at {PAGE_LIMIT} ({HIT_LIMIT:,} hits); narrow the search by words, speaker or date.", "page"
        )
    return int(given)
