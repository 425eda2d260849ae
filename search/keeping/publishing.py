"""Publishing: the least that makes an index right: nothing, other papers, an update, or a build."""

import time
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from search.attributing import processes_for
from search.contents import Contents
from search.engine import Engine, Papers
from search.errors import IndexUnusable
from search.keeping.forming import Formed
from search.keeping.job import Job
from search.keeping.kept import papers_of
from search.keeping.ledger import LEDGER, Ledger, ledger_bytes
from search.keeping.reporting import alike
from search.keeping.shelf import Shelf
from search.model import Article
from search.progress import Progress
from search.report import Done, Report

MOST = 0.5  # of all articles; where more have changed, to make the index anew is quicker, and leaves it in one piece


@dataclass(slots=True)
class Publishing:
    """What an engine is to hold, and what is to be kept with it."""

    job: Job
    engine: Engine
    shelf: Shelf
    progress: Progress
    forms: Formed
    report: Report
    ledger: Ledger
    begun: float = 0.0

    def publish(self, before: Mapping[str, bytes] | None, begun: float) -> None:
        """Have it done; `before` are the marks of the articles that the index holds, None where it cannot be used."""
        self.begun = begun
        places = self.forms.places
        changed = [id for id, place in places.items() if (before or {}).get(id) != place.piece.shown]
        removed = (before or {}).keys() - places.keys()
        self.report.files = replace(self.report.files, articles_changed=len(changed), articles_removed=len(removed))
        if before is None or len(changed) > MOST * len(places):
            return self._build()
        try:
            self._amend(changed, removed)
        except IndexUnusable:  # damaged since it was looked at
            self._build()
        return None

    def _amend(self, changed: Sequence[str], removed: Collection[str]) -> None:
        report, engine = self.report, self.engine
        if changed or removed or engine.contents().parser != self.job.parser:
            return self._update(changed, removed)
        if (last := engine.report()) and alike(report, last):
            report.contents, report.done = engine.contents(), "nothing"
            report.finished, report.seconds = last.finished, self._seconds
        else:
            engine.keep(self._papers("noted"))
        return None

    def _build(self) -> None:
        ids, parser, papers = list(self.forms.places), self.job.parser, self._papers("built")
        with closing(self._articles(ids)) as articles:
            self.engine.build(articles, parser=parser, processes=self._processes(ids), papers=papers)

    def _update(self, changed: Sequence[str], removed: Collection[str]) -> None:
        parser, count, papers = self.job.parser, self._processes(changed), self._papers("updated")
        with closing(self._articles(changed)) as articles:
            self.engine.update(articles, removed, parser=parser, processes=count, papers=papers)

    def _processes(self, ids: Sequence[str]) -> int:
        paths = dict.fromkeys(self.forms.places[id].path for id in ids)
        return processes_for(map(Path, paths), self.job.processes)

    def _articles(self, ids: Sequence[str]) -> Generator[Article]:
        """These articles as they stand in the index."""
        self.progress.begin("Indexing", len(ids), "articles")
        for id in ids:
            yield self.forms.article(id, self.shelf)
            self.progress.step()
        self.progress.end()

    def _papers(self, done: Done) -> Papers:
        """The ledger and the report, to be kept with what is made."""

        def papers(contents: Contents) -> Mapping[str, bytes]:
            self.report.contents, self.report.done, self.report.seconds = contents, done, self._seconds
            self.report.finished = datetime.now(UTC).isoformat(timespec="seconds")
            return {LEDGER: ledger_bytes(self.ledger), **papers_of(self.report)}

        return papers

    @property
    def _seconds(self) -> float:
        return round(time.monotonic() - self.begun, 3)
