"""Periods: the days from which to which a query's `date:` reaches: a year, a month, a day, or from one to another."""

import re
from calendar import monthrange
from datetime import date

from search.errors import QueryError
from search.tree import Dated, Or

DAYS, RANGES = "date:2024, date:2024-05, date:2024-05-31", "date:2024-05..2024-07, date:2024.., date:..2024"
DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
GROUP = re.compile(r"(?i:date:)\((?P<inside>[^()\"]*)\)")


def dated(typed: str) -> Dated | Or:
    """What `date:` with all that stands after it asks for; raises QueryError.

    >>> dated("date:2024-02")
    Dated(since=datetime.date(2024, 2, 1), until=datetime.date(2024, 2, 29))
    """
    if not typed[5:]:
        raise QueryError("{part} takes days with OR between them, as in {part}(2023 OR 2024-05)", typed)
    if not (group := GROUP.fullmatch(typed)):
        return period(typed, _bare(typed))
    found = tuple(dict.fromkeys(period(typed, each) for each in _alternatives(group["inside"])))
    if not found:
        raise QueryError(
            "There is no day in {part}; write {days}, or a range: {ranges}.", typed, days=DAYS, ranges=RANGES
        )
    return found[0] if len(found) == 1 else Or(found)


def period(typed: str, days: str) -> Dated:
    """The days of one period, `typed` being all that was typed; raises QueryError."""
    first, dots, last = days.partition("..")
    since, until = _days(first), _days(last if dots else first)
    if not ((since or (dots and not first)) and (until or not last)) or not days.strip("."):
        raise QueryError("{part} names no days; write {days}, or a range: {ranges}.", typed, days=DAYS, ranges=RANGES)
    begin, end = since and since[0], until and until[1]
    if begin and end and begin > end:
        raise QueryError(
            "The days of {part} are the wrong way round: {begin} comes after {end}.", typed, begin=begin, end=end
        )
    return Dated(begin, end)


def mended(typed: str) -> str:
    """What may have been meant by a `date:` that makes no sense: the ends changed over, or less of each.

    >>> mended("date:2024-13"), mended("date:2025..2024"), mended("date:(2023-44 OR May OR 2025)")
    ('date:2024', 'date:2024..2025', 'date:(2023 OR 2025)')
    """
    name, group = typed[:5], GROUP.fullmatch(typed)
    if not group:
        return name + _mended(_bare(typed))
    return f"{name}({' OR '.join(filter(None, map(_mended, _alternatives(group['inside']))))})"


def _alternatives(inside: str) -> list[str]:
    return [each for each in inside.split() if each != "OR"]


def _bare(typed: str) -> str:
    return typed[5:].strip('" ')


def _mended(days: str) -> str:
    """As much from the left as names days, of a range at both ends.

    >>> _mended("2024-02-30"), _mended("2024-13"), _mended("2023..2024-13"), _mended("May")
    ('2024-02', '2024', '2023..2024', '')
    """
    first, dots, last = days.partition("..")
    if not dots:
        parts = days.split("-")
        return next((some for n in (3, 2, 1) if _days(some := "-".join(parts[:n]))), "")
    first, last = _mended(first), _mended(last)
    since, until = _days(first), _days(last)
    if since and until and since[0] > until[1]:
        first, last = last, first
    return f"{first}..{last}" if first or last else ""


def _days(typed: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day; None where there are no such days."""
    found = DAY.fullmatch(typed)
    if not found:
        return None
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    try:
        if day or found["day"]:
            return date(year, month, day), date(year, month, day)
        first, last = (month, month) if found["month"] else (1, 12)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None
