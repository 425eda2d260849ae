"""The timeline: how many paragraphs each year, month or day has, as bars that lead to it."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from search.query import Query
from search.results import Results
from web.links import Links

Level = Literal["years", "months", "days"]

MOST_BARS = 31  # of 24 pixels each they fit beside the facets
STEPS = (1, 5, 10, 25, 50, 100, 500)  # years that a bar stands for


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, both days included; how many paragraphs it has, and in percent of the highest bar."""

    since: date
    until: date
    count: int
    height: float
    link: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of one level, side by side without a gap; `wider` leads to more time, "" where all is shown."""

    level: Level
    bars: Sequence[Bar]
    wider: str

    @property
    def every(self) -> int:
        """Which bars are named below: each one, or every so many."""
        return -(-len(self.bars) // 8)


def timeline(results: Results, query: Query, links: Links) -> Timeline | None:
    """The timeline of results; None where nothing that was found has a date."""
    months = {_month(name): count for name, count in results.months}
    if not months:
        return None
    if query.by_day and query.since and query.until:
        counts: Mapping[date, int] = {date.fromisoformat(day): count for day, count in results.days}
        days = [query.since + timedelta(n) for n in range((query.until - query.since).days + 1)]
        return _of("days", [(day, day) for day in days], counts, query, links)
    last = _first_of_month(query.until) if query.until else max(months)
    first = _first_of_month(query.since) if query.since else min(*months, last)
    last = max(first, last)  # days after all that was found are shown, too
    level: Level = "months" if _apart(first, last) < MOST_BARS else "years"
    spans = _months(first, last) if level == "months" else _years(first.year, last.year)
    return _of(level, spans, months, query, links)


def _of(
    level: Level, spans: Sequence[tuple[date, date]], counts: Mapping[date, int], query: Query, links: Links
) -> Timeline:
    """Bars for these stretches of time, given the counts of days or of the first days of months."""
    sums = Counter[int]()
    starts = [since for since, _ in spans]
    at = -1
    for day in sorted(counts):
        while at + 1 < len(starts) and starts[at + 1] <= day:
            at += 1
        if at >= 0 and day <= spans[at][1]:
            sums[at] += counts[day]
    most = max(sums.values(), default=1)
    bars = [
        Bar(since, until, sums[n], round(100 * sums[n] / most, 1), links.between(since, until))
        for n, (since, until) in enumerate(spans)
    ]
    return Timeline(level, bars, _wider(query, links))


def _wider(query: Query, links: Links) -> str:
    """The year around days of one month; all time around anything else."""
    since, until = query.since, query.until
    if since and until and (since.year, since.month) == (until.year, until.month):
        return links.between(date(since.year, 1, 1), date(since.year, 12, 31))
    return links.between(None, None) if since or until else ""


def _months(first: date, last: date) -> list[tuple[date, date]]:
    starts = [_later(first, n) for n in range(_apart(first, last) + 1)]
    return [(start, start.replace(day=monthrange(start.year, start.month)[1])) for start in starts]


def _years(first: int, last: int) -> list[tuple[date, date]]:
    step = next(step for step in STEPS if last // step - first // step < MOST_BARS)
    starts = range(first - first % step, last + 1, step)
    return [(date(max(1, year), 1, 1), date(min(9999, year + step - 1), 12, 31)) for year in starts]


def _apart(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _month(name: str) -> date:
    return date.fromisoformat(f"{name}-01")
