"""What a query that finds nothing would find if something were dropped."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
import strategies
from examples import article, paragraph, query_of, says
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.deadline import Deadline
from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.model import Article
from search.query import Query
from search.results import Results
from search.suggesting.relaxing import SEARCHES, relaxed

PRESS = (
    article(
        "tolls",
        paragraph("The bridge tolls rise.", says("Ida Ortiz")),
        paragraph("The tolls are the law.", says("Ann Lee")),
        outlet="The Tarn Post",
        published=date(2024, 5, 31),
    ),
    article("ferry", paragraph("The last ferry.", says("Ann Lee")), outlet="Wire", published=date(2023, 1, 1)),
)


class Counting(MemoryEngine):
    """A memory engine that knows how often it was asked."""

    asked = 0

    def search(self, query: Query) -> Results:
        self.asked += 1
        return super().search(query)


@pytest.fixture
def engine() -> Counting:
    memory = Counting()
    memory.build(PRESS)
    return memory


def offered(query: Query, engine: Engine) -> list[tuple[str, str, tuple[str, ...], int]]:
    return [(option.dropped, option.facet, option.values, option.total) for option in relaxed(query, engine)]


def test_each_facet_is_dropped_with_all_that_is_chosen_in_it(engine: Counting) -> None:
    query = query_of("tolls", {"speaker": ["Ann Lee", "Odd Ruun"], "outlet": ["Wire"]})
    assert offered(query, engine) == [
        ("choice", "outlet", ("Wire",), 1),
        ("filters", "", (), 2),
        ("words", "", (), 1),
    ]


def test_the_days_are_dropped_together(engine: Counting) -> None:
    query = query_of("ferry", since=date(2024, 1, 1), until=date(2024, 12, 31), sort="oldest", page=4)
    first, *_ = relaxed(query, engine)
    assert (first.dropped, first.total) == ("days", 1)
    assert first.query == query_of("ferry", sort="oldest")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("tolls zebra", ["tolls"]),
        ("ferry AND tolls -law", ["tolls -law", "ferry -law", "(ferry OR tolls) -law"]),
        ('"bridge tolls" AND ferry', ['"bridge tolls"', "ferry", '("bridge tolls" OR ferry)']),
        ("“bridge tolls” AND brid* AND zebra", ["“bridge tolls” AND brid*"]),
        ("the AND zebra AND ferry", ["the AND ferry"]),
        ("bridge AND law AND ferry", ["(bridge OR law OR ferry)"]),
        ("zebra", []),
        ("zebra OR giraffe", []),
        ("(tolls ferry)", []),
        ("tolls NEAR ferry", []),
        ("tolls AND ferry AND a AND b AND c AND d AND e", []),
        ('"tolls', []),
    ],
)
def test_words_and_phrases_are_dropped_one_at_a_time(engine: Counting, words: str, left: list[str]) -> None:
    assert sorted(option.query.words for option in relaxed(Query(words), engine)) == sorted(left)


def test_what_keeps_most_of_the_query_comes_first_and_then_what_finds_most(engine: Counting) -> None:
    found = relaxed(query_of("ferry AND tolls", {"speaker": ["Ann Lee"]}), engine)
    assert [(option.dropped, option.values) for option in found] == [
        ("word", ("ferry",)),
        ("word", ("tolls",)),
        ("some", ()),
        ("words", ()),
    ]


def test_what_was_dropped_is_named_as_it_was_typed(engine: Counting) -> None:
    found = relaxed(Query('Tolls AND "The Last  Ferry" AND -law'), engine)
    assert [option.values for option in found if option.dropped == "word"] == [("Tolls",), ('"The Last  Ferry"',)]


def test_not_too_many_searches_are_made(engine: Counting) -> None:
    chosen = {"speaker": ["A"], "outlet": ["B"], "date": ["1999"], "kind": ["caption"]}
    relaxed(query_of("a1 b1 c1 d1 e1 f1", chosen, since=date(2024, 1, 1)), engine)
    assert 0 < engine.asked <= SEARCHES


def test_past_the_deadline_nothing_is_tried(engine: Counting) -> None:
    assert relaxed(Query("tolls zebra"), engine, Deadline.after(-1)) == ()
    assert engine.asked == 0


@hypothesis_settings(max_examples=60)
@given(st.lists(strategies.articles(), max_size=5), st.lists(strategies.queries(), min_size=1, max_size=4))
def test_what_is_offered_finds_so_much_and_is_the_same_from_either_engine(
    articles: list[Article], queries: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh, memory = WhooshEngine(Path(folder) / "index"), MemoryEngine()
        whoosh.build(articles)
        memory.build(articles)
        for query in queries:
            found = relaxed(query, memory)
            assert found == relaxed(query, whoosh)
            assert query not in [option.query for option in found]
            assert [memory.search(option.query).total for option in found] == [option.total for option in found]
            assert all(option.total for option in found)
