"""Moments: what a page writes for a time, read; the day there, and the time of day where it is told in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from search.days import day_of
from search.reading.html.persian import persian_days

ISO = re.compile(
    r"""(?x)
    (?P<y>\d{4}) (?P<s>[-/.]?) (?P<m>\d\d?) (?P=s) (?P<d>\d\d?) (?!\d)         # 2020-04-14, 2020/4/14, 20200414
    (?: [T\s|]+ (?P<h>\d\d?) [:h]? (?P<min>\d\d) (?P<rest>.*) )?               # T00:38:07Z
    """
)
EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)\s?[日일]")  # 2020年4月14日
DAY_FIRST = re.compile(r"(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>\d{4})(?!\d)")  # 14.04.2020
CLOCK = re.compile(r"(?P<h>\d\d?):(?P<min>\d\d)(?P<rest>.*)")
IN_UTC = re.compile(r"(?:[:\d.,]*)\s*(?:Z|GMT|UTC)\b(?!\s*[+-]\s*\d)")  # "GMT+0300" tells a time of its own
SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970, or thousandths of them
EARLIEST = 1800  # newspapers have put their archives online; what is older is a slip


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as it is written and, where it is told in UTC, the exact time, which elsewhere may be on another day."""

    day: date
    exact: datetime | None = None


def moment_of(text: str) -> Moment | None:
    """The moment that a text states, None where it states none or may mean two.

    >>> moment_of("20200414T00:38:07Z").exact.isoformat(), moment_of("2020-09-25T16:02:50CDT").exact
    ('2020-04-14T00:38:00+00:00', None)
    >>> moment_of("Tue, Sep 15 2020 10:01:41 EDT").day, moment_of("03/04/2020")
    (datetime.date(2020, 9, 15), None)
    """
    text = EAST_ASIAN.sub(r"\1-\2-\3", " ".join(text.split()))
    if SECONDS.fullmatch(text):
        exact = datetime.fromtimestamp(int(text[:10]), UTC)
        return Moment(exact.date(), exact)
    if persian := next(persian_days(text), None):
        return Moment(persian[0])
    if found := ISO.match(text):
        return _moment(_day(found["y"], found["m"], found["d"]), found)
    if found := DAY_FIRST.match(text):
        return _moment(_either(found), CLOCK.search(text))
    return _moment(day_of(text), CLOCK.search(text))


def _moment(day: date | None, clock: re.Match[str] | None) -> Moment | None:
    if day is None or day.year < EARLIEST:
        return None
    if not clock or not clock["h"] or not IN_UTC.match(clock["rest"]):
        return Moment(day)
    hour, minute = int(clock["h"]), int(clock["min"])
    if hour > 23 or minute > 59:
        return Moment(day)
    return Moment(day, datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC))


def _either(found: re.Match[str]) -> date | None:
    """The day of 14.04.2020 or 04/14/2020; none where both readings make a day."""
    first, second = (_day(found["y"], *pair) for pair in ((found["m"], found["d"]), (found["d"], found["m"])))
    if found["s"] == ".":
        return first
    return (first or second) if first is None or second is None or first == second else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
