"""Renewing: the index follows its files: what changed is read, who is who worked out anew, one generation made."""

import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from search.attributing import processes_for
from search.collecting import uncollected
from search.engine import Engine
from search.errors import OnRecordError
from search.keeping import fingerprints
from search.keeping.forming import Formed, formed
from search.keeping.job import Job, last_ledger, refuse_emptied
from search.keeping.ledger import Entry, Ledger
from search.keeping.plan import Plan
from search.keeping.planning import planned
from search.keeping.publishing import Publishing
from search.keeping.reading_anew import read_anew
from search.keeping.reporting import report_on, said, said_again
from search.keeping.shelf import Shelf
from search.paths import names_of, places
from search.progress import SILENT, Progress
from search.reading import FORMATS
from search.report import Report
from search.sentences import number_of

SHOWN = 20  # failures, where nothing else is to be shown
NO_ARTICLE = f"No article could be read, so the index is left as it was; articles are files in {', '.join(FORMATS)}."


def renewed(job: Job, engine: Engine, progress: Progress = SILENT) -> Report:
    """Make the articles of a job the index; where there is none, raise OnRecordError and change nothing.

    Raises LockedIndex where somebody else is at it. Whatever stops it, what was attributed stays on the shelf.
    """
    with engine.writing() as room, Shelf(room) as shelf:
        return _Renewal(job, engine, shelf, progress).done()


class _Renewal:
    """One job at work."""

    def __init__(self, job: Job, engine: Engine, shelf: Shelf, progress: Progress) -> None:
        self._job, self._engine, self._shelf, self._progress = job, engine, shelf, progress
        self._begun, self._looked = time.monotonic(), time.time_ns()
        with uncollected():
            self._usable = last_ledger(job, engine)
        self._last = self._usable or Ledger()

    def done(self) -> Report:
        """What came of it."""
        refuse_emptied(self._job, self._last)
        self._tidy()
        plan = self._planned()
        still = plan.is_empty
        entries = self._in_order(plan.kept | self._read(plan))
        report = report_on(self._job, plan, entries)
        if not any(entry.pieces for entry in entries.values()):
            raise OnRecordError("\n".join([*report.failed[:SHOWN], *_more(report.count("failed") - SHOWN), NO_ARTICLE]))
        before, forms = self._formed(entries, report, still=still)
        publishing = Publishing(
            self._job, self._engine, self._shelf, self._progress, forms, report, self._ledger(entries)
        )
        publishing.publish(before, self._begun)
        self._shelf.keep({entry.key for entry in entries.values()})
        self._shelf.note("full", "")
        return report

    def _formed(
        self, entries: Mapping[str, Entry], report: Report, *, still: bool
    ) -> tuple[Mapping[str, bytes] | None, Formed]:
        """The marks that the articles had, and the articles as they are to stand; where all stand so, none.

        `still`: no file is another.
        """
        if still and self._stands(entries):
            said_again(report, self._engine)
            return {}, Formed()
        shown = [piece for entry in self._last.entries.values() for piece in entry.pieces if piece.shown_id]
        before = {piece.shown_id: piece.shown for piece in shown}
        stood = {piece.shown_id: piece.marks for piece in shown}
        with uncollected():
            forms = formed(entries, self._shelf, self._job.corrections, self._job.decided, stood=stood)
        said(report, forms)
        return (before if self._usable else None), forms

    def _stands(self, entries: Mapping[str, Entry]) -> bool:
        """Whether no article is another where no file is: the editors say the same, and the files have their order."""
        same = self._usable is not None and self._last.editors == self._job.editors
        return same and list(entries) == list(self._last.entries)

    def _ledger(self, entries: dict[str, Entry]) -> Ledger:
        job = self._job
        looked = self._last.looked if job.since else self._looked  # what was not looked at may have changed long ago
        failed = any(entry.failed for entry in entries.values())
        return Ledger(looked, job.rules, fingerprints.environment(job.largest) if failed else "", job.editors, entries)

    def _tidy(self) -> None:
        """Take from the shelf what is of no use: all that other rules made, and what a full reindex is to make anew."""
        rules, full = self._shelf.fact("rules"), self._shelf.fact("full")
        if rules != self._job.rules or (self._job.full and not full):  # one that was stopped goes on from there
            self._shelf.clear()
            self._shelf.note("rules", self._job.rules)
        if self._job.full:
            self._shelf.note("full", "begun")

    def _planned(self) -> Plan:
        files = list(self._job.articles)
        self._progress.begin("Looking", len(files), "files")
        with uncollected():
            plan = planned(files, self._last, self._job.terms(self._shelf), self._progress.step)
        self._progress.end()
        return plan

    def _read(self, plan: Plan) -> dict[str, Entry]:
        """What comes of the files that are to be read; of those on the shelf it is known already."""
        known = self._shelf.keys()
        ready = {path: self._shelf.entry(look.key) for path, look in plan.to_read.items() if look.key in known}
        found = {path: entry for path, entry in ready.items() if not entry.failed}
        for path, entry in found.items():
            entry.size, entry.mtime = plan.to_read[path].seen.size, plan.to_read[path].seen.mtime
        looks = [look for path, look in plan.to_read.items() if path not in found]
        self._progress.begin("Reading", len(looks), "files")
        job, count = self._job, processes_for((Path(look.path) for look in looks), self._job.processes)
        making = read_anew(
            looks, self._shelf, largest=job.largest, processes=count, parser=job.parser, progress=self._progress
        )
        with closing(making):
            found |= dict(making)
        plan.to_read.clear()  # of a million files it is a quarter of a gigabyte
        self._shelf.settle()
        self._progress.end()
        return found

    def _in_order(self, entries: Mapping[str, Entry]) -> dict[str, Entry]:
        """The files as they would be read, were all of them read."""
        found = {path: entries[path] for path in names_of(self._job.files) if path in entries}
        if len(found) == len(entries):
            return found
        return {path: entries[path] for path in places(entries, self._job.sources)}


def _more(count: int) -> tuple[str, ...]:
    return (f"And {number_of(count, 'file')} more failed.",) if count > 0 else ()
