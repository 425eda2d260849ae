"""The Whoosh engine answers as the memory engine does, which is the meaning of a query."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import strategies
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.model import Article
from search.query import Query
from search.results import FacetValue, Results

corpora = st.lists(strategies.articles(), max_size=6)


def first_three(results: Results) -> dict[str, Sequence[FacetValue]]:
    return {name: values[:3] for name, values in results.facets.items()}


@hypothesis_settings(max_examples=150)
@given(corpora, st.lists(strategies.queries(), min_size=1, max_size=8))
def test_whoosh_finds_counts_and_orders_as_memory_does(articles: list[Article], queries: list[Query]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh, memory = WhooshEngine(Path(folder) / "index"), MemoryEngine()
        built = whoosh.build(articles)
        expected = memory.build(articles)
        assert (built.articles, built.paragraphs, built.statements) == (
            expected.articles,
            expected.paragraphs,
            expected.statements,
        )
        for query in queries:
            ours, meant = whoosh.search(query), memory.search(query)
            assert ours.total == meant.total
            assert {name: tuple(values) for name, values in ours.facets.items()} == meant.facets
            assert {name: values[:3] for name, values in ours.facets.items()} == first_three(meant)
            assert (ours.hits, ours.months, ours.notes) == (meant.hits, meant.months, meant.notes)
        for article in articles:
            assert whoosh.article(article.id) == memory.article(article.id)
