"""Four threads that ask one index get what one thread gets, also where the cache drops what another one still needs."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from answers import answer, reopened
from asking import asked
from corpora import chance
from patchwork import history, patched

from search.deadline import NO_DEADLINE
from search.engines.whoosh.searching.answering import answered
from search.engines.whoosh.searching.cache import Cache
from search.engines.whoosh.searching.opened import Opened
from search.engines.whoosh.searching.view import CACHED
from search.query import Query

THREADS = 4
QUERIES = 300
HISTORY = history("threads", articles=40, lots=3)
SIZES = {"nothing": 0, "little": 30_000, "all": CACHED}  # bytes that a cache keeps


@pytest.fixture(autouse=True)
def turns() -> Iterator[None]:
    """Threads take turns a thousand times as often as they would, so that they meet in the midst of everything."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return reopened(patched(tmp_path_factory.mktemp("threads") / "index", HISTORY))


@pytest.fixture(scope="module")
def queries() -> list[Query]:
    return list(asked("threads", articles=HISTORY.living, count=QUERIES, each=3))


def with_cache(generation: Opened, limit: int) -> Opened:
    return replace(generation, view=replace(generation.view, cache=Cache(limit)))


def answers(generation: Opened, queries: list[Query]) -> list[dict[str, object]]:
    return [answer(answered(query, generation, NO_DEADLINE)) for query in queries]


@pytest.mark.parametrize("limit", SIZES.values(), ids=SIZES.keys())
def test_four_threads_get_what_one_gets(limit: int, generation: Opened, queries: list[Query]) -> None:
    alone = dict(zip(queries, answers(with_cache(generation, CACHED), queries), strict=True))
    orders = [chance("order", number).sample(queries, len(queries)) for number in range(THREADS)]
    shared = with_cache(generation, limit)
    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(lambda order: answers(shared, order), orders))
    for order, answers_of_one in zip(orders, found, strict=True):
        for query, given in zip(order, answers_of_one, strict=True):
            assert (query, given) == (query, alone[query])
    assert shared.view.cache.held <= limit


def test_four_threads_open_an_index_together(tmp_path: Path, queries: list[Query]) -> None:
    engine = patched(tmp_path / "index", HISTORY)
    alone = [answer(patched(tmp_path / "other", HISTORY).search(query)) for query in queries[:1]]
    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(lambda query: answer(engine.search(query)), queries[:1] * THREADS))
    assert found == alone * THREADS


def test_a_little_cache_drops_entries_all_the_time(generation: Opened, queries: list[Query]) -> None:
    little, all_ = (with_cache(generation, SIZES[size]) for size in ("little", "all"))
    for shared in (little, all_):
        answers(shared, queries)
    assert 0 < little.view.cache.held < all_.view.cache.held / 10
