"""Links: the addresses of a page's neighbours, relative to the page, put together fast, for a page has hundreds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from urllib.parse import quote, quote_plus

from search.facets import FACETS
from search.model import Article, Paragraph
from search.parameters import NOT
from search.query import PAGE_SIZE, Query, Sort, View
from search.results import Hit

PLACEHOLDER = "\x00"  # no value has it; where it stands in an address, a value goes
HELD = quote_plus(PLACEHOLDER)
FIRST, LAST = date.min, date.max  # the same for the days
BEYOND = 10**9  # the same for the page
ORDER = tuple(facet.name for facet in FACETS)
NO_LETTER = re.compile(r"[^\w-]|_")


@dataclass(frozen=True, slots=True)
class Links:
    """Links from the page of a query to another one: relative, unless the path is named.

    Each says the same as the `address` of the query that it leads to.
    """

    query: Query
    path: str = ""
    _around: dict[str, tuple[str, ...]] = field(default_factory=dict)  # what stands before a value, and after it

    def to(self, query: Query) -> str:
        """Another query's page."""
        return query.address(self.path) or "?"

    def toggled(self, facet: str, value: str) -> str:
        """With a value chosen, or no longer."""
        if not self._is_chosen(facet):
            before, after = self._parts(f"{facet}={HELD}", lambda: self.query.toggled(facet, PLACEHOLDER))
            return f"{before}{facet}={_quoted(value)}{after}"
        return self._with(facet, set(self.query.values(facet)) ^ {value}, set(self.query.unwanted(facet)) - {value})

    def excluding(self, facet: str, value: str) -> str:
        """With a value excluded, or no longer."""
        return self._with(facet, set(self.query.values(facet)) - {value}, set(self.query.unwanted(facet)) ^ {value})

    def sorted_by(self, sort: Sort) -> str:
        """In another order."""
        return self.to(self.query.sorted_by(sort))

    def viewed(self, view: View) -> str:
        """Shown in another way."""
        return self.to(self.query.viewed(view))

    def on_page(self, page: int) -> str:
        """Another page."""
        if page == 1:
            return self.to(self.query.on_page(1))
        before, after = self._parts(f"page={BEYOND}", lambda: self.query.on_page(BEYOND))
        return f"{before}page={page}{after}"

    def between(self, since: date | None, until: date | None) -> str:
        """Between two days."""
        if not (since and until):
            return self.to(self.query.between(since, until))
        before, after = self._parts(f"from={FIRST}&to={LAST}", lambda: self.query.between(FIRST, LAST))
        return f"{before}from={since}&to={until}{after}"

    def opening(self, place: str) -> str:
        """With a paragraph's neighbours shown, or no longer; the page stays where it is."""
        if place in self.query.opened:
            return f"{self.to(self.query.opening(place))}#{anchor(place)}"
        before, after = self._parts(f"open={HELD}", lambda: self.query.opening(PLACEHOLDER))
        return f"{before}open={_quoted(place)}{after}#{anchor(place)}"

    def keeping(self, place: str) -> str:
        """With a paragraph put aside, or no longer; the page stays where it is."""
        if place in self.query.kept:
            return f"{self.to(self.query.keeping(place))}#{anchor(place)}"
        before, after = self._parts(f"keep={HELD}", lambda: self.query.keeping(PLACEHOLDER))
        return f"{before}keep={_quoted(place)}{after}#{anchor(place)}"

    def _is_chosen(self, facet: str) -> bool:
        """Whether a value of a facet is chosen, or left out."""
        return any(name == facet for name, _ in (*self.query.choices, *self.query.excluded))

    def _parts(self, held: str, query: Callable[[], Query]) -> tuple[str, ...]:
        """What stands in an address before, and after, what is held in it."""
        if held not in self._around:
            before, _, after = query().address(self.path).partition(held)
            self._around[held] = before, after
        return self._around[held]

    def _with(self, facet: str, chosen: set[str], unwanted: set[str]) -> str:
        """The address with these values of a facet chosen and excluded."""
        if facet not in self._around:
            self._around[facet] = self._beside(facet)
        before, between, after = self._around[facet]
        own = "&".join([f"{facet}={_quoted(value)}" for value in sorted(chosen)])
        out = "&".join([f"{NOT}{facet}={_quoted(value)}" for value in sorted(unwanted)])
        said = "&".join(filter(None, (before, own, between, out, after)))
        return f"{self.path}?{said}" if said else self.path or "?"

    def _beside(self, facet: str) -> tuple[str, ...]:
        """What an address says before the chosen values of a facet, before the excluded ones, and after them."""
        earlier = ORDER[: ORDER.index(facet)]
        between = dict.fromkeys((*ORDER, *(NOT + name for name in earlier)), 1)
        places = between | dict.fromkeys(("q", *earlier), 0)
        said: tuple[list[str], ...] = [], [], []
        for name, value in self.query.free_of(facet).params():
            said[places.get(name, 2)].append(f"{name}={quote_plus(value)}")
        return tuple(map("&".join, said))


@lru_cache(maxsize=20_000)
def anchor(place: str) -> str:
    """The name of a hit on its page, by its place; of two places never the same.

    >>> anchor("news/Day 9~12")
    'h-news_2f_Day_20_9_7e_12'
    """
    return "h-" + NO_LETTER.sub(lambda mark: f"_{ord(mark[0]):x}_", place)


def place_of(article: Article, paragraph: Paragraph) -> str:
    """A paragraph's place: what it is called in addresses."""
    return f"{article.id}~{paragraph.number}"


@lru_cache(maxsize=20_000)
def article_path(id: str) -> str:
    """The page of an article."""
    return f"/article/{quote(id)}"


@lru_cache(maxsize=20_000)
def speaker_path(name: str) -> str:
    """The page of a speaker."""
    return f"/speaker/{quote(name)}"


@lru_cache(maxsize=20_000)
def outlet_path(name: str) -> str:
    """The page of an outlet."""
    return f"/outlet/{quote(name)}"


def kept_path(place: str) -> str:
    """The page of one paragraph that is to be cited."""
    return f"/kept?keep={_quoted(place)}"


def result_path(query: Query, hit: Hit, number: int) -> str:
    """A result, counted from 1, on the page of its article."""
    page = replace(query, page=1 + (number - 1) // PAGE_SIZE).address(article_path(hit.article.id))
    return f"{page}{'&' if '?' in page else '?'}hit={number}#p{hit.paragraph.number}"


def hidden(query: Query, *but: str) -> Iterator[tuple[str, str]]:
    """What a form must carry along that asks for something else: all of a query but what the form itself asks."""
    return ((name, value) for name, value in query.params() if name not in {*but, "page", "open"})


@lru_cache(maxsize=20_000)
def _quoted(value: str) -> str:
    return quote_plus(value)
