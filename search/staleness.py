"""Staleness: whether the files of an index's sources have changed since it was made, as far as a look at them tells."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from search.engine import Engine
from search.errors import IndexUnusable, OnRecordError
from search.paths import Files
from search.report import Report
from search.seen import seen, state_of
from search.sentences import Sentence
from search.sources import emptied, found_in, is_gone, refusal, why_not

LOG = logging.getLogger(__name__)
RESTED = 10.0  # seconds between two looks at least,
SHARE = 50  # and so many times as long as a look takes: two hundredths of one core's time at most


UNSEEN = Sentence("The sources of the index cannot be looked at; it answers as made")


@dataclass(frozen=True, slots=True)
class Around:
    """All files of an index's sources as they are now, whether they are read or not, and what stands for them."""

    files: Files
    state: str


def stale(report: Report | None) -> str:
    """Why an index is older than its sources, as a sentence; "" where it is not, or where nobody knows its sources.

    Raises OnRecordError where they cannot be looked at.
    """
    return older(report, around(report)) if report and report.sources else ""


def around(report: Report) -> Around:
    """A look at every file, but into none: 100,000 take a second. Raises OnRecordError."""
    sources = [Path(source) for source in report.sources]
    gone = [source for source in sources if is_gone(source)]
    files = Files((*found_in(source for source in sources if source not in gone).files.names, *map(str, gone)))
    return Around(files, state_of(((name, seen(name)) for name in files.names), sources))


def older(report: Report, now: Around, called: Callable[[str], str] = str) -> str:
    """As `stale`, by such a look; only where something is new there, some files are opened to see whether it counts.

    `called` is how a source is named.
    """
    if now.state == report.around:
        return left(report)
    held = dict(zip(report.sources, report.held, strict=False))
    if gone := next(iter(emptied(now.files.names, held)), None):
        return refusal(called(gone), held[gone])
    names = (name for name in now.files.names if not why_not(Path(name)))
    if state_of(((name, seen(name)) for name in names), map(Path, report.sources)) == report.state:
        return ""
    when = report.finished[:16].replace("T", " ")
    return Sentence("The articles have changed since the index was made ({when} UTC); run: onrecord reindex", when=when)


def left(report: Report) -> str:
    """How many files nobody has looked at, for --since said so; "" where all were."""
    if not (count := report.files.left):
        return ""
    return Sentence(
        "By --since some files were not looked at ({count}); to take them in, run: onrecord reindex", count=count
    )


def _name(source: str) -> str:
    return Path(source).name


@dataclass(slots=True)
class Freshness:
    """Says at once what the last look at the sources of an engine's index told; another is made now and then."""

    engine: Engine
    _sentence: str = ""
    _of: str = ""
    _seen: tuple[str, str] = ("", "")
    _wrong: str = ""
    _next: float = 0.0
    _turn: Lock = field(default_factory=Lock)

    def stale(self) -> str:
        """As `stale`, from the last look; "" before the first has ended, and where another index answers since."""
        if self._sentence and self._generation() != self._of:
            self._sentence, self._seen, self._next = "", ("", ""), 0.0
        if time.monotonic() >= self._next and self._turn.acquire(blocking=False):
            Thread(target=self._look, daemon=True).start()
        return self._sentence

    def _look(self) -> None:
        begun = time.monotonic()
        try:
            self.look()
        finally:
            ended = time.monotonic()
            self._next = ended + max(RESTED, SHARE * (ended - begun))
            self._turn.release()

    def look(self) -> None:
        """Look at the sources now."""
        of = self._generation()  # before its report is read: if there is another by then, it is looked at once more
        with suppress(IndexUnusable):  # which is said elsewhere
            self._note(self.engine.report())
        self._of = of

    def _generation(self) -> str:
        with suppress(IndexUnusable):
            return self.engine.edition().generation
        return ""

    def _note(self, report: Report | None) -> None:
        """Keep what is to be said; what is wrong with the sources names folders, so it is for the log and no page."""
        try:
            self._sentence = self._told(report) if report and report.sources else ""
            self._wrong = ""
        except OnRecordError as error:
            self._sentence, self._seen = UNSEEN, ("", "")
            if self._wrong != str(error):  # once, and not at every look
                LOG.warning("the sources of the index cannot be looked at: %s", error)
            self._wrong = str(error)

    def _told(self, report: Report) -> str:
        now = around(report)
        seen = report.finished, now.state
        if seen != self._seen:  # else the last answer holds, and no file is opened again
            self._sentence, self._seen = older(report, now, _name), seen
        return self._sentence
