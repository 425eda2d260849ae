"""Whatever is typed is answered, or refused by the one query error, and in time; also in a thread of a server."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from random import Random
from time import monotonic

import pytest
from answers import reopened
from asking import Reader
from corpora import WORDS, chance, corpus, texts_of
from werkzeug.datastructures import MultiDict

from search.deadline import SECONDS, Deadline
from search.engines.whoosh import WhooshEngine
from search.engines.whoosh.searching.execution import Execution
from search.errors import QueryError
from search.model import Article
from search.query import PAGE_SIZE, Query
from search.tree import (
    And,
    Articles,
    Dated,
    Everything,
    Expanded,
    Fuzzy,
    In,
    Most,
    Near,
    Not,
    Or,
    Prefix,
    Terms,
    Tree,
    Valued,
)

QUERIES = 20_000
LATE = 1.1  # times the deadline
OPERATORS = "AND OR NOT NEAR NEAR/0 NEAR/50 NEAR/51 NEAR/ NEAR/x NEAR/-1 NEAR/٣ and TO && || ! + - -- ^2 : | \\".split()
MARKS = '( ) (( )) () " "" “ ” « * ** ~ ~0 ~1 ~2 ~99 ~x ?? [a {b} ] } / % _ . , … & < > &lt; \' ’ ;'.split()
OPEN = "sai* the* *ing b*d a* bri~2 talk~ vote~2 x~1 sai*~ 中国* 中国人~ co-op* --x* U.S.~".split()
ODD = ("é\u0301", "\u0301", "ﬁ", "İ", "ß", "ſ", "𝔸", "中", "🚢", "\u200b", "\u202e", "\ufeff", "\xa0", "ﷺ", "a" * 70)
UNREADABLE = ("\x00", "\x07", "\x7f", "\ud800", "\udfff", "\n", "\t", "\x85")
FIELDS = (
    "speaker: Said: title: with: outlet: date: date:2024 date:..2023 date:2024-13 said:( title:sai* -outlet:".split()
)
PIECES = (*WORDS, *OPERATORS * 4, *MARKS * 3, *OPEN * 2, *FIELDS * 3, *ODD, *UNREADABLE)

HOSTILE = {
    "a range": "[a TO z]",
    "a star": "*",
    "stars": "***",
    "ninety-nine edits": "word~99",
    "a long word": "a" * 100_000,
    "a long prefix": "a" * 100_000 + "*",
    "a long misspelt word": "a" * 500 + "~2",
    "a thousand parentheses": "(" * 1000 + "oar" + ")" * 1000,
    "a thousand opened": "(" * 1000,
    "a thousand closed": ")" * 1000,
    "a thousand pairs": "()" * 1000,
    "not not": "NOT NOT oar",
    "a thousand nots": "NOT " * 1000 + "oar",
    "many nots": "NOT " * 100 + "oar",
    "a lone surrogate": "oar \ud800 sail",
    "a surrogate in a phrase": '"oar \udfff"',
    "a nought": "oar\x00sail",
    "a hundred thousand words": "oar " * 100_000,
    "a hundred thousand quotation marks": '"' * 100_000,
    "many ORs": " OR ".join(["oar"] * 60),
    "many misspelt words": " ".join(f"{word}~2" for word in ("talk", "vote", "rain", "bank") * 4),
    "many prefixes": " ".join(f"{word}*" for word in ("the", "sai", "ban", "rep") * 4),
    "many near each other": " OR ".join(["the NEAR/50 the"] * 30),
    "a long phrase": '"' + "the " * 20 + '"',
    "a longer phrase": '"' + "the " * 21 + '"',
    "many fields": " ".join(f"{field}:the*" for field in ("said", "title", "with", "outlet", "speaker") * 3),
    "many dates": "date:2023 " * 51,
    "many near each other in what is said": " OR ".join(["said:(the NEAR/50 the)"] * 21),
    "spaces": " \u3000\xa0 ",
    "marks": "?!… — .",
}

WORD = Terms(("sail",))
NODES: tuple[Tree, ...] = (
    Everything(),
    WORD,
    Terms(("sails",), exact=True),
    Terms(("sail",), written="sails"),
    Terms(("the", "sails"), exact=True),
    Terms(("co", "oper")),
    Prefix("sai"),
    Fuzzy("sial", 2),
    Expanded(frozenset({"sail", "sails"}), "sail"),
    Near((WORD, Terms(("the",), exact=True)), 5),
    Most((WORD, Prefix("ban"), Fuzzy("talk", 1))),
    And((WORD, Not(Prefix("ban")))),
    Or((WORD, Prefix("ban"))),
    Not(WORD),
    In("said", WORD),
    In("speaker", Prefix("sai")),
    Articles(In("title", WORD)),
    Valued("outlet", WORD),
    Dated(None, date(2024, 1, 1)),
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """Draws what nobody should type, among what somebody may."""

    draw: Random
    reader: Reader

    def query(self) -> Query:
        kinds: tuple[Callable[[], str], ...] = (self.pieces, self.pieces, self.garbage, self.torn, self.reader.words)
        return self.reader.query(self.draw.choice(kinds)())

    def pieces(self) -> str:
        """Pieces of the language in any order."""
        count = self.draw.choice((1, 2, 3, 5, 8, 13, 40))
        return self.draw.choice((" ", " ", " ", "")).join(self.draw.choices(PIECES, k=count))

    def garbage(self) -> str:
        """Any characters at all."""
        most = self.draw.choice((0x7F, 0x250, 0x3000, 0x10FFFF))
        return "".join(chr(self.draw.randint(0, most)) for _ in range(self.draw.randint(1, 60)))

    def torn(self) -> str:
        """A query with a piece thrown into it."""
        words = self.reader.words()
        at = self.draw.randrange(len(words))
        return words[:at] + self.draw.choice(PIECES) + words[at + self.draw.randint(0, 3) :]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return corpus("hostile", articles=500)


@pytest.fixture(scope="module")
def engine(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    engine = WhooshEngine(tmp_path_factory.mktemp("hostile") / "index")
    assert engine.build(articles).paragraphs > 1900
    return engine


def outcome(engine: WhooshEngine, query: Query) -> tuple[int, float]:
    """How many were found, -1 for a query error, and how long it took."""
    begin = monotonic()
    try:
        results = engine.search(query)
        assert len(tuple(results.hits)) <= PAGE_SIZE
        return results.total, monotonic() - begin
    except QueryError:
        return -1, monotonic() - begin


def test_twenty_thousand_queries_are_answered_or_refused_in_time(engine: WhooshEngine, articles: list[Article]) -> None:
    stranger = Stranger(chance("stranger"), Reader(chance("reader"), texts_of(articles)))
    queries = (stranger.query() for _ in range(QUERIES))
    with ThreadPoolExecutor(1) as thread:
        outcomes = list(thread.map(lambda query: (query, *outcome(engine, query)), queries))
    assert len(outcomes) == QUERIES
    assert [(query, taken) for query, _, taken in outcomes if taken > LATE * SECONDS] == []
    totals = [total for _, total, _ in outcomes]
    assert sum(total > 0 for total in totals) > QUERIES / 10
    assert sum(total < 0 for total in totals) > QUERIES / 10


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_query_is_refused_or_answered_in_time(words: str, engine: WhooshEngine) -> None:
    with ThreadPoolExecutor(1) as thread:
        _, taken = thread.submit(outcome, engine, Query(words)).result()
    assert taken < LATE * SECONDS


@pytest.mark.parametrize("words", ["[a TO z]", "z", "NOT NOT sail", "NOT " * 100 + "sail", '"the sails"'])
def test_what_can_be_read_is_answered(words: str, engine: WhooshEngine) -> None:
    assert outcome(engine, Query(words))[0] >= 0


@pytest.mark.parametrize("words", ["*", "word~99", "a" * 100_000, "(" * 1000 + "x" + ")" * 1000, "\ud800"])
def test_what_cannot_be_read_is_refused(words: str, engine: WhooshEngine) -> None:
    with pytest.raises(QueryError):
        engine.search(Query(words))


IMPOSSIBLE = [
    {"from": "2023-02-30"},
    {"to": "0000-01-01"},
    {"to": "10000-01-01"},
    {"from": "٢٠٢٣-٠١-٠١x"},
    {"from": "\ud800"},
    {"from": "9" * 100_000},
    {"from": "2024-01-02", "to": "2024-01-01"},
    {"page": "0"},
    {"page": "-1"},
    {"page": "1e9"},
    {"page": "9" * 100_000},
    {"page": "٣"},
    {"sort": "best"},
    {"speaker": "\udfff"},
    {"speaker": "a" * 100_000},
    {"speaker": [f"Speaker {n}" for n in range(1000)]},
]


@pytest.mark.parametrize("params", IMPOSSIBLE, ids=lambda params: repr(params)[:40])
def test_impossible_parameters_are_refused(params: dict[str, str | list[str]]) -> None:
    with pytest.raises(QueryError):
        Query.from_params(MultiDict(params))


@pytest.mark.parametrize("name", ["speaker", "outlet", "date", "kind", "act", "venue", "language", "part"])
@pytest.mark.parametrize("value", ["\x00", "🚢", " ", "No such one", "a" * 200, "'; --", "0000"])
def test_an_odd_choice_finds_nothing(name: str, value: str, engine: WhooshEngine) -> None:
    results = engine.search(Query.from_params(MultiDict({name: value})))
    assert results.total == 0
    assert [(v.value, v.count) for v in results.facets[name][:1]] == [(value, 0)]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are_can_be_asked_for(day: str, engine: WhooshEngine) -> None:
    since, until = (engine.search(Query.from_params(MultiDict({name: day}))) for name in ("from", "to"))
    assert since.total + until.total == engine.search(Query.from_params(MultiDict({"from": "0001-01-01"}))).total


@pytest.mark.parametrize("tree", NODES, ids=repr)
def test_a_deadline_that_is_past_ends_any_search_at_once(tree: Tree, engine: WhooshEngine) -> None:
    generation = reopened(engine)
    with pytest.raises(QueryError, match="takes too long"):
        Execution(generation.view, generation.columns, Deadline(0.0)).found(tree)


@pytest.mark.parametrize(
    "words", ["", "sails", '"the sails"', "sai*", "sial~2", "the NEAR sails", "NOT (sails OR ban*)"]
)
def test_a_deadline_that_is_past_ends_any_query_at_once(words: str, engine: WhooshEngine) -> None:
    assert engine.search(Query(words)).total > 0
    with pytest.raises(QueryError, match="takes too long"):
        WhooshEngine(engine.generations.folder, seconds=0).search(Query(words))
