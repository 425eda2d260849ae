"""The Whoosh engine answers as the memory engine does, which is the meaning of a query."""

import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import strategies
from examples import article, paragraph
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
            assert (ours.articles, ours.days, ours.pages) == (meant.articles, meant.days, meant.pages)
            assert tuple(whoosh.every(query)) == memory.every(query)
        assert whoosh.coverage() == memory.coverage()
        for article in articles:
            assert whoosh.article(article.id) == memory.article(article.id)


def test_a_misspelt_word_that_is_cut_from_those_it_stands_for_is_weighed_as_in_memory(tmp_path: Path) -> None:
    pairs = ["".join(pair) for pair in product(ascii_lowercase, repeat=2)]
    others = sorted({*(f"abcd{pair}" for pair in pairs), *(f"{pair}cdef" for pair in pairs)} - {"abcdef"})
    thrice = [paragraph(" ".join(others[n : n + 20])) for n in range(0, len(others), 20)] * 3
    articles = [article("a", *thrice), article("b", paragraph("abcdef"), paragraph("abcdef abcdxy"))]
    whoosh, memory = WhooshEngine(tmp_path / "index"), MemoryEngine()
    whoosh.build(articles)
    memory.build(articles)
    ours, meant = whoosh.search(Query("abcdef~2")), memory.search(Query("abcdef~2"))
    assert meant.notes
    assert (ours.total, ours.hits, ours.notes) == (meant.total, meant.hits, meant.notes)
