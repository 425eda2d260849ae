"""Staleness: whether the files of an index's sources have changed since it was made, as far as a look at them tells."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from search.engine import Engine
from search.errors import OnRecordError
from search.paths import names_of
from search.report import Report
from search.sentences import Sentence
from search.sources import found_in, is_gone, seen, state_of, why_not

RESTED = 10.0  # seconds between two looks at least,
SHARE = 50  # and so many times as long as a look takes: two hundredths of one core's time at most


def stale(report: Report | None) -> str:
    """Why an index is older than its sources, as a sentence; "" where it is not, or where nobody knows its sources.

    It looks at every file, but into none, unless its name does not tell what it is: 100,000 take a second.
    """
    if report is None or not report.sources:
        return ""
    sources = [Path(source) for source in report.sources]
    try:
        there = [source for source in sources if not is_gone(source)]
        names = names_of(found_in(there).files)
    except OnRecordError as error:
        return Sentence("The sources of the index cannot be looked at ({error}); it answers as made", error=error)
    now = state_of(((name, seen(name)) for name in names if not why_not(Path(name))), sources)
    when = report.finished[:16].replace("T", " ")
    older = Sentence(
        "The articles have changed since the index was made ({when} UTC); run: onrecord reindex", when=when
    )
    return "" if now == report.state else older


@dataclass(slots=True)
class Freshness:
    """Says at once what the last look at the sources of an engine's index told; another is made now and then."""

    engine: Engine
    _sentence: str = ""
    _next: float = 0.0
    _turn: Lock = field(default_factory=Lock)

    def stale(self) -> str:
        """As `stale`, from the last look; "" before the first has ended."""
        if time.monotonic() >= self._next and self._turn.acquire(blocking=False):
            Thread(target=self._look, daemon=True).start()
        return self._sentence

    def _look(self) -> None:
        begun = time.monotonic()
        try:
            self._sentence = stale(self.engine.report())
        except OnRecordError:  # there is no index, which is said elsewhere
            self._sentence = ""
        finally:
            ended = time.monotonic()
            self._next = ended + max(RESTED, SHARE * (ended - begun))
            self._turn.release()
