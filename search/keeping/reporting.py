"""Reporting: what is to be said of a job, for a person and to be kept with the index."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

import msgspec

from search.contents import Contents
from search.keeping.forming import Formed
from search.keeping.job import Job
from search.keeping.ledger import Entry
from search.keeping.planning import Plan
from search.paths import above
from search.report import Files, Report, Sentences
from search.sources import Seen, state_of, why_not


def report_on(job: Job, plan: Plan, entries: Mapping[str, Entry]) -> Report:
    """What is known once all files have been read."""
    newest = max((entry.mtime for entry in entries.values()), default=0)
    report = Report(
        sources=_plain(os.path.abspath(source) for source in job.sources),  # noqa: PTH100
        given=_plain(map(str, job.sources)),
        state=state_of(_looked_at(job, entries), job.sources),
        newest=datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds"),
        rules=job.rules,
        files=replace(plan.files, ignored=job.ignored),
    )
    report.tell("failed", _told(chain(_closed(job), (one for entry in entries.values() for one in entry.failed))))
    report.tell("passed_over", _told(chain(_unread(job), (s for e in entries.values() for s in e.passed_over))))
    return report


def _looked_at(job: Job, entries: Mapping[str, Entry]) -> Iterable[tuple[str, Seen]]:
    """Each file as it was seen; what lies in a folder that cannot be opened was not."""
    shut = job.closed
    return ((p, entry.seen) for p, entry in entries.items() if not (shut and any(f in shut for f in above(p))))


def said(report: Report, forms: Formed) -> None:
    """Add what is to be said of the articles and of what editors wrote."""
    report.tell("noted", forms.noted)
    report.tell("refused", forms.refused)


def alike(report: Report, last: Report) -> bool:
    """Whether a report says nothing that the last one did not: but for the numbers and times."""
    return _bare(report) == _bare(last)


def _told(sentences: Iterable[str]) -> Sentences:
    told = Sentences()
    told.add(sentences)
    return told


def kept(report: Report) -> bytes:
    """A report as it is kept."""
    return msgspec.json.encode(report)


def _bare(report: Report) -> Report:
    return replace(report, contents=Contents(), done="nothing", files=Files(), seconds=0.0, finished="")


def _closed(job: Job) -> Iterable[str]:
    return (
        f"{path}: this folder cannot be opened ({why}); check that you may read it" for path, why in job.closed.items()
    )


def _unread(job: Job) -> Iterable[str]:
    return (f"{path}: not read, for {reason}" for path in job.files if (reason := why_not(path)))


def _plain(sentences: Iterable[str]) -> list[str]:
    """Sentences that can be kept, also on files whose names are not UTF-8."""
    return [sentence.encode("utf-8", "backslashreplace").decode() for sentence in sentences]
