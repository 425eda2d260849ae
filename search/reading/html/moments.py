"""Moments: what a page writes for a time, read; the day there, and the time of day where it is told in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from search.reading.written import day_on, days_in

ISO = re.compile(
    r"""(?x)
    (?P<y>\d{4}) (?P<s>[-/.]?) (?P<m>\d\d?) (?P=s) (?P<d>\d\d?) (?!\d)         # 2020-04-14, 2020/4/14, 20200414
    (?: [T\s|]+ (?P<h>\d\d?) [:h]? (?P<min>\d\d) (?P<rest>.*) )?               # T00:38:07Z
    """
)
CLOCK = re.compile(r"(?P<h>\d\d?):(?P<min>\d\d)(?P<rest>.*)")
IN_UTC = re.compile(r"(?:[:\d.,]*)\s*(?:Z|GMT|UTC)\b(?!\s*[+-]\s*\d)")  # "GMT+0300" tells a time of its own
SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970, or thousandths of them


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as it is written and, where it is told in UTC, the exact time, which elsewhere may be on another day."""

    day: date
    exact: datetime | None = None


def moment_of(text: str, language: str = "") -> Moment | None:
    """The moment that a text states, None where it states none or may mean two.

    >>> moment_of("20200414T00:38:07Z").exact.isoformat(), moment_of("2020-09-25T16:02:50CDT").exact
    ('2020-04-14T00:38:00+00:00', None)
    >>> moment_of("Tue, Sep 15 2020 10:01:41 EDT").day, moment_of("03/04/2020")
    (datetime.date(2020, 9, 15), None)
    """
    text = " ".join(text.split())
    if SECONDS.fullmatch(text):
        exact = datetime.fromtimestamp(int(text[:10]), UTC)
        return Moment(exact.date(), exact)
    if (found := ISO.match(text)) and (day := day_on(found["y"], found["m"], found["d"])):
        return _moment(day, found)
    named = days_in(text, language)
    return _moment(named[0].day, CLOCK.search(text)) if named else None


def _moment(day: date, clock: re.Match[str] | None) -> Moment:
    if not clock or not clock["h"] or not IN_UTC.match(clock["rest"]):
        return Moment(day)
    hour, minute = int(clock["h"]), int(clock["min"])
    if hour > 23 or minute > 59:
        return Moment(day)
    return Moment(day, datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC))
