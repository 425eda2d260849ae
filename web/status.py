"""Status: what is indexed, how much of each outlet and month, and what the last reindex said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from search.contents import Contents, Coverage, Edition
from search.engine import Engine
from search.facets import UNKNOWN
from search.query import Query
from search.report import Report
from web.told import data

DEPTHS = 4  # shades of a cell
MONTHS = range(1, 13)
LONGEST_LIFE = 100  # years of an outlet that are drawn though empty; one wrong date must not make thousands


@dataclass(frozen=True, slots=True)
class Cell:
    """A month of an outlet: how many articles, how dark, where they are, and whether it is a gap."""

    count: int
    depth: int
    link: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet in a year."""

    outlet: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its months, and the outlets that had begun and not ended."""

    year: int
    months: Sequence[date]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Status:
    """What is indexed; `report` is None where none was kept."""

    contents: Contents
    coverage: Sequence[Coverage]
    report: Report | None
    edition: Edition

    @property
    def undated(self) -> int:
        """How many articles have no date."""
        return sum(each.articles for each in self.coverage if each.month == UNKNOWN)

    @property
    def nameless(self) -> int:
        """How many articles have no outlet."""
        return sum(each.articles for each in self.coverage if each.outlet == UNKNOWN)

    def years(self) -> list[Year]:
        """The coverage, the newest year first."""
        counts = {(c.outlet, c.month): c.articles for c in self.coverage if c.month != UNKNOWN}
        spans = _spans(counts)
        most = max(counts.values(), default=1)
        years = sorted({int(month[:4]) for _, month in counts} | _between(spans.values()), reverse=True)
        return [Year(y, [date(y, m, 1) for m in MONTHS], list(_rows(y, counts, spans, most))) for y in years]

    def data(self) -> dict[str, Any]:
        """The same as JSON has it."""
        held = {name: getattr(self.contents, name) for name in ("articles", "paragraphs", "statements", "speakers")}
        return {
            **held,
            "built": self.contents.built or None,
            "generation": self.edition.generation,
            "fingerprint": self.edition.fingerprint,
            "without_outlet": self.nameless,
            "without_date": self.undated,
            "coverage": [{"outlet": c.outlet, "month": c.month, "articles": c.articles} for c in self.coverage],
            "report": data(self.report) if self.report else None,
        }


def status(engine: Engine) -> Status:
    """The state of an engine's index; raises IndexUnusable."""
    return Status(engine.contents(), engine.coverage(), engine.report(), engine.edition())


def _spans(counts: Mapping[tuple[str, str], int]) -> dict[str, tuple[str, str]]:
    """The first and the last month of each outlet."""
    months: dict[str, list[str]] = defaultdict(list)
    for outlet, month in counts:
        months[outlet].append(month)
    return {outlet: (min(found), max(found)) for outlet, found in months.items()}


def _between(spans: Iterable[tuple[str, str]]) -> set[int]:
    """The years between the first and the last of an outlet, without any article or with; of a long life the newest."""
    ends = [(int(first[:4]), int(last[:4])) for first, last in spans]
    return {year for first, last in ends for year in range(max(first, last - LONGEST_LIFE), last + 1)}


def _rows(
    year: int, counts: Mapping[tuple[str, str], int], spans: Mapping[str, tuple[str, str]], most: int
) -> Iterator[Row]:
    for outlet, (first, last) in sorted(spans.items(), key=lambda item: (item[0] == UNKNOWN, item[0])):
        if int(first[:4]) <= year <= int(last[:4]):
            names = [f"{year:04}-{month:02}" for month in MONTHS]
            yield Row(outlet, [_cell(outlet, n, counts.get((outlet, n), 0), most, first <= n <= last) for n in names])


def _cell(outlet: str, month: str, count: int, most: int, within: bool) -> Cell:
    depth = -(-DEPTHS * count // most)
    return Cell(count, depth, _link(outlet, month), gap=within and not count)


def _link(outlet: str, month: str) -> str:
    return Query(f"date:{month}", frozenset({("outlet", outlet)})).address()
