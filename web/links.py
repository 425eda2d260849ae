"""Links: the addresses of a page's neighbours, relative to the page, put together fast, for a page has hundreds."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from urllib.parse import quote, quote_plus

from search.model import Article, Paragraph
from search.parameters import NOT
from search.query import PAGE_SIZE, Query, Sort, View
from search.results import Hit

PLACEHOLDER = "\x00"  # no value has it; where it stands in an address, a value goes


@dataclass(frozen=True, slots=True)
class Links:
    """Links from the page of a query to another one: relative, unless the path is named.

    Each says the same as the `address` of the query that it leads to.
    """

    query: Query
    path: str = ""
    _around: dict[tuple[str, bool], tuple[str, str] | None] = field(default_factory=dict)

    def to(self, query: Query) -> str:
        """Another query's page."""
        return query.address(self.path) or "?"

    def toggled(self, facet: str, value: str) -> str:
        """With a value chosen, or no longer."""
        return self._with(facet, value) or self.to(self.query.toggled(facet, value))

    def excluding(self, facet: str, value: str) -> str:
        """With a value excluded, or no longer."""
        return self._with(facet, value, excluded=True) or self.to(self.query.excluding(facet, value))

    def sorted_by(self, sort: Sort) -> str:
        """In another order."""
        return self.to(self.query.sorted_by(sort))

    def viewed(self, view: View) -> str:
        """Shown in another way."""
        return self.to(self.query.viewed(view))

    def on_page(self, page: int) -> str:
        """Another page."""
        return self.to(self.query.on_page(page))

    def between(self, since: date | None, until: date | None) -> str:
        """Between two days."""
        return self.to(self.query.between(since, until))

    def opening(self, place: str) -> str:
        """With a paragraph's neighbours shown, or no longer; the page stays where it is."""
        return f"{self.to(self.query.opening(place))}#{anchor(place)}"

    def keeping(self, place: str) -> str:
        """With a paragraph put aside, or no longer; the page stays where it is."""
        return f"{self.to(self.query.keeping(place))}#{anchor(place)}"

    def _with(self, facet: str, value: str, *, excluded: bool = False) -> str:
        """The address with one more value; "" where the facet has values already, whose order would matter."""
        key = facet, excluded
        if key not in self._around:
            self._around[key] = self._parts(facet, excluded=excluded)
        parts = self._around[key]
        return f"{parts[0]}{_quoted(value)}{parts[1]}" if parts else ""

    def _parts(self, facet: str, *, excluded: bool) -> tuple[str, str] | None:
        """What stands before and after one more value of a facet."""
        if self.query.values(facet) or self.query.unwanted(facet):
            return None
        query = self.query.excluding(facet, PLACEHOLDER) if excluded else self.query.toggled(facet, PLACEHOLDER)
        before, _, after = query.address(self.path).partition(
            f"{NOT if excluded else ''}{facet}={quote_plus(PLACEHOLDER)}"
        )
        return f"{before}{NOT if excluded else ''}{facet}=", after


def anchor(place: str) -> str:
    """The name of a hit on its page, by its place; of two places never the same.

    >>> anchor("news/Day 9~12")
    'h-news_2f_Day_20_9_7e_12'
    """
    return "h-" + "".join(c if c.isalnum() or c == "-" else f"_{ord(c):x}_" for c in place)


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
    return Query(kept=(place,)).address("/kept")


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
