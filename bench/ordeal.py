"""Ordeal: what one folder of hostile files takes, in this process and in those below it, and what its report says.

python -m bench.ordeal FOLDER PROCESSES      the files are in FOLDER/news, the index will be in FOLDER/index
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from search.engines.whoosh import WhooshEngine
from search.errors import OnRecordError
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.report import Report
from search.settings import Settings
from search.sources import found_in

LOOKED = 0.1  # seconds between two looks at the memory of others
SHOWN = 110  # characters of what a report says


class Others:
    """The most memory that any process below this one has had, in MB; looked at now and then."""

    def __init__(self) -> None:
        self.most, self._pids = 0.0, {os.getpid()}
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            below = [pid for own in self._pids for pid in _children(own)]
            below += [pid for own in below for pid in _children(own)]
            self.most = max([self.most, *map(_peak, below)])
            time.sleep(LOOKED)


def _children(pid: int) -> Iterator[int]:
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, path.read_text().split())
        except OSError:
            continue


def _peak(pid: int) -> float:
    """The most memory that a process has had since it began its program, in MB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM")), 0.0)


def measured(source: Path, index: Path, processes: int) -> dict[str, object]:
    """The seconds and megabytes of a reindex of this folder, and what its report says in one line."""
    others, begun, spent = Others(), time.perf_counter(), _cpu()
    try:
        found = found_in([source])
        job = Job(found.files, Settings().largest_file, processes, sources=[source], closed=found.closed)
        said = _said(renewed(job, WhooshEngine(index)), source)
    except OnRecordError as error:
        said = _short(str(error), source)
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "cpu": _cpu() - spent, "own": _peak(os.getpid()), "others": others.most, "said": said}


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _said(report: Report, source: Path) -> str:
    counts = {kind: report.count(kind) for kind in ("failed", "passed_over", "noted")}  # type: ignore[arg-type]
    first = next(iter([*report.failed, *report.passed_over, *report.noted]), "")
    told = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in counts.items() if count)
    whole = f"{report.contents.articles:,} articles, {report.contents.paragraphs:,} paragraphs"
    return "; ".join(part for part in (whole, told, _short(first, source)) if part)


def _short(sentence: str, source: Path) -> str:
    said = sentence.split("\n")[0].replace(f"{source}/", "").replace("|", "/")
    said = said.encode("ascii", "backslashreplace").decode()
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1], "news"), Path(sys.argv[1], "index"), int(sys.argv[2]))))
