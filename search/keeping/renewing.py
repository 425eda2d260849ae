"""Renewing: the index follows its files: what changed is read, who is who worked out anew, one generation made."""

import time
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from search.attributing import processes_for
from search.contents import Contents
from search.engine import Engine, Papers
from search.errors import IndexUnusable, OnRecordError
from search.keeping import fingerprints
from search.keeping.forming import Formed, formed
from search.keeping.job import Job, last_ledger, refuse_emptied
from search.keeping.ledger import LEDGER, Entry, Ledger, ledger_bytes
from search.keeping.planning import Plan, planned
from search.keeping.reading_anew import read_anew
from search.keeping.reporting import alike, kept, report_on, said
from search.keeping.shelf import Shelf
from search.model import Article
from search.progress import SILENT, Progress
from search.reading import FORMATS
from search.report import REPORT, Done, Report
from search.sources import place

NO_ARTICLE = f"No article could be read, so the index is left as it was; articles are files in {', '.join(FORMATS)}."
MOST = 0.5  # of all articles; where more have changed, to make the index anew is quicker, and leaves it in one piece


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
        self._usable = last_ledger(job, engine)
        self._last = self._usable or Ledger()
        self._report, self._forms = Report(), Formed()
        self._entries: Mapping[str, Entry] = {}

    def done(self) -> Report:
        """What came of it."""
        refuse_emptied(self._job, self._last)
        self._tidy()
        plan = self._planned()
        entries = self._in_order(plan.kept | self._read(plan))
        report = self._report = report_on(self._job, plan, entries)
        if not any(entry.pieces for entry in entries.values()):
            raise OnRecordError("\n".join([*report.failed, NO_ARTICLE]))
        before = {piece.shown_id: piece.shown for entry in self._last.entries.values() for piece in entry.pieces}
        forms = formed(entries, self._shelf, self._job.corrections, self._job.decided)
        said(report, forms)
        changed = [id for id, place in forms.places.items() if before.get(id) != place.piece.shown]
        self._entries, self._forms = entries, forms
        self._act(changed, before.keys() - forms.places.keys())
        self._shelf.keep({entry.key for entry in entries.values()})
        self._shelf.note("full", "")
        return self._report

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
        self._shelf.settle()
        self._progress.end()
        return found

    def _in_order(self, entries: Mapping[str, Entry]) -> dict[str, Entry]:
        """The files as they would be read, were all of them read."""
        present = {str(path): n for n, path in enumerate(self._job.files)}
        if entries.keys() <= present.keys():
            return {path: entries[path] for path in present if path in entries}
        return {path: entries[path] for path in sorted(entries, key=lambda p: place(Path(p), self._job.sources))}

    def _act(self, changed: Sequence[str], removed: Collection[str]) -> None:
        """Do the least that makes the index right: nothing, other papers, an update, or a build."""
        report, engine = self._report, self._engine
        report.files = replace(report.files, articles_changed=len(changed), articles_removed=len(removed))
        if self._usable is None or len(changed) > MOST * len(self._forms.places):
            return self._build()
        try:
            if changed or removed:
                self._update(changed, removed)
            elif (last := engine.report()) and alike(report, last):
                report.contents, report.done = engine.contents(), "nothing"
                report.finished, report.seconds = last.finished, self._seconds
            else:
                engine.keep(self._papers("noted"))
        except IndexUnusable:  # damaged since it was looked at
            self._build()
        return None

    def _build(self) -> None:
        job, ids = self._job, list(self._forms.places)
        with closing(self._articles(ids)) as articles:
            self._engine.build(
                articles, parser=job.parser, processes=self._processes(ids), papers=self._papers("built")
            )

    def _update(self, changed: Sequence[str], removed: Collection[str]) -> None:
        job = self._job
        with closing(self._articles(changed)) as articles:
            self._engine.update(
                articles,
                removed,
                parser=job.parser,
                processes=self._processes(changed),
                papers=self._papers("updated"),
            )

    def _processes(self, ids: Sequence[str]) -> int:
        paths = {Path(self._forms.places[id].path) for id in ids}
        return processes_for(paths, self._job.processes)

    def _articles(self, ids: Sequence[str]) -> Generator[Article]:
        """These articles as they stand in the index."""
        self._progress.begin("Indexing", len(ids), "articles")
        for id in ids:
            yield self._forms.article(id, self._shelf)
            self._progress.step()
        self._progress.end()

    def _papers(self, done: Done) -> Papers:
        """The ledger and the report, to be kept with what is made."""

        def papers(contents: Contents) -> Mapping[str, bytes]:
            self._report.contents, self._report.done = contents, done
            self._report.finished = datetime.now(UTC).isoformat(timespec="seconds")
            self._report.seconds = self._seconds
            return {LEDGER: ledger_bytes(self._ledger()), REPORT: kept(self._report)}

        return papers

    def _ledger(self) -> Ledger:
        job = self._job
        looked = self._last.looked if job.since else self._looked
        failed = any(entry.failed for entry in self._entries.values())
        environment = fingerprints.environment(job.largest) if failed else ""
        return Ledger(looked, job.rules, environment, job.editors, dict(self._entries))

    @property
    def _seconds(self) -> float:
        return round(time.monotonic() - self._begun, 3)
