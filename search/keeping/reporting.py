"""Reporting: what is to be said of a job, for a person and to be kept with the index."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from search.contents import Contents
from search.engine import Engine
from search.keeping.forming import Formed
from search.keeping.job import Job, held_in
from search.keeping.kept import WHOLE, whole
from search.keeping.ledger import Entry
from search.keeping.plan import Plan
from search.paths import above, names_of
from search.report import Files, Kind, Report, Sentences
from search.seen import Seen, seen, state_of, state_with
from search.sources import why_not

FORMED: tuple[Kind, ...] = ("noted", "refused")  # kinds of which nothing new is said where no article is another


def report_on(job: Job, plan: Plan, entries: Mapping[str, Entry]) -> Report:
    """What is known once all files have been read."""
    others = [name for name in names_of(job.files) if name not in entries]
    state = state_of(_looked_at(job, entries), job.sources)
    newest = max((entry.mtime for entry in entries.values()), default=0)
    report = Report(
        sources=_plain(os.path.abspath(source) for source in job.sources),  # noqa: PTH100
        given=_plain(map(str, job.sources)),
        held=[held_in(entries, source) if source.is_dir() else 0 for source in job.sources],
        state=state,
        around=state_with(state, ((name, seen(name)) for name in others)),
        newest=datetime.fromtimestamp(newest / 1e9, UTC).isoformat(timespec="seconds"),
        rules=job.rules,
        files=replace(plan.files, ignored=job.ignored),
    )
    report.tell("failed", _told(chain(_closed(job), (one for entry in entries.values() for one in entry.failed))))
    report.tell(
        "passed_over", _told(chain(_unread(others), _linked(job), (s for e in entries.values() for s in e.passed_over)))
    )
    return report


def _looked_at(job: Job, entries: Mapping[str, Entry]) -> Iterable[tuple[str, Seen]]:
    """Each file as it was seen; what lies in a folder that cannot be opened was not."""
    shut = job.closed
    return ((p, entry.seen) for p, entry in entries.items() if not (shut and any(f in shut for f in above(p))))


def _told(sentences: Iterable[str]) -> Sentences:
    told = Sentences()
    told.add(sentences)
    return told


def said(report: Report, forms: Formed) -> None:
    """Add what is to be said of the articles and of what editors wrote."""
    for kind, sentences in zip(FORMED, (forms.noted, forms.refused), strict=True):
        report.tell(kind, sentences)


def said_again(report: Report, engine: Engine) -> None:
    """Add what was said of the articles and of what editors wrote with what the index holds now."""
    last = engine.report() or Report()
    last = whole(last, engine.paper(WHOLE))
    for kind in FORMED:
        told = Sentences(more=last.more.get(kind, 0))
        told.add(last.sentences[kind])
        report.tell(kind, told)
        report.gist[kind] = last.gist.get(kind, [])


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


def _linked(job: Job) -> Iterable[str]:
    return (f"{path}: is a link to a folder, which is not followed; give the folder as a source" for path in job.linked)


def _unread(others: Iterable[str]) -> Iterable[str]:
    return (f"{name}: not read, for {reason}" for name in others if (reason := why_not(Path(name))))


def _plain(sentences: Iterable[str]) -> list[str]:
    """Sentences that can be kept, also on files whose names are not UTF-8."""
    return [sentence.encode("utf-8", "backslashreplace").decode() for sentence in sentences]
