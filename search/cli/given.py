"""Given: what a reindex is to read: sources from the command line, from a list, as the index had them, or as set."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from search.cli.group import USAGE, Failure
from search.engine import Engine
from search.errors import OnRecordError, ReadError
from search.identity.decided import decided_in
from search.keeping.job import Job
from search.overlay import corrections_of
from search.paths import Files
from search.settings import PREFIX, Settings
from search.sources import Found, found_in, is_gone

NOTHING = (
    "There is no index in {index} from which to take the sources, no --source is given, and there is no folder {source}"
    " here; give the index that you mean with --index DIR, or your articles with --source DIR"
)


def listed(stream: BinaryIO) -> tuple[Path, ...]:
    """The paths of a list: each ends with a NUL if there is one, or else with its line."""
    content = stream.read()
    parts = content.split(b"\0") if b"\0" in content else content.splitlines()
    found = tuple(Path(os.fsdecode(part)) for part in parts if part.strip())
    if not found:
        raise Failure("The list of sources is empty; write one path a line", USAGE)
    return found


def sources_for(given: Sequence[Path], settings: Settings, engine: Engine) -> tuple[Path, ...]:
    """The sources that are named; else those that are set, those that the index had, or the sample corpus."""
    if given:
        return tuple(given)
    if not os.environ.get(f"{PREFIX}SOURCE"):
        with suppress(OnRecordError, OSError):
            if (report := engine.report()) and report.sources:
                had = tuple(map(_spelled, report.sources, report.given))
                return tuple(path for path in had if not is_gone(path)) or had
        if not settings.source.exists():
            raise Failure(NOTHING.format(index=settings.index.absolute(), source=settings.source), USAGE)
    return (settings.source,)


def _spelled(path: str, spelled: str) -> Path:
    """A source as it was given, if that still names it here; so its files keep their names."""
    return Path(spelled if os.path.abspath(spelled) == path else path)  # noqa: PTH100


def job_for(
    sources: Sequence[Path], settings: Settings, *, full: bool = False, since: int = 0, of_a_list: bool = False
) -> Job:
    """The job that makes these sources the index; a usage error for one that is not there, but not of a list."""
    found = _found(sources, of_a_list=of_a_list)
    return Job(
        found.files,
        settings.largest_file,
        settings.processes,
        settings.parser,
        decided_in(sources),
        corrections_of(sources),
        sources=sources,
        ignored=found.ignored,
        closed=found.closed,
        linked=found.linked,
        full=full,
        since=since,
    )


def _found(sources: Sequence[Path], *, of_a_list: bool) -> Found:
    gone = dict.fromkeys(path for path in sources if is_gone(path)) if of_a_list else {}  # each fails as a file then
    try:
        found = found_in(path for path in sources if path not in gone) if gone else found_in(sources)
    except ReadError as error:
        raise Failure(f"{error}; name your articles with --source DIR", USAGE) from None
    return replace(found, files=Files((*found.files.names, *map(str, gone))))
