"""The pipeline: folders of articles are read, attributed and indexed."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from search.attributing import outcomes, processes_for
from search.corrections import NO_CORRECTIONS, Corrections
from search.engine import Engine
from search.errors import PassedOver, ReadError
from search.identity import Identities, identities
from search.identity.decided import NOTHING_DECIDED, Decided
from search.identity.tally import Tally
from search.keeping.forming import distinct_id
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.model import Article
from search.progress import SILENT, Progress
from search.reading import read
from search.reading.assembling import id_of
from search.report import Report
from search.sources import files_in as files_in
from search.sources import why_not


def reindex(
    files: Sequence[Path],
    engine: Engine,
    *,
    largest: int,
    processes: int = 1,
    parser: str = "",
    decided: Decided = NOTHING_DECIDED,
    corrections: Corrections = NO_CORRECTIONS,
    full: bool = False,
    progress: Progress = SILENT,
) -> Report:
    """Make the articles of these files the index; where there is none, raise OnRecordError and change nothing.

    What has not changed since the last time is not done again, unless all is to be done in `full`.
    """
    job = Job(files, largest, processes, parser, decided, corrections, full=full)
    return renewed(job, engine, progress)


def attributed(
    files: Sequence[Path], largest: int, *, processes: int = 1, parser: str = ""
) -> Generator[Article | ReadError]:
    """The articles of these files with their statements, and an error for each that cannot be read."""
    return outcomes(files, largest, processes=processes_for(files, processes), parser=parser)


def identified(
    files: Sequence[Path], largest: int, *, processes: int = 1, parser: str = "", decided: Decided = NOTHING_DECIDED
) -> tuple[Identities, Report]:
    """Who is one speaker in the articles of these files, and what failed."""
    report, tally = Report(), Tally()
    taken = [path for path in files if not why_not(path)]
    with closing(attributed(taken, largest, processes=processes, parser=parser)) as found:
        for outcome in found:
            if isinstance(outcome, Article):
                tally.add(outcome)
            else:
                (report.passed_over if isinstance(outcome, PassedOver) else report.failed).append(str(outcome))
    return identities(tally, decided), report


def article_of(id: str, source: Path, largest: int) -> Article:
    """The article of this id among the files of a source, as it is read; raises ReadError where there is none."""
    files = sorted(files_in(source), key=lambda path: not id.startswith(id_of(str(path))))  # the likely ones first
    found = (outcome for path in files if not why_not(path) for outcome in read(path, largest))
    sources: dict[str, str] = {}
    for article in found:
        if isinstance(article, Article) and distinct_id(article.id, article.source, sources) == id:
            return replace(article, id=id)
    raise ReadError(f"{source}: there is no article {id}; its id is the last part of its page's address")
