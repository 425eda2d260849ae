"""Indexing: each engine's index in the work folder, and how fast it was built.

WORK/ENGINE-PARAGRAPHS-vVERSION         the index
WORK/ENGINE-PARAGRAPHS-vVERSION.json    what was measured; written last, so a folder without it is unfinished
"""

import gc
import shutil
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from bench.corpus import VERSION, articles
from bench.engines.protocol import Engine
from bench.spool import Spool
from search.model import Article

HELD = 200_000  # paragraphs; a larger corpus is not held in memory but read from a file, which all engines wait for


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
    corpus = _held(paragraphs) if paragraphs <= HELD else _set_aside(paragraphs).articles()
    gc.collect()
    gc.freeze()  # or the collector walks through the corpus again and again while an engine builds
    begun = time.perf_counter()
    engine.build(corpus)
    seconds = time.perf_counter() - begun
    gc.unfreeze()
    return paragraphs / seconds


@lru_cache(maxsize=1)
def _held(paragraphs: int) -> tuple[Article, ...]:
    return tuple(articles(paragraphs))


@lru_cache(maxsize=1)
def _set_aside(paragraphs: int) -> Spool:
    """The corpus in a temporary file, from which it is read while an engine builds."""
    spool = Spool()
    for article in articles(paragraphs):
        spool.add(article)
    return spool
