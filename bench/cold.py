"""Cold: what the first query of a fresh process takes, opening the index included and importing left out.

python -m bench.cold ENGINE FOLDER      the query as JSON on standard input; prints milliseconds
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import msgspec

from bench.engines import engine
from bench.queries import Asked

ENGINES = ("onrecord", "tantivy")
KINDS = ("rare", "common", "and", "phrase")  # one query of each
TIMES = 5  # processes for each engine and query, at most


def cold(name: str, folder: Path, asked: Sequence[Asked], repeat: int) -> float:
    """The median milliseconds over one query of several kinds, each asked of several fresh processes."""
    some = [next(a for a in asked if a.kind == kind) for kind in KINDS]
    return median(_once(name, folder, query) for _ in range(min(repeat, TIMES)) for query in some)


def _once(name: str, folder: Path, asked: Asked) -> float:
    command = [sys.executable, "-m", "bench.cold", name, folder]
    done = subprocess.run(command, input=msgspec.json.encode(asked), stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    wanted = msgspec.json.decode(sys.stdin.buffer.read(), type=Asked)
    opened = engine(sys.argv[1], Path(sys.argv[2]), (wanted,))
    begun = time.perf_counter()
    opened.open()
    opened.answer(wanted)
    print(1000 * (time.perf_counter() - begun))
