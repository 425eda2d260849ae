"""The pipeline: folders of articles are read, attributed and indexed."""

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from search.amending import amended, own
from search.attributing import outcomes, processes_for
from search.corrections import NO_CORRECTIONS, Correction, Corrections
from search.doubles import Doubles, once_each
from search.engine import Engine
from search.errors import OnRecordError, PassedOver, ReadError
from search.identity import Identities, identities
from search.identity.decided import FILE, NOTHING_DECIDED, Decided
from search.identity.spool import Spool
from search.identity.tally import Tally
from search.model import Article
from search.overlay import NAME as OVERLAY
from search.reading import FORMATS, is_read, read
from search.reading.assembling import id_of
from search.report import Report

ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})  # names of files that are no articles

NO_ARTICLE = f"No article could be read, so the index is left as it was; articles are files in {', '.join(FORMATS)}."


def reindex(
    files: Sequence[Path],
    engine: Engine,
    *,
    largest: int,
    processes: int = 1,
    parser: str = "",
    decided: Decided = NOTHING_DECIDED,
    corrections: Corrections = NO_CORRECTIONS,
    on_file: Callable[[Path], None] = lambda path: None,
) -> Report:
    """Make the articles of these files the index; where there is none, raise OnRecordError and change nothing."""
    report = Report()
    taken = _taken(files, report, on_file)
    count = processes_for(files, processes)
    with closing(outcomes(taken, largest, processes=count, parser=parser)) as found:
        doubles = Doubles()
        articles = once_each(_distinct(_articles(found, report)), doubles, report.noted)
        first = next(articles, None)
        if first is None:
            raise OnRecordError("\n".join([*report.failed, NO_ARTICLE]))
        right = _amended(_chained(first, articles), corrections, report)
        report.contents = engine.build(_identified(right, doubles, decided, report), parser=parser, processes=count)
    engine.keep_report(report)
    return report


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
    taken = _taken(files, report, lambda path: None)
    with closing(outcomes(taken, largest, processes=processes_for(files, processes), parser=parser)) as found:
        for article in _articles(found, report):
            tally.add(article)
    return identities(tally, decided), report


def article_of(id: str, source: Path, largest: int) -> Article:
    """The article of this id among the files of a source, as it is read; raises ReadError where there is none."""
    files = sorted(files_in(source), key=lambda path: not id.startswith(id_of(str(path))))  # the likely ones first
    found = (outcome for path in files if is_read(path) for outcome in read(path, largest))
    articles = _distinct(outcome for outcome in found if isinstance(outcome, Article))
    article = next((article for article in articles if article.id == id), None)
    if article is None:
        raise ReadError(f"{source}: there is no article {id}; its id is the last part of its page's address")
    return article


def files_in(source: Path) -> tuple[Path, ...]:
    """The files of a folder and the folders in it, or the one file itself, in alphabetical order.

    Raises ReadError for a source that is not there. Links to folders are not followed.
    """
    if source.is_file():
        return (source,)
    if not source.is_dir():
        raise ReadError(f"{source}: there is no such file or folder")
    closed: list[OSError] = []  # folders that cannot be opened count as files, and fail as such
    found = [Path(folder) / name for folder, _, names in os.walk(source, onerror=closed.append) for name in names]
    found += [Path(error.filename) for error in closed if error.filename]
    return tuple(sorted(path for path in found if not _is_about_the_folder(path.relative_to(source))))


def _is_about_the_folder(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.stem.lower() in ABOUT_THE_FOLDER or path in {Path(FILE), Path(OVERLAY)}


def _taken(files: Iterable[Path], report: Report, on_file: Callable[[Path], None]) -> Iterator[Path]:
    """The files that may hold articles; `on_file` hears of each, also of those that are passed over."""
    for path in files:
        on_file(path)
        if path.is_dir():
            report.failed.append(f"{path}: this folder cannot be opened; check that you may read it")
        elif not is_read(path):
            report.passed_over.append(f"{path}: not read, for {_why_not(path)}")
        else:
            yield path


def _why_not(path: Path) -> str:
    """Why this file is not read as articles."""
    if path.name in {FILE, OVERLAY}:
        return f"it counts only in the folder that is the source: reindex --source {path.parent}"
    return f"{path.suffix or 'no suffix'} is not a format of articles"


def _articles(found: Iterable[Article | ReadError], report: Report) -> Iterator[Article]:
    for outcome in found:
        if isinstance(outcome, Article):
            report.noted += [f"{outcome.source}: {note}" for note in outcome.notes]
            yield outcome
        else:
            (report.passed_over if isinstance(outcome, PassedOver) else report.failed).append(str(outcome))


def _amended(articles: Iterable[Article], corrections: Corrections, report: Report) -> Iterator[Article]:
    """The articles as an editor's corrections leave them; what was not applied is said."""
    met: set[Correction] = set()
    for article in articles:
        meant = own(article, corrections)
        done = amended(article, meant)
        met.update(meant)
        report.refused += done.refused
        report.noted += done.noted
        yield done.article
    left = (c for several in corrections.values() for c in several if c not in met)
    report.refused += [f"{c.where}: no such article was read; mend its id or remove the block" for c in left]


def _identified(articles: Iterable[Article], doubles: Doubles, decided: Decided, report: Report) -> Iterator[Article]:
    """The articles with one name for each speaker and with all their sources.

    They are set aside on disk until all names are known.
    """
    with Spool() as spool:
        tally = Tally()
        for article in articles:
            tally.add(article)
            spool.add(article)
        known = identities(tally, decided)
        report.noted += [entry.is_unused for entry in known.unused]
        yield from (doubles.complete(known.renamed(article)) for article in spool.articles())


def _distinct(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles, each with an id of its own: of two files of one name the later gets a longer one."""
    sources: dict[str, str] = {}
    for article in articles:
        if sources.setdefault(article.id, article.source) == article.source:
            yield article
        else:
            yield replace(article, id=f"{article.id}-{hashlib.sha256(article.source.encode()).hexdigest()[:8]}")


def _chained(first: Article, rest: Iterable[Article]) -> Iterator[Article]:
    yield first
    yield from rest
