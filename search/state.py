"""State: how an index stands: what it is, what it holds by outlet and year, what failed, whether it is old."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from search.contents import Contents, Edition
from search.engine import Engine
from search.errors import OnRecordError
from search.facets import UNKNOWN
from search.report import Report
from search.staleness import UNSEEN, stale


@dataclass(frozen=True, slots=True)
class State:
    """How an index stands. `years` are the articles of each outlet by year; either may be unknown.

    `older` says why it is older than its sources; "" where it is not.
    """

    edition: Edition
    contents: Contents
    report: Report
    years: Mapping[str, Mapping[str, int]]
    older: str = ""

    @property
    def without_outlet(self) -> int:
        return sum(self.years.get(UNKNOWN, {}).values())

    @property
    def without_date(self) -> int:
        return sum(years.get(UNKNOWN, 0) for years in self.years.values())

    @property
    def all_years(self) -> tuple[str, ...]:
        """Every year that some outlet has, the unknown one last."""
        found = {year for years in self.years.values() for year in years}
        return tuple(sorted(found, key=lambda year: (year == UNKNOWN, year)))


def state_of_index(engine: Engine) -> State:
    """How an engine's index stands; raises IndexUnusable."""
    contents, report = engine.contents(), engine.report() or Report()
    years: dict[str, Counter[str]] = {}
    for cover in engine.coverage():
        year = cover.month if cover.month == UNKNOWN else cover.month[:4]
        years.setdefault(cover.outlet, Counter())[year] += cover.articles
    return State(engine.edition(), contents, report, years, _older(report))


def _older(report: Report) -> str:
    try:
        return stale(report)
    except OnRecordError as error:
        return f"{UNSEEN}: {error}"
