"""The memory engine: plain Python over a list. It is the meaning of a query, and the oracle the others are held to."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

from search.engine import Contents
from search.engines.weighing import Weighing
from search.expansion import expanded, fitting
from search.facets import FACETS, Aliases, Facet, aliases
from search.matching import chosen, in_range, known_of, matches
from search.model import Article
from search.query import Query
from search.ranking import EQUAL
from search.results import Hit, Results, facet_values
from search.tree import Tree


class MemoryEngine:
    """Holds articles as long as the process lives."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.build(())

    def update(
        self, changed: Iterable[Article], removed: Collection[str] = (), *, parser: str = "", processes: int = 1
    ) -> Contents:
        kept = {id: article for id, article in self.articles.items() if id not in removed}
        articles = kept | {article.id: article for article in changed}
        return self.build(articles.values(), parser=parser)

    def build(self, articles: Iterable[Article], *, parser: str = "", processes: int = 1) -> Contents:
        self.articles = {article.id: article for article in articles}
        self.parser = parser
        self.held = [(a, p) for a in sorted(self.articles.values(), key=lambda a: a.id) for p in a.paragraphs]
        self.known = list(known_of(self.held))
        self.texts = [known.everywhere for known in self.known]
        self.vocabulary = Counter(
            chain.from_iterable({t.exact for text in texts for t in text} for texts in self.texts)
        )
        self.weighing = Weighing(self.known, [bool(p.statements) for _, p in self.held])
        return self.contents()

    def search(self, query: Query) -> Results:
        query = query.renamed(self._aliases())
        tree, notes = expanded(query.tree, lambda wanted: fitting(wanted, self.vocabulary))
        found = [number for number, texts in enumerate(self.texts) if matches(tree, texts, self.known[number])]
        timely = [number for number in found if in_range(query, self.held[number][0])]
        hits = [number for number in timely if chosen(query, *self.held[number])]
        page = self._ordered(hits, query, tree)[query.window]
        return Results(
            query,
            total=len(hits),
            hits=tuple(Hit(replace(a, paragraphs=(), raw=""), p) for a, p in (self.held[n] for n in page)),
            facets={f.name: facet_values(f, self._counted(timely, query, f), query) for f in FACETS},
            months=self._months(found, query),
            notes=notes,
        )

    def _ordered(self, hits: list[int], query: Query, tree: Tree) -> list[int]:
        """The hits in a query's order; those that are equal in it by article and paragraph, as they come."""
        match query.ordered:
            case "newest":
                return sorted(hits, key=lambda n: self.held[n][0].published.value or date.min, reverse=True)
            case "oldest":
                return sorted(hits, key=lambda n: self.held[n][0].published.value or date.max)
            case _:
                return sorted(hits, key=lambda n: -round(self.weighing.worth(tree, n), EQUAL))

    def _counted(self, numbers: list[int], query: Query, facet: Facet) -> Counter[str]:
        """How many have each value of a facet, its own choice left out of account."""
        among = [self.held[number] for number in numbers if chosen(query, *self.held[number], but=facet)]
        return Counter(value for article, paragraph in among for value in facet.values(article, paragraph))

    def _months(self, numbers: list[int], query: Query) -> tuple[tuple[str, int], ...]:
        date_facet = next(facet for facet in FACETS if facet.name == "date")
        among = [self.held[number] for number in numbers if chosen(query, *self.held[number], but=date_facet)]
        return tuple(sorted(Counter(f"{a.published.value:%Y-%m}" for a, _ in among if a.published.value).items()))

    def _aliases(self) -> Aliases:
        return {
            f.name: aliases(
                (pair for a, p in self.held for pair in f.known_as(a, p)),
                {value for a, p in self.held for value in f.values(a, p)},
            )
            for f in FACETS
        }

    def article(self, id: str) -> Article | None:
        return self.articles.get(id)

    def contents(self) -> Contents:
        paragraphs = list(chain.from_iterable(a.paragraphs for a in self.articles.values()))
        return Contents(
            articles=len(self.articles),
            paragraphs=len(paragraphs),
            statements=sum(len(p.statements) for p in paragraphs),
            speakers=len({name for p in paragraphs for name in p.speakers}),
            outlets=tuple(sorted({a.outlet.value for a in self.articles.values() if a.outlet.value})),
            parser=self.parser,
        )
