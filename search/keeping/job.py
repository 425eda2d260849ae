"""Job: what an index is to hold, and whether it does."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
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
from search.paths import holding, names_of
from search.sources import refusal, why_not


@dataclass(frozen=True, slots=True)
class Job:
    """What the index is to hold: these files of these sources, read with these settings, as these editors say.

    `full`: nothing that is known counts. `since`: nanoseconds; older files are not looked at. `ignored`: files and
    folders that an ignore file kept out. `closed`: folders that cannot be opened, and why; `linked`: links to folders.
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
    linked: Sequence[str] = ()
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
    """What a reindex would do about the files; nothing is changed. Raises OnRecordError where it would do nothing."""
    last = last_ledger(job, engine) or Ledger()
    refuse_emptied(job, last)
    return planned(job.articles, last, job.terms(None))


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
    """Raise OnRecordError where a folder that had files has none now."""
    present = holding(names_of(job.files))
    held = holding(last.entries) if any(str(source) not in present for source in job.sources) else frozenset()
    gone = next((s for s in job.sources if str(s) in held and str(s) not in present), None)
    if gone is not None:
        raise OnRecordError(refusal(gone, held_in(last.entries, gone)))


def held_in(paths: Iterable[str], source: Path) -> int:
    """How many of these files lie in a source, or are it."""
    named, within = str(source), f"{str(source).rstrip('/')}/"
    return sum(path == named or path.startswith(within) for path in paths)


def last_ledger(job: Job, engine: Engine) -> Ledger | None:
    """The ledger of an index that can be used."""
    with suppress(IndexUnusable, OSError):
        engine.contents()
        return None if job.full else ledger_of(engine.paper(LEDGER))
    return None
