"""Indexing: each engine's index in the work folder, and how fast it was built.

WORK/ENGINE-PARAGRAPHS-vVERSION         the index
WORK/ENGINE-PARAGRAPHS-vVERSION.json    what was measured; written last, so a folder without it is unfinished
"""

import gc
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import msgspec

from bench.corpus import VERSION, articles
from bench.engines.protocol import Engine
from search.model import Article

HELD = 200_000  # paragraphs; a larger corpus is not held in memory but made in batches while the clock stands still
BATCH = 2_000  # articles


@dataclass(frozen=True, slots=True)
class Built:
    """How an index was built: paragraphs a second, the corpus being there already, and bytes on disk."""

    rate: float
    bytes: int


def place(work: Path, name: str, paragraphs: int) -> Path:
    """Where an engine's index of so many paragraphs stands."""
    return work / f"{name}-{paragraphs}-v{VERSION}"


def built(engine: Engine, folder: Path, paragraphs: int, *, keep: bool) -> Built:
    """Build an index, unless it is there and may be kept."""
    measured = folder.with_name(folder.name + ".json")
    if keep and measured.exists():
        return msgspec.json.decode(measured.read_bytes(), type=Built)
    measured.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    result = Built(_rate(engine, paragraphs), 0)
    result = Built(result.rate, sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()))
    measured.write_bytes(msgspec.json.encode(result))
    return result


def _rate(engine: Engine, paragraphs: int) -> float:
    corpus = _Corpus(_held(paragraphs) if paragraphs <= HELD else articles(paragraphs))
    gc.collect()
    gc.freeze()  # or the collector walks through the corpus again and again while an engine builds
    begun = time.perf_counter()
    engine.build(corpus)
    seconds = time.perf_counter() - begun - corpus.seconds
    gc.unfreeze()
    return paragraphs / seconds


@lru_cache(maxsize=1)
def _held(paragraphs: int) -> tuple[Article, ...]:
    return tuple(articles(paragraphs))


class _Corpus:
    """Articles that come in batches, and the seconds that making them took."""

    def __init__(self, made: Iterable[Article]) -> None:
        self.made = iter(made)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Article]:
        while batch := self._batch():
            yield from batch

    def _batch(self) -> list[Article]:
        begun = time.perf_counter()
        batch = list(islice(self.made, BATCH))
        self.seconds += time.perf_counter() - begun
        return batch
