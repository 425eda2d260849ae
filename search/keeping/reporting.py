"""Reporting: what is to be said of a job, for a person and to be kept with the index."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from search.contents import Contents
from search.keeping.forming import Formed
from search.keeping.job import Job
from search.keeping.ledger import Entry
from search.keeping.plan import Plan
from search.report import Files, Report, summed
from search.seen import Seen, seen, state_of, state_with
from search.sources import above, names_of, why_not


def report_on(job: Job, plan: Plan, entries: Mapping[str, Entry]) -> Report:
    """What is known once all files have been read."""
    others = [name for name in names_of(job.files) if name not in entries]
    state = state_of(_looked_at(job, entries), job.sources)
    newest = max((entry.mtime for entry in entries.values()), default=0)
    return Report(
        failed=_plain(chain(_closed(job), (sentence for entry in entries.values() for sentence in entry.failed))),
        passed_over=_plain(
            chain(_unread(others), (sentence for entry in entries.values() for sentence in entry.passed_over))
        ),
        sources=_plain(os.path.abspath(source) for source in job.sources),  # noqa: PTH100
        given=_plain(map(str, job.sources)),
        state=state,
        around=state_with(state, ((name, seen(name)) for name in others)),
        newest=datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds"),
        rules=job.rules,
        files=replace(plan.files, ignored=job.ignored),
    )


def _looked_at(job: Job, entries: Mapping[str, Entry]) -> Iterable[tuple[str, Seen]]:
    """Each file as it was seen; what lies in a folder that cannot be opened was not."""
    shut = job.closed
    return ((p, entry.seen) for p, entry in entries.items() if not (shut and any(f in shut for f in above(p))))


def said(report: Report, forms: Formed) -> Report:
    """The report with what is to be said of the articles and of what editors wrote."""
    return summed(replace(report, noted=_plain(forms.noted), refused=_plain(forms.refused)))


def alike(report: Report, last: Report) -> bool:
    """Whether a report says nothing that the last one did not: but for the numbers and times."""
    return _bare(report) == _bare(last)


def _bare(report: Report) -> Report:
    """All but the numbers and times; the sum stands for the sentences."""
    bare = replace(report, contents=Contents(), done="nothing", files=Files(), seconds=0.0, finished="")
    return replace(bare, failed=[], passed_over=[], noted=[], refused=[], gist={}, more={})


def _closed(job: Job) -> Iterable[str]:
    return (
        f"{path}: this folder cannot be opened ({why}); check that you may read it" for path, why in job.closed.items()
    )


def _unread(others: Iterable[str]) -> Iterable[str]:
    return (f"{name}: not read, for {reason}" for name in others if (reason := why_not(Path(name))))


def _plain(sentences: Iterable[str]) -> list[str]:
    """Sentences that can be kept, also on files whose names are not UTF-8."""
    return [sentence.encode("utf-8", "backslashreplace").decode() for sentence in sentences]
