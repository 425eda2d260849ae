"""The memory engine: plain Python over a list. It is the meaning of a query, and the oracle the others are held to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

from search.engine import Contents
from search.facets import FACETS, Aliases, aliases
from search.matching import chosen, in_range, matches, places, terms_by_field
from search.model import Article
from search.query import Query
from search.results import Hit, Results, facet_values
from search.tree import terms_of


class MemoryEngine:
    """Holds articles as long as the process lives."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.parser = ""

    def build(self, articles: Iterable[Article], *, parser: str = "") -> Contents:
        self.articles = {article.id: article for article in articles}
        self.parser = parser
        return self.contents()

    def search(self, query: Query) -> Results:
        query = query.renamed(self._aliases())
        found = [
            (article, paragraph, texts)
            for article in self.articles.values()
            for paragraph in article.paragraphs
            if in_range(query, article) and matches(query.tree, texts := terms_by_field(article, paragraph))
        ]
        facets = {
            f.name: Counter(v for a, p, _ in found if chosen(query, a, p, but=f) for v in f.values(a, p))
            for f in FACETS
        }
        hits = [(a, p, texts) for a, p, texts in found if chosen(query, a, p)]
        hits.sort(key=lambda hit: (hit[0].id, hit[1].number))
        match query.ordered:
            case "newest":
                hits.sort(key=lambda hit: hit[0].published.value or date.min, reverse=True)
            case "oldest":
                hits.sort(key=lambda hit: hit[0].published.value or date.max)
            case _:
                wanted = list(terms_of(query.tree))
                hits.sort(key=lambda hit: -sum(1 for t in wanted for text in hit[2] for _ in places(t, text)))
        page = hits[query.window]
        return Results(
            query,
            total=len(hits),
            hits=tuple(Hit(replace(a, paragraphs=(), raw=""), p) for a, p, _ in page),
            facets={f.name: facet_values(f, facets[f.name], query) for f in FACETS},
        )

    def _aliases(self) -> Aliases:
        held = [(article, paragraph) for article in self.articles.values() for paragraph in article.paragraphs]
        return {
            f.name: aliases(
                (pair for a, p in held for pair in f.known_as(a, p)), {v for a, p in held for v in f.values(a, p)}
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
