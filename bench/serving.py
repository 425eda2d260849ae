"""Serving: what a fresh process of On Record needs in memory, and whether threads get on with each other.

python -m bench.serving FOLDER      the queries as JSON on standard input; prints a Serving as JSON
"""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.engines.onrecord import OnRecord, query_of
from bench.engines.protocol import Answer, Unanswered
from bench.figures import Figure, figure
from bench.queries import KINDS, Asked
from search.highlight import snippet

THREADS, TURNS = 4, 5  # threads, and how often each query is asked
STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Serving:
    """Megabytes at most after importing and after all queries; queries a second with one thread and with four, and
    whether all their answers were the same; milliseconds for ten snippets by kind of query."""

    imported: float
    served: float
    one: float
    four: float
    equal: bool
    snippets: dict[str, Figure]


def serving(folder: Path, asked: Sequence[Asked]) -> Serving:
    """Measured in a process of its own."""
    command = [sys.executable, "-m", "bench.serving", folder]
    done = subprocess.run(command, input=msgspec.json.encode(asked), stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Serving)


def _serving(folder: Path, asked: Sequence[Asked]) -> Serving:
    imported = _peak()
    engine = OnRecord(folder)
    engine.open()
    answered = tuple(a for a in asked if _answered(engine, a))
    served = _peak()
    one, alone = _throughput(engine, answered, 1)
    four, together = _throughput(engine, answered, THREADS)
    return Serving(imported, served, one, four, alone == together, _snippets(engine, answered))


def _answered(engine: OnRecord, asked: Asked) -> bool:
    try:
        return bool(engine.answer(asked))
    except Unanswered:
        return False


def _throughput(engine: OnRecord, asked: Sequence[Asked], threads: int) -> tuple[float, list[Answer]]:
    several = asked * TURNS
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        answers = list(pool.map(engine.answer, several))
    return round(len(several) / (time.perf_counter() - begun), 1), answers


def _snippets(engine: OnRecord, asked: Sequence[Asked]) -> dict[str, Figure]:
    times = {kind: [_marking(engine, a) for a in asked if a.kind == kind for _ in range(TURNS)] for kind in KINDS}
    return {kind: figure(some) for kind, some in times.items() if some}


def _marking(engine: OnRecord, asked: Asked) -> float:
    tree, hits = query_of(asked).tree, engine.answer(asked).hits
    begun = time.perf_counter()
    for text, _ in hits:
        snippet(text, tree)
    return 1000 * (time.perf_counter() - begun)


def _peak() -> float:
    """Megabytes. Linux lets a child inherit its parent's ru_maxrss, so where there is a VmHWM that is taken."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


if __name__ == "__main__":
    queries = msgspec.json.decode(sys.stdin.buffer.read(), type=tuple[Asked, ...])
    sys.stdout.buffer.write(msgspec.json.encode(_serving(Path(sys.argv[1]), queries)))
