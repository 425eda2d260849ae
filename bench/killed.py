"""Killed: a reindex that is killed at any moment leaves an index that answers, and the next one ends as if nothing was.

python -m bench.killed [--times N] [--files N] [--work DIR]
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from search.engines.whoosh import WhooshEngine
from search.facets import FACETS
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.query import Query
from search.sources import found_in

PROGRAM = "from web.serve import onrecord; onrecord()"
SAID = "“The ferry stays in the harbour,” said {} Lee. {} Ruun said that it was late in week {}."
NAMES = ("Ann", "Bob", "Cy", "Dee", "Eve", "Flo")
PARAGRAPHS = 12
CHANGED = 0.6  # of all files, each time: some times more than half, which builds anew, some times fewer


def write(source: Path, number: int, chance: random.Random) -> None:
    """A file with other words than before."""
    names = [chance.choice(NAMES) for _ in range(2 * PARAGRAPHS)]
    texts = (SAID.format(a, b, chance.randrange(1000)) for a, b in zip(names[::2], names[1::2], strict=True))
    (source / f"{number}.txt").write_text("\n\n".join(texts), encoding="utf-8")


def change(source: Path, files: int, chance: random.Random) -> None:
    """Files are changed, and some come or go."""
    for number in chance.sample(range(files), chance.randrange(int(CHANGED * files))):
        path = source / f"{number}.txt"
        if path.exists() and chance.random() < 0.1:
            path.unlink()
        else:
            write(source, number, chance)


def shown(engine: WhooshEngine) -> object:
    """All that a reader can see."""
    results = engine.search(Query())
    facets = {facet.name: tuple(results.facets[facet.name]) for facet in FACETS}
    pages = [engine.article(id) for id in sorted({hit.article.id for hit in engine.every(Query())})]
    return results.total, facets, results.months, pages, engine.coverage()


def reindex(source: Path, index: Path) -> "subprocess.Popen[bytes]":
    """A reindex at work, with two processes beside it."""
    command = [sys.executable, "-c", PROGRAM, "reindex", "--source", str(source), "--index", str(index)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    environment = os.environ | {"ONRECORD_PROCESSES": "2", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    return subprocess.Popen(command, env=environment, **quiet)  # type: ignore[call-overload, no-any-return]


def killed(source: Path, index: Path, seconds: float) -> bool:
    """Whether a reindex was killed before it had ended."""
    process = reindex(source, index)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    process.communicate()
    return False


def whole(source: Path, index: Path) -> float:
    """The seconds of a reindex that nobody kills."""
    begun = time.perf_counter()
    process = reindex(source, index)
    _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    return time.perf_counter() - begun


def main() -> None:
    """Kill so many times, each at another moment, and compare with an index that was made from the ground."""
    parser = argparse.ArgumentParser(prog="python -m bench.killed", description=__doc__)
    parser.add_argument("--times", type=int, default=40, metavar="N")
    parser.add_argument("--files", type=int, default=1_500, metavar="N")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where files and indexes are written")
    given = parser.parse_args()
    chance = random.Random(6)
    with tempfile.TemporaryDirectory(dir=given.work) as folder:
        source, index = Path(folder) / "news", Path(folder) / "index"
        source.mkdir()
        for number in range(given.files):
            write(source, number, chance)
        longest = whole(source, index)
        ended = answered = died = 0
        while died < given.times:
            change(source, given.files, chance)
            was_killed = killed(source, index, chance.uniform(0.0, longest))
            died, ended = died + was_killed, ended + (not was_killed)
            longest *= 1.0 if was_killed else 0.8  # what is on the shelf is not read again
            answered += WhooshEngine(index).search(Query()).total > 0
        whole(source, index)
        anew = WhooshEngine(Path(folder) / "anew")
        found = found_in([source])
        renewed(Job(found.files, 20_000_000, 2, sources=[source]), anew)
        same = shown(WhooshEngine(index)) == shown(anew)
        print(
            f"of {died + ended} reindexes of {given.files:,} files {died} were killed; the index answered {answered}"
            f" times; after the last one it is {'' if same else 'not '}that which is made from the ground"
        )
        sys.exit(0 if same and answered == died + ended else 1)


if __name__ == "__main__":
    main()
