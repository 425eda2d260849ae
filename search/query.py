"""A query: the address of a search page and nothing else. Values only; the address holds all of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from search.errors import QueryError
from search.facets import FACETS, Aliases
from search.language import parse
from search.parameters import NOT, Choices, Params, choices_in, day_in, one_of, page_in, places_in
from search.parts import weighs
from search.tree import Tree

Sort = Literal["relevance", "newest", "oldest"]
SORTS: tuple[Sort, ...] = get_args(Sort)
View = Literal["paragraphs", "articles", "speakers"]
VIEWS: tuple[View, ...] = get_args(View)

PAGE_SIZE = 20  # hits
HIT_LIMIT = 10_000  # OpenSearch refuses deeper pages, so no engine goes deeper
PAGE_LIMIT = HIT_LIMIT // PAGE_SIZE
DAYS_LIMIT = 31  # one month, whose days are told apart as bars


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and how it is shown: all that the address of a page holds.

    Words; chosen values, of which a paragraph has one in each facet, and excluded ones, of which it has none; the first
    and last day (both included); the order; by paragraph, folded by article, or by speaker; the page. `opened` are the
    paragraphs that are shown with their neighbours, `kept` those that a reader has put aside, each as its place:
    the article's id, "~" and the paragraph's number.
    """

    words: str = ""
    choices: Choices = frozenset()
    excluded: Choices = frozenset()
    since: date | None = None
    until: date | None = None
    sort: Sort = "relevance"
    view: View = "paragraphs"
    page: int = 1
    opened: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

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

    @property
    def by_day(self) -> bool:
        """Whether so few days are asked for that each may be counted."""
        return bool(self.since and self.until and self.until - self.since < timedelta(DAYS_LIMIT))

    @property
    def narrowed(self) -> bool:
        """Whether anything but words narrows it."""
        return bool(self.choices or self.excluded or self.since or self.until)

    def values(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet, in alphabetical order."""
        return _of(facet, self.choices)

    def unwanted(self, facet: str) -> tuple[str, ...]:
        """The excluded values of a facet, in alphabetical order."""
        return _of(facet, self.excluded)

    def sorted_by(self, sort: Sort) -> "Query":
        """In another order, from the first page."""
        return self._anew(sort=sort)

    def viewed(self, view: View) -> "Query":
        """Shown in another way, from the first page."""
        return self._anew(view=view)

    def on_page(self, page: int) -> "Query":
        """Another page of the same."""
        return replace(self, page=page, opened=())

    def toggled(self, facet: str, value: str) -> "Query":
        """With this value chosen if it was not, and the other way round; no longer excluded; from the first page."""
        own = {(facet, value)}
        return self._anew(choices=self.choices ^ own, excluded=self.excluded - own)

    def excluding(self, facet: str, value: str) -> "Query":
        """With this value excluded if it was not, and the other way round; no longer chosen; from the first page."""
        own = {(facet, value)}
        return self._anew(choices=self.choices - own, excluded=self.excluded ^ own)

    def free_of(self, facet: str) -> "Query":
        """With no value of this facet chosen or excluded; from the first page."""
        kept, out = (frozenset(c for c in some if c[0] != facet) for some in (self.choices, self.excluded))
        return self._anew(choices=kept, excluded=out)

    def renamed(self, aliases: Aliases) -> "Query":
        """With the values that are meant in the place of other names for them."""
        return replace(self, choices=_meant(self.choices, aliases), excluded=_meant(self.excluded, aliases))

    def without(self, name: str) -> "Query":
        """Without the first ("from") or the last ("to") of the days asked for; from the first page."""
        return self._anew(**{{"from": "since", "to": "until"}[name]: None})

    def between(self, since: date | None, until: date | None) -> "Query":
        """Between two other days, both included; from the first page."""
        return self._anew(since=since, until=until)

    def with_words(self, words: str) -> "Query":
        """Other words, all else the same; from the first page."""
        return self._anew(words=words)

    def opening(self, place: str) -> "Query":
        """With this paragraph's neighbours shown if they were not, and the other way round."""
        return replace(self, opened=_toggled(self.opened, place))

    def keeping(self, place: str) -> "Query":
        """With this paragraph put aside if it was not, and the other way round."""
        return replace(self, kept=_toggled(self.kept, place))

    def cleared(self) -> "Query":
        """The words alone, nothing chosen; what was put aside stays so."""
        return Query(self.words, kept=self.kept)

    def _anew(self, **changed: Any) -> "Query":
        first: dict[str, Any] = {"page": 1, "opened": ()}
        return replace(self, **first | changed)

    def days(self) -> dict[str, date | None]:
        """The first and the last of the days asked for, by the parameters' names."""
        return {"from": self.since, "to": self.until}

    def params(self) -> list[tuple[str, str]]:
        """The address's parameters, in a fixed order, without those that say nothing."""
        chosen = _by_facet(self.choices)
        without = [(NOT + name, value) for name, value in _by_facet(self.excluded)]
        days = [(name, str(day or "")) for name, day in self.days().items()]
        sort = ("sort", self.sort if self.sort != SORTS[0] else "")
        view = ("view", self.view if self.view != VIEWS[0] else "")
        page = ("page", str(self.page) if self.page > 1 else "")
        places = [*(("open", place) for place in self.opened), *(("keep", place) for place in self.kept)]
        given = [("q", self.words), *chosen, *without, *days, sort, view, page, *places]
        return [(name, value) for name, value in given if value]

    def address(self, page: str = "/search") -> str:
        """The address of this query's page."""
        params = urlencode(self.params())
        return f"{page}?{params}" if params else page

    @classmethod
    def from_params(cls, params: Params) -> "Query":
        """The query of an address; raises QueryError, which names the parameter at fault."""
        since, until = day_in(params, "from"), day_in(params, "to")
        if since and until and since > until:
            raise QueryError(
                "The days are the wrong way round: {since} comes after {until}.", "from, to", since=since, until=until
            )
        return cls(
            words=(params.get("q") or "").strip(),
            choices=choices_in(params),
            excluded=choices_in(params, NOT),
            since=since,
            until=until,
            sort=one_of(SORTS, params, "sort"),
            view=one_of(VIEWS, params, "view"),
            page=page_in(params, PAGE_LIMIT, HIT_LIMIT),
            opened=places_in(params, "open"),
            kept=places_in(params, "keep"),
        )


def _of(facet: str, choices: Choices) -> tuple[str, ...]:
    return tuple(sorted(value for name, value in choices if name == facet))


def _by_facet(choices: Choices) -> list[tuple[str, str]]:
    """In the order of the facets, then of the alphabet; most addresses have none, and a page has dozens of them."""
    return [(f.name, value) for f in FACETS for value in _of(f.name, choices)] if choices else []


def _meant(choices: Choices, aliases: Aliases) -> Choices:
    return frozenset((name, value) for name, given in choices for value in aliases.get(name, {}).get(given, (given,)))


def _toggled(places: tuple[str, ...], place: str) -> tuple[str, ...]:
    return tuple(p for p in places if p != place) if place in places else (*places, place)
