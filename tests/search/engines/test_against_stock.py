"""The Whoosh engine answers 5,000 queries as stock Whoosh does, where the two compare; tests/stock.py says where."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
from answers import assert_same_scores, reopened, whoosh_scores
from asking import asked
from patchwork import History, history, patched
from stock import Stock
from stock_nodes import expressible, scored

from search.query import Query
from search.results import Results


@dataclass(frozen=True, slots=True)
class Trial:
    """An index, and how many queries it is asked for their words alone, and how many for all they say."""

    seed: str
    lots: int
    words: int
    narrowed: int

    @property
    def history(self) -> History:
        return history("stock", self.seed, articles=12, lots=self.lots)

    def asked(self, stock: Stock, count: int) -> Iterator[Query]:
        queries = asked("stock", self.seed, articles=self.history.living, count=3 * count)
        return islice((query for query in queries if expressible(query.tree) and stock.alike(query.tree)), count)


TRIALS = (Trial("one segment", lots=1, words=4200, narrowed=250), Trial("four", lots=2, words=800, narrowed=100))


def counts(results: Results) -> dict[str, dict[str, int]]:
    return {
        name: {value.value: value.count for value in values if value.count} for name, values in results.facets.items()
    }


def test_there_are_five_thousand_queries() -> None:
    assert sum(trial.words for trial in TRIALS) >= 5_000


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.seed)
def test_the_same_is_found_with_the_same_scores(trial: Trial, tmp_path: Path) -> None:
    generation, stock = reopened(patched(tmp_path / "index", trial.history)), Stock(trial.history)
    queries = list(trial.asked(stock, trial.words))
    comparing = 0
    for query in queries:
        ours, theirs = whoosh_scores(generation, query.words), stock.found(query.tree)
        assert (query.words, ours.keys()) == (query.words, theirs.keys())
        compare = scored(query.tree)
        assert_same_scores(ours, {place: theirs[place] if compare else ours[place] for place in ours}, query.words)
        comparing += compare
    assert len(queries) == trial.words
    assert comparing > trial.words / 2


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.seed)
def test_the_same_is_counted(trial: Trial, tmp_path: Path) -> None:
    engine, stock = patched(tmp_path / "index", trial.history), Stock(trial.history)
    for query in trial.asked(stock, trial.narrowed):
        results = engine.search(query)
        assert (query, results.total) == (query, stock.total(results.query))
        assert (query, counts(results)) == (query, stock.counts(results.query))
