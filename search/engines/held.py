"""Held: articles as a list of paragraphs, searched in plain Python. It is the meaning of a query."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from search.contents import Contents, Coverage, month_of
from search.engines.weighing import Weighing
from search.expansion import expanded, fitting, most_frequent
from search.facets import FACETS, UNKNOWN, Aliases, Facet, aliases
from search.matching import chosen, in_range, known_of, matches
from search.model import Article
from search.query import Query
from search.ranking import EQUAL
from search.results import Hit, Results, facet_values
from search.tree import Open, Terms, Tree


class Held:
    """Articles that stay as they are, and what may be asked of them; `parser` helped to attribute them."""

    def __init__(self, articles: Iterable[Article], parser: str = "") -> None:
        self.parser = parser
        self.articles = {article.id: article for article in articles}
        self.paragraphs = [(a, p) for a in sorted(self.articles.values(), key=lambda a: a.id) for p in a.paragraphs]
        self.known = list(known_of(self.paragraphs))
        self.texts = [known.everywhere for known in self.known]
        self.vocabulary = Counter(
            chain.from_iterable({t.exact for text in texts for t in text} for texts in self.texts)
        )
        self.weighing = Weighing(self.known, [bool(p.statements) for _, p in self.paragraphs])

    def search(self, query: Query) -> Results:
        query = query.renamed(self._aliases())
        tree, notes = expanded(query.tree, lambda wanted: fitting(wanted, self.vocabulary))
        found = [number for number, texts in enumerate(self.texts) if matches(tree, texts, self.known[number])]
        timely = [number for number in found if in_range(query, self.paragraphs[number][0])]
        hits = self._ordered([n for n in timely if chosen(query, *self.paragraphs[n])], query, tree)
        page = (self._folded(hits) if query.view == "articles" else [(n, 0) for n in hits])[query.window]
        return Results(
            query,
            total=len(hits),
            articles=len({self.paragraphs[n][0].id for n in hits}),
            hits=tuple(self._hit(n, more) for n, more in page),
            facets={f.name: facet_values(f, self._counted(timely, query, f), query) for f in FACETS},
            months=self._by_time(found, query, len("2024-05")),
            days=self._by_time(timely, query, len("2024-05-31")) if query.by_day else (),
            notes=notes,
        )

    def every(self, query: Query) -> Sequence[Hit]:
        query = query.renamed(self._aliases())
        tree, _ = expanded(query.tree, lambda wanted: fitting(wanted, self.vocabulary))
        found = [number for number, texts in enumerate(self.texts) if matches(tree, texts, self.known[number])]
        hits = [n for n in found if in_range(query, self.paragraphs[n][0]) and chosen(query, *self.paragraphs[n])]
        return tuple(self._hit(number, 0) for number in self._ordered(hits, query, tree))

    def _ordered(self, hits: list[int], query: Query, tree: Tree) -> list[int]:
        """The hits in a query's order; those that are equal in it by article and paragraph, as they come."""
        match query.ordered:
            case "newest":
                return sorted(hits, key=lambda n: self.paragraphs[n][0].published.value or date.min, reverse=True)
            case "oldest":
                return sorted(hits, key=lambda n: self.paragraphs[n][0].published.value or date.max)
            case _:
                return sorted(hits, key=lambda n: -round(self.weighing.worth(tree, n), EQUAL))

    def _counted(self, numbers: list[int], query: Query, facet: Facet) -> Counter[str]:
        """How many have each value of a facet, its own choice left out of account."""
        among = [self.paragraphs[number] for number in numbers if chosen(query, *self.paragraphs[number], but=facet)]
        return Counter(value for article, paragraph in among for value in facet.values(article, paragraph))

    def _hit(self, number: int, more: int) -> Hit:
        article, paragraph = self.paragraphs[number]
        return Hit(replace(article, paragraphs=(), raw=""), paragraph, more)

    def _folded(self, ordered: list[int]) -> list[tuple[int, int]]:
        """The first hit of each article, and how many more it has."""
        counts = Counter(self.paragraphs[number][0].id for number in ordered)
        first = {self.paragraphs[number][0].id: number for number in reversed(ordered)}
        return [(n, counts[self.paragraphs[n][0].id] - 1) for n in ordered if first[self.paragraphs[n][0].id] == n]

    def _by_time(self, numbers: list[int], query: Query, length: int) -> tuple[tuple[str, int], ...]:
        """How many paragraphs each month or day has, by so much of how days are written; whatever year is chosen."""
        date_facet = next(facet for facet in FACETS if facet.name == "date")
        among = [
            self.paragraphs[number][0] for number in numbers if chosen(query, *self.paragraphs[number], but=date_facet)
        ]
        return tuple(sorted(Counter(str(a.published.value)[:length] for a in among if a.published.value).items()))

    def _aliases(self) -> Aliases:
        return {
            f.name: aliases(
                (pair for a, p in self.paragraphs for pair in f.known_as(a, p)),
                {value for a, p in self.paragraphs for value in f.values(a, p)},
            )
            for f in FACETS
        }

    def coverage(self) -> tuple[Coverage, ...]:
        articles = [article for article in self.articles.values() if article.paragraphs]
        counts = Counter((a.outlet.value or UNKNOWN, month_of(a.published.value)) for a in articles)
        return tuple(Coverage(outlet, month, count) for (outlet, month), count in sorted(counts.items()))

    def frequencies(self, wanted: Terms | Open) -> Mapping[str, int]:
        return most_frequent(fitting(wanted, self.vocabulary))

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
