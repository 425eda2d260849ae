"""Told: what the last reindex said, as pages show it: of many files once, and without the folders of the machine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from search.model import Article
from search.report import KINDS, Kind, Report

ONCE = frozenset({"noted", "passed_over"})  # kinds of which what is said of many files is said once
SHOWN = 200  # sentences of each kind


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a kind: how many there are of files, the first of them, and how many more."""

    kind: Kind
    count: int
    lines: tuple[str, ...]
    more: int


def told(report: Report) -> tuple[Told, ...]:
    """All kinds."""
    within = _Within(report)
    return tuple(_once(report, kind, within) if kind in ONCE else _each(report, kind, within) for kind in KINDS)


def data(report: Report) -> Mapping[str, object]:
    """The same as JSON has it: the first sentences of each kind, and how many there are."""
    within = _Within(report)
    return {
        **{kind: list(_each(report, kind, within).lines) for kind in KINDS},
        "counts": {kind: report.count(kind) for kind in KINDS},
    }


def _once(report: Report, kind: Kind, within: "_Within") -> Told:
    found = report.gist.get(kind, ())
    named = (replace(g, names=tuple(map(within.told, g.names)), what=within.told(g.what)) for g in found)
    return Told(kind, report.count(kind), tuple(gist.sentence for gist in named), 0)


def _each(report: Report, kind: Kind, within: "_Within") -> Told:
    lines = tuple(map(within.told, report.sentences[kind][:SHOWN]))
    return Told(kind, report.count(kind), lines, report.count(kind) - len(lines))


def without_folders(article: Article, report: Report | None) -> Article:
    """An article whose files are named so."""
    within = _Within(report or Report())
    named, notes = within.told(article.source), tuple(map(within.told, article.notes))
    return replace(article, source=named, notes=notes, sources=tuple(map(within.told, article.sources)))


class _Within:
    """Names files as they are called within their sources: where those lie on the machine is nobody's business.

    Where there are several sources, the last name of each tells them apart.

    >>> within = _Within(Report(sources=["/home/ann/news"], given=["news"]))
    >>> within.told("news/a.txt, /home/ann/news/b/goodnews/c.txt")
    'a.txt, b/goodnews/c.txt'
    >>> _Within(Report(sources=["/home/ann/news", "/srv/wire"])).told("/home/ann/news/a.txt, /srv/wire/a.txt")
    'news/a.txt, wire/a.txt'
    """

    def __init__(self, report: Report) -> None:
        self._folders = _folders(tuple(report.sources), tuple(report.given))

    def told(self, sentence: str) -> str:
        return self._folders.sub("", sentence)


@lru_cache(maxsize=2)
def _folders(sources: tuple[str, ...], given: tuple[str, ...]) -> re.Pattern[str]:
    """What is left out of the paths of files."""
    paths = [path for path in map(Path, {*sources, *given}) if path.name]
    if len(sources) > 1:
        left = {f"{_open(path.parent)}(?={re.escape(path.name)})" for path in paths if path.parent != Path()}
    else:
        left = {_open(place) for path in paths for place in (path, path.parent) if place.name}
    longest_first = sorted(left, key=len, reverse=True)
    return re.compile(rf"(?<![\w./-])(?:{'|'.join(longest_first)})" if left else r"(?!)")


def _open(folder: Path) -> str:
    return re.escape(f"{str(folder).rstrip('/')}/")
