"""Found: all that a page of results shows, worked out before the template prints it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from search.engine import Engine
from search.facets import FACETS, Facet
from search.model import Article, Paragraph
from search.parameters import Choices
from search.query import PAGE_SIZE, VIEWS, Query, View
from search.results import Hit, Results
from search.tree import Tree
from web.links import Links, article_path, hidden
from web.timeline import Timeline, timeline

SHOWN, SHOWN_CLOSED = 7, 4  # values of a facet, where it stands open and where it is to be opened
SEARCHED = 15  # values; of more than these one is looked for by typing, fewer are read through
OPEN = frozenset({"speaker", "outlet"})  # facets that stand open
FRAME = frozenset({"outlet", "language"})  # facets that say among which articles one searches, not for what
FEW = 5  # results, of which one asks whether another spelling was meant

Neighbours = tuple[Paragraph | None, Paragraph | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker among those who say what was looked for: how often, how often in 1,000 articles, and the best hit."""

    name: str
    count: int
    rate: float
    share: float  # in percent of the one who says it most
    hit: Hit


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `query` is what the address of the page says, `scope` what its path says beside that."""

    query: Query
    scope: Choices
    results: Results
    links: Links
    timeline: Timeline | None
    neighbours: Mapping[str, Neighbours]
    heard: Sequence[Heard]
    seconds: float
    _asked: str

    @property
    def tree(self) -> Tree:
        """What is looked for in a text."""
        return self.query.tree

    @property
    def within(self) -> Query:
        """The query with what the path of the page says."""
        return replace(self.query, choices=self.query.choices | self.scope)

    @property
    def views(self) -> tuple[View, ...]:
        """The ways to show results; on the page of one speaker there is no other to compare with."""
        alone = any(facet == "speaker" for facet, _ in self.scope)
        return tuple(view for view in VIEWS if not (alone and view == "speakers"))

    @property
    def facets(self) -> Iterator[tuple[Facet, int]]:
        """The facets to show, and how many values of each: those that leave a choice, or in which one was made."""
        for facet in FACETS:
            chosen = len(self.query.values(facet.name)) + len(self.query.unwanted(facet.name))
            implied = any(name == facet.name for name, _ in self.scope)
            if (chosen or len(self.results.facets[facet.name]) > 1) and not implied:
                yield facet, chosen + (SHOWN if facet.name in OPEN else SHOWN_CLOSED)

    def stands_open(self, facet: Facet) -> bool:
        """Whether a facet's values are seen at once."""
        return facet.name in OPEN or bool(self.query.values(facet.name) or self.query.unwanted(facet.name))

    def is_searched(self, facet: Facet) -> bool:
        """Whether a facet has so many values that one types the name of the one to find."""
        return len(self.results.facets[facet.name]) > SEARCHED

    def hidden(self) -> Iterator[tuple[str, str]]:
        """What a form must carry along that asks on another page for something else."""
        return hidden(self.within)

    def all_of(self, facet: Facet) -> str:
        """The page of all values of a facet."""
        return f"/facet/{facet.name}{self._asked.rstrip('?&')}"

    def as_file(self, suffix: str) -> str:
        """The same results in another form."""
        return replace(self.within, opened=(), kept=()).address(f"/search.{suffix}")

    def said_by(self, name: str) -> str:
        """The paragraphs of one speaker among these results."""
        return self.links.to(self.query.free_of("speaker").toggled("speaker", name).viewed("paragraphs"))

    def unfolded(self, hit: Hit) -> str:
        """All hits in the article of one, on its page."""
        return f"{article_path(hit.article.id)}{self._asked.rstrip('?&')}#p{hit.paragraph.number}"

    def article(self, hit: Hit, at: int) -> str:
        """Where a hit, by its place on the page from 1, stands in its article; that page knows the way back."""
        number = self.query.window.start + at
        return f"{article_path(hit.article.id)}{self._asked}hit={number}#p{hit.paragraph.number}"


def find(engine: Engine, query: Query, scope: Choices = frozenset(), path: str = "") -> Found:
    """What a query finds within a scope, shown on this page or at a path; raises QueryError and IndexUnusable."""
    started = perf_counter()
    results = engine.search(replace(query, choices=query.choices | scope))
    shown = replace(query, choices=results.query.choices - scope, excluded=results.query.excluded)
    links = Links(shown, path)
    return Found(
        shown,
        scope,
        results,
        links,
        timeline(results, shown, links),
        {place: neighbours(engine, place) for place in query.opened},
        tuple(heard(engine, results)) if query.view == "speakers" else (),
        perf_counter() - started,
        f"{asked}&" if (asked := replace(shown, choices=results.query.choices, opened=()).address("")) else "?",
    )


def at_place(engine: Engine, place: str) -> tuple[Article, Paragraph] | None:
    """The paragraph at a place, with its whole article; None where it has left the index."""
    id, _, number = place.rpartition("~")
    article = engine.article(id)
    found = next((p for p in article.paragraphs if p.number == int(number)), None) if article else None
    return (article, found) if article and found else None


def neighbours(engine: Engine, place: str) -> Neighbours:
    """The paragraphs before and after the one at a place."""
    found = at_place(engine, place)
    if not found:
        return None, None
    paragraphs = found[0].paragraphs
    at = paragraphs.index(found[1])
    return paragraphs[at - 1] if at else None, paragraphs[at + 1] if at + 1 < len(paragraphs) else None


def heard(engine: Engine, results: Results) -> Iterator[Heard]:
    """The speakers of one page, who says it most first."""
    query, named = results.query, results.named
    most = max((v.count for v in named), default=1)
    articles = max(1, engine.search(frame(query)).articles)
    for v in named[query.window.start : query.window.start + PAGE_SIZE]:
        own = replace(query.free_of("speaker").toggled("speaker", v.value), view="paragraphs")
        hit = next(iter(engine.search(own).hits))
        yield Heard(v.value, v.count, 1000 * v.count / articles, round(100 * v.count / most, 1), hit)


def frame(query: Query) -> Query:
    """Everything among which a query searches: its outlets, languages and days, without its words."""
    choices, out = (frozenset(c for c in some if c[0] in FRAME) for some in (query.choices, query.excluded))
    return Query(choices=choices, excluded=out, since=query.since, until=query.until)
