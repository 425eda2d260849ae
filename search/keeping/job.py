"""Job: what an index is to hold, and whether it does."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from search.collecting import uncollected
from search.corrections import NO_CORRECTIONS, Corrections
from search.engine import Engine
from search.errors import IndexUnusable, OnRecordError
from search.identity.decided import NOTHING_DECIDED, Decided
from search.keeping import fingerprints
from search.keeping.ledger import LEDGER, Ledger, ledger_of
from search.keeping.plan import Plan, Terms
from search.keeping.planning import planned
from search.keeping.shelf import Shelf
from search.paths import above, names_of
from search.sentences import number_of
from search.sources import why_not


@dataclass(frozen=True, slots=True)
class Job:
    """What the index is to hold: these files of these sources, read with these settings, as these editors say.

    `full`: nothing that is known counts. `since`: nanoseconds; older files are not looked at. `ignored`: files and
    folders that an ignore file kept out. `closed`: folders that cannot be opened, and why.
    """

    files: Sequence[Path]
    largest: int
    processes: int = 1
    parser: str = ""
    decided: Decided = NOTHING_DECIDED
    corrections: Corrections = field(default_factory=lambda: NO_CORRECTIONS)
    sources: Sequence[Path] = ()
    ignored: int = 0
    closed: Mapping[str, str] = field(default_factory=dict)
    full: bool = False
    since: int = 0

    @property
    def rules(self) -> str:
        return fingerprints.rules(self.parser)

    @property
    def editors(self) -> str:
        """What changes when an editor says something else, or what is made of it does."""
        said = (self.decided.entries, sorted(self.corrections.items()), fingerprints.forming())
        return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def articles(self) -> Iterator[str]:
        """The files that may hold articles."""
        return (name for name in names_of(self.files) if not why_not(Path(name)))

    def terms(self, shelf: Shelf | None) -> Terms:
        """By what it is planned."""
        return Terms(
            self.rules,
            lambda: fingerprints.environment(self.largest),
            self.largest,
            shelf.keys() if shelf else None,
            self.since,
            self.closed,
        )


def plan_of(job: Job, engine: Engine) -> Plan:
    """What a reindex would do about the files; nothing is changed. Raises nothing where there is no index yet."""
    return planned(job.articles, last_ledger(job, engine) or Ledger(), job.terms(None))


def is_needed(job: Job, engine: Engine) -> bool:
    """Whether a reindex would change anything: the index cannot be used, files have changed, editors, or the rules."""
    with uncollected():
        last = last_ledger(job, engine)
    if last is None or (last.rules, last.editors) != (job.rules, job.editors):
        return True
    with uncollected():
        plan = planned(job.articles, last, job.terms(None))
    failed = any(entry.failed for entry in last.entries.values())
    return bool(plan.new or plan.changed or plan.moved or plan.removed) or (
        failed and last.environment != fingerprints.environment(job.largest)
    )


def refuse_emptied(job: Job, last: Ledger) -> None:
    """Raise OnRecordError where a folder that had files has none now: more often it is not there than they are gone."""
    present = _places(names_of(job.files))
    emptied = [source for source in job.sources if str(source) not in present]
    held = _places(last.entries) if emptied else frozenset()
    for source in emptied:
        if str(source) in held:
            had = sum(Path(path).is_relative_to(source) for path in last.entries)
            raise OnRecordError(
                f"{source} held {number_of(had, 'file')} of articles and has none now, so the index stays as it was;"
                " see whether it is mounted or, if they are gone for good, run: onrecord reindex --full"
            )


def _places(paths: Iterable[str]) -> frozenset[str]:
    """The paths, and all folders in which they lie."""
    found: set[str] = set()
    for path in paths:
        found.update(takewhile(lambda place: place not in found, above(path)))
    return frozenset(found)


def last_ledger(job: Job, engine: Engine) -> Ledger | None:
    """The ledger of an index that can be used."""
    with suppress(IndexUnusable, OSError):
        engine.contents()
        return None if job.full else ledger_of(engine.paper(LEDGER))
    return None
