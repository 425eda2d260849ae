"""A run: build what is missing, ask every engine, compare, and report."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.agreement import disagreements
from bench.cold import ENGINES as COLD
from bench.cold import cold
from bench.engines import engine
from bench.engines.protocol import Engine, Unavailable
from bench.engines.stock import Stock
from bench.figures import OURS, by_kind, ratios
from bench.indexing import Built, built, place
from bench.machine import machine
from bench.queries import Asked, queries
from bench.report import Report
from bench.rounds import Measured, measured
from bench.serving import serving

STOCK_PROCESSES = 2  # by which stock Whoosh builds an index that is too large for the plain way


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be measured: engines by name, the folder for indexes, whether ours is kept; `stock_paragraphs` is how
    many stock Whoosh indexes for its rate, 0 for none."""

    paragraphs: int
    engines: Sequence[str]
    repeat: int
    work: Path
    keep: bool
    stock_paragraphs: int

    def folder(self, name: str) -> Path:
        """Where an engine's index stands."""
        return place(self.work, name, self.paragraphs)


def run(wanted: Wanted) -> Report:
    """Everything; an engine that is not installed is left out with a sentence."""
    asked = queries(wanted.paragraphs)
    engines, missing = _installed(wanted, asked)
    indexing = {**_indexed(wanted, engines), **_stock_rate(wanted)}
    for opened in engines.values():
        opened.open()
    found = measured(engines, asked, wanted.repeat)
    return Report(
        paragraphs=wanted.paragraphs,
        figures={name: by_kind(some.times, asked) for name, some in found.items()},
        ratios=ratios({name: some.times for name, some in found.items()}),
        first={name: by_kind(some.first, asked) for name, some in found.items()},
        first_ratios=ratios({name: some.first for name, some in found.items()}),
        indexing=indexing,
        cold={n: cold(n, wanted.folder(n), asked, wanted.repeat) for n in COLD if n in engines},
        serving=serving(wanted.folder(OURS), asked) if OURS in engines else None,
        disagreements=disagreements(found, asked),
        machine=machine(),
        missing=[*missing, *_refusals(found)],
    )


def _installed(wanted: Wanted, asked: Sequence[Asked]) -> tuple[dict[str, Engine], list[str]]:
    engines, missing = {}, []
    for name in wanted.engines:
        try:
            engines[name] = engine(name, wanted.folder(name), asked)
        except Unavailable as reason:
            missing.append(str(reason))
    return engines, missing


def _indexed(wanted: Wanted, engines: dict[str, Engine]) -> dict[str, Built]:
    """The indexes of all engines. A stock index that is not built for its rate is built by several processes."""
    if "stock" in engines and wanted.stock_paragraphs != wanted.paragraphs:
        engines["stock"] = Stock(wanted.folder("stock"), STOCK_PROCESSES)
    indexing = {}
    for name, empty in engines.items():
        print(f"indexing: {name}", file=sys.stderr)
        keep = name not in (OURS, "floor") or wanted.keep  # the floor holds nothing but the words of the queries
        indexing[name] = built(empty, wanted.folder(name), wanted.paragraphs, keep=keep)
    return {name: result for name, result in indexing.items() if name != "floor"}


def _stock_rate(wanted: Wanted) -> dict[str, Built]:
    """How fast stock Whoosh indexes some of the paragraphs, in one process, as its documentation begins."""
    if wanted.stock_paragraphs in (0, wanted.paragraphs):
        return {}
    folder = place(wanted.work, "stock", wanted.stock_paragraphs)
    return {f"stock at {wanted.stock_paragraphs}": built(Stock(folder), folder, wanted.stock_paragraphs, keep=True)}


def _refusals(found: dict[str, Measured]) -> Iterator[str]:
    """One sentence for each reason that an engine gave."""
    for name, some in found.items():
        yield from (f"{name}: {reason}" for reason in dict.fromkeys(some.refused.values()))
