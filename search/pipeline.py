"""The pipeline: folders of articles are read, attributed and indexed."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from search.attribution import attribute
from search.engine import Contents, Engine
from search.errors import OnRecordError, ReadError
from search.model import Article
from search.reading import FORMATS, read

ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})  # names of files that are no articles

NO_ARTICLE = f"No article could be read, so the index is left as it was; articles are files in {', '.join(FORMATS)}."


@dataclass(slots=True)
class Report:
    """What came of a reindex: what the index holds, and sentences on what failed and what was passed over."""

    contents: Contents = field(default_factory=Contents)
    failed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)


def reindex(
    files: Iterable[Path], engine: Engine, *, largest: int, on_file: Callable[[Path], None] = lambda path: None
) -> Report:
    """Make the articles of these files the index; where there is none, raise OnRecordError and change nothing."""
    report = Report()
    articles = _distinct(_articles(files, largest, report, on_file))
    first = next(articles, None)
    if first is None:
        raise OnRecordError("\n".join([*report.failed, NO_ARTICLE]))
    report.contents = engine.build(_chained(first, articles))
    return report


def attributed(files: Iterable[Path], largest: int) -> Iterator[Article | ReadError]:
    """The articles of these files with their statements, and an error for each that cannot be read."""
    for path in files:
        for article in read(path, largest):
            yield attribute(article) if isinstance(article, Article) else article


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
    return any(part.startswith(".") for part in path.parts) or path.stem.lower() in ABOUT_THE_FOLDER


def _articles(
    files: Iterable[Path], largest: int, report: Report, on_file: Callable[[Path], None]
) -> Iterator[Article]:
    for path in files:
        on_file(path)
        if path.is_dir():
            report.failed.append(f"{path}: this folder cannot be opened; check that you may read it")
            continue
        if path.suffix.lower() not in FORMATS:
            report.passed_over.append(f"{path}: not read, for {path.suffix or 'no suffix'} is not a format of articles")
            continue
        for article in attributed([path], largest):
            if isinstance(article, Article):
                report.noted += [f"{path}: {note}" for note in article.notes]
                yield article
            else:
                report.failed.append(str(article))


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
