"""More than 5,000 queries, drawn by a seed, are answered by the Whoosh engine as by the memory engine: its meaning.

One index is of one segment; the others are of several, with updates and deletions, against memory of what is left.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import strategies
from answers import answer, assert_same_scores, memory_scores, reopened, whoosh_scores
from asking import asked
from examples import article, paragraph, says
from hypothesis import given, settings
from hypothesis import strategies as st
from patchwork import History, history, patched

from search.engines.memory import MemoryEngine
from search.model import Article
from search.query import Query

EACH = 4  # queries with the same words


@dataclass(frozen=True, slots=True)
class Trial:
    """An index, in how many articles, lots and segments, and how many queries it is asked."""

    seed: int
    articles: int
    lots: int
    segments: int
    queries: int

    @property
    def history(self) -> History:
        return history("differential", self.seed, articles=self.articles, lots=self.lots)

    def asked(self) -> Iterator[Query]:
        return asked(self.seed, articles=self.history.living, count=self.queries, each=EACH)


TRIALS = (
    Trial(1, articles=80, lots=1, segments=1, queries=500),
    Trial(2, articles=80, lots=4, segments=6, queries=500),
    Trial(3, articles=40, lots=7, segments=9, queries=1000),
    Trial(4, articles=30, lots=2, segments=4, queries=1000),
    Trial(5, articles=12, lots=3, segments=5, queries=1200),
    Trial(6, articles=12, lots=1, segments=1, queries=1000),
)


def remembered(articles: list[Article]) -> MemoryEngine:
    memory = MemoryEngine()
    memory.build(articles)
    return memory


def test_there_are_five_thousand_queries() -> None:
    assert sum(len(list(trial.asked())) for trial in TRIALS) >= 5_000


@pytest.mark.parametrize("trial", TRIALS, ids=repr)
def test_whoosh_answers_as_memory_does(trial: Trial, tmp_path: Path) -> None:
    engine, memory = patched(tmp_path / "index", trial.history), remembered(trial.history.living)
    for query in trial.asked():
        assert (query, answer(engine.search(query))) == (query, answer(memory.search(query)))


@pytest.mark.parametrize("trial", TRIALS, ids=repr)
def test_whoosh_scores_as_memory_does(trial: Trial, tmp_path: Path) -> None:
    generation, memory = reopened(patched(tmp_path / "index", trial.history)), remembered(trial.history.living)
    assert len(generation.view.segments) == trial.segments
    assert (generation.view.live is None) == (trial.lots == 1)
    for words in {query.words: None for query in trial.asked()}:
        assert_same_scores(whoosh_scores(generation, words), memory_scores(memory, words), words)


@pytest.mark.parametrize("trial", TRIALS, ids=repr)
def test_whoosh_holds_what_memory_holds(trial: Trial, tmp_path: Path) -> None:
    engine, memory = patched(tmp_path / "index", trial.history), remembered(trial.history.living)
    ours, meant = engine.contents(), memory.contents()
    assert (ours.articles, ours.paragraphs, ours.statements) == (meant.articles, meant.paragraphs, meant.statements)
    assert (ours.speakers, ours.outlets) == (meant.speakers, meant.outlets)
    for id in {each.id for lot in trial.history.lots for each in lot}:
        assert engine.article(id) == memory.article(id)


lots = st.lists(st.lists(strategies.articles(), max_size=3), min_size=1, max_size=4)


@settings(max_examples=100)
@given(st.builds(History, lots, st.sets(st.sampled_from("abcdef"), max_size=3)), st.lists(strategies.queries()))
def test_any_segments_answer_as_memory_does(history: History, queries: list[Query]) -> None:
    memory = remembered(history.living)
    with tempfile.TemporaryDirectory() as folder:
        engine = patched(Path(folder) / "index", history)
        generation = reopened(engine)
        for query in queries:
            assert answer(engine.search(query)) == answer(memory.search(query))
            assert_same_scores(whoosh_scores(generation, query.words), memory_scores(memory, query.words), query.words)


FEW = [f"anti{n:04}" for n in range(700)]  # with MANY more words than one typed word may stand for
MANY = [f"anti{n:04}" for n in range(500, 1400)]


def lot(id: str, words: list[str]) -> list[Article]:
    texts = (" ".join(words[n::20]) for n in range(20))
    return [article(id, *(paragraph(text, says(text[:8])) for text in texts), title=words[-1])]


@pytest.mark.parametrize("words", ["anti*", "anti0555~2", "oar OR NOT anti*", "anti1* anti*", "anti0000~ OR anti*"])
def test_words_that_stand_for_too_many_are_cut_alike(words: str, tmp_path: Path) -> None:
    history = History([lot("a", FEW), lot("b", MANY), lot("c", FEW[::3]), lot("d", MANY[::2])], {"c"})
    engine, memory = patched(tmp_path / "index", history), remembered(history.living)
    assert answer(engine.search(Query(words))) == answer(memory.search(Query(words)))
    assert_same_scores(whoosh_scores(reopened(engine), words), memory_scores(memory, words), words)
    assert len(memory.search(Query("anti*")).notes) == 1
