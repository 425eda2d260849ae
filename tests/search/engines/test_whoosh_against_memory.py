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
from search.expansion import EXPANSION_LIMIT
from search.model import Article
from search.query import Query
from search.results import FacetValue, Results
from search.text import folded, stem
from search.tree import Fuzzy, Open, Prefix, Terms

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


wanted = st.one_of(
    st.sampled_from(strategies.WORDS).map(lambda word: Terms((stem(folded(word)),))),
    st.sampled_from(("bridge", "lee", "ann", "qaabi", "nowhere", "")).map(lambda word: Terms((word,), exact=True)),
    st.sampled_from(("b", "bri", "clos", "lee", "", "\ud800")).map(Prefix),
    st.tuples(st.sampled_from(("brigde", "lee", "minsiter", "xyz")), st.sampled_from((1, 2))).map(
        lambda pair: Fuzzy(*pair)
    ),
)


@hypothesis_settings(max_examples=60)
@given(corpora, corpora, st.lists(wanted, min_size=1, max_size=8))
def test_whoosh_knows_as_memory_does_in_how_many_paragraphs_words_stand(
    articles: list[Article], more: list[Article], asked: list[Terms | Open]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh, memory = WhooshEngine(Path(folder) / "index"), MemoryEngine()
        for change in (lambda engine: engine.build(articles), lambda engine: engine.update(more, ("a",))):
            change(whoosh)
            change(memory)
            ours = [list(whoosh.frequencies(word).items()) for word in asked]
            assert ours == [list(memory.frequencies(word).items()) for word in asked]


def test_no_more_words_are_counted_than_one_may_stand_for(tmp_path: Path) -> None:
    words = ["x" + "".join(letters) for letters in product(ascii_lowercase, repeat=3)][: EXPANSION_LIMIT + 50]
    engine = WhooshEngine(tmp_path / "index")
    engine.build([article("a", *(paragraph(" ".join(words[n : n + 50])) for n in range(0, len(words), 50)))])
    assert list(engine.frequencies(Prefix("x"))) == sorted(words)[:EXPANSION_LIMIT]
