"""Reindexing: how fast files become an index, by stage, in how much memory, and how that grows.

python -m bench.reindexing [--sizes 10000,100000,1000000] [--work DIR] [--processes N] [--json FILE]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from bench.corpus import articles
from search.engines.whoosh import WhooshEngine
from search.keeping.job import Job, is_needed
from search.keeping.renewing import renewed
from search.model import Article
from search.processes import usable_cores
from search.sources import found_in

SIZES = "10000,100000,1000000"
A_FOLDER = 1_000  # files
CHANGED = 100  # files, for the second reindex
LARGEST = 20_000_000
ROWS = (
    "Looking",
    "Reading",
    "Indexing",
    "in all",
    "a second of CPU",
    "nothing to do, s",
    "100 files changed, s",
    "of these CPU, s",
    "memory after Looking, MB",
    "memory after Reading, MB",
    "memory after Indexing, MB",
    "memory, MB",
    "memory of each other process, MB",
    "disk, MB",
)


class Clock:
    """Notes how long each stage takes, what follows up to the next stage included, and the memory by then."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.memory: dict[str, float] = {}
        self._stage, self._begun = "", time.perf_counter()

    def begin(self, stage: str, total: int, things: str) -> None:
        self.stop()
        self._stage = stage

    def step(self, count: int = 1) -> None:
        pass

    def end(self) -> None:
        pass

    def stop(self) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._begun
            self.memory[f"memory after {self._stage}, MB"] = own_memory()
        self._begun = now


def write(folder: Path, paragraphs: int) -> None:
    """A file an article, in which those who speak in the corpus say something."""
    for number, article in enumerate(articles(paragraphs)):
        path = folder / f"{number // A_FOLDER:04}" / f"{article.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(article), encoding="utf-8")


def text_of(article: Article) -> str:
    header = f"---\noutlet: {article.outlet.value}\ndate: {article.published.value}\n---\n"
    return header + "\n\n".join(
        " ".join([p.text, *(f"“We close the bridge in {n} weeks,” said {v.name}." for n, v in enumerate(p.voices, 2))])
        for p in article.paragraphs
    )


def measured(folder: Path, paragraphs: int, processes: int) -> dict[str, float]:
    """The figures of one size: paragraphs a second by stage, then seconds, then megabytes."""
    source, engine = folder / "source", WhooshEngine(folder / "index")
    write(source, paragraphs)
    made = _made(source, engine, paragraphs, processes)
    kept = _kept_up_to_date(source, engine, processes)
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    memory = {"memory, MB": own_memory(), "memory of each other process, MB": other}
    disk = {(s.st_dev, s.st_ino): s.st_size for p in (folder / "index").rglob("*") if (s := p.stat())}
    return made | kept | memory | {"disk, MB": sum(disk.values()) / 1e6}


def _made(source: Path, engine: WhooshEngine, paragraphs: int, processes: int) -> dict[str, float]:
    """The figures of the first reindex."""
    clock = Clock()
    begun = time.perf_counter()
    report = renewed(job_of(source, processes), engine, clock)
    clock.stop()
    spent, taken = cpu(), time.perf_counter() - begun
    assert report.contents.paragraphs == paragraphs
    stages = {stage: paragraphs / seconds for stage, seconds in clock.seconds.items()}
    return stages | {"in all": paragraphs / taken, "a second of CPU": paragraphs / spent} | clock.memory


def _kept_up_to_date(source: Path, engine: WhooshEngine, processes: int) -> dict[str, float]:
    """The figures of those after it: one with nothing to do, one after a few files have changed."""
    figures: dict[str, float] = {}
    with timed(figures, "nothing to do, s"):
        assert not is_needed(job_of(source, processes), engine)
    for path in islice(sorted(source.rglob("*.txt")), CHANGED):
        path.write_text(path.read_text(encoding="utf-8") + "\n\nThe tide came in.", encoding="utf-8")
    with timed(figures, f"{CHANGED} files changed, s"):
        spent = cpu()
        renewed(job_of(source, processes), engine)
        figures["of these CPU, s"] = cpu() - spent
    return figures


def cpu() -> float:
    """The seconds of CPU that this process and those that have ended have had; another load does not change them."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def own_memory() -> float:
    """The most that this process has had so far, in MB; files that are mapped count as far as they were looked at."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def job_of(source: Path, processes: int) -> Job:
    return Job(found_in([source]).files, LARGEST, processes, sources=[source])


@contextmanager
def timed(figures: dict[str, float], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    figures[name] = time.perf_counter() - begun


def main() -> None:
    """Measure each size in a process of its own, so that its memory is its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.reindexing", description=__doc__)
    parser.add_argument("--sizes", default=SIZES, metavar="N,M", help="paragraphs")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where files and index are written")
    parser.add_argument("--processes", type=int, default=usable_cores(), metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    if given.alone:
        with tempfile.TemporaryDirectory(dir=given.work) as folder:
            print(json.dumps(measured(Path(folder), sizes[0], given.processes)))
        return
    found = {size: _alone(size, given) for size in sizes}
    print("\n".join(_table(found)))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _alone(size: int, given: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.reindexing", "--alone", "--sizes", str(size)]
    command += ["--processes", str(given.processes), *(["--work", str(given.work)] if given.work else [])]
    result: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return result


def _table(found: dict[int, dict[str, float]]) -> Iterator[str]:
    yield "| paragraphs a second | " + " | ".join(f"{size:,}" for size in found) + " |"
    yield "|---" * (len(found) + 1) + "|"
    for row in ROWS:
        values = [figures.get(row, 0.0) for figures in found.values()]
        yield f"| {row} | " + " | ".join(f"{v:,.0f}" if v >= 10 else f"{v:.2f}" for v in values) + " |"


if __name__ == "__main__":
    main()
