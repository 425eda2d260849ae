"""Written: the days that a line of text names in full, in the languages of the world and in figures."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from search.days import day_of
from search.reading.months import month_of
from search.reading.persian import persian_days

OF = r"(?:(?:de|del|of|di|ta’)\s)?"
WORD = r"[^\W\d_][^\s\d,()|:;–—-]{1,19}"
CLOCK = r"(?:\s+(?:at\s+)?\d\d?:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,5})?)?"
BEFORE = r"(?<![\d/.:-])"
DAYS = tuple(
    re.compile(written)
    for written in (
        # 2020-04-14, 2020/4/14, 2020年4月14日, 2020. 4. 14
        rf"{BEFORE}(?P<y>\d{{4}})\s?[-/.年년]\s?(?P<m>\d\d?)\s?[-/.月월]\s?(?P<d>\d\d?)(?!\d)",
        # 14.04.2020, 04/14/20
        rf"{BEFORE}(?P<a>\d\d?)\s?(?P<s>[-/.])\s?(?P<b>\d\d?)\s?(?P=s)\s?(?P<c>\d{{4}}|\d\d)(?![\d/-])",
        # 14 April 2020, 14. apríla 2020, 14 de abril de 2020, 14-Apr-2020
        rf"{BEFORE}(?P<d>\d\d?)(?:st|nd|rd|th|er|º|ª|\.)?[\s.-]*{OF}(?P<w>{WORD})[\s.,-]*{OF}(?P<y>\d{{4}})(?!\d|:\d)",
        # April 14, 2020; Apr 14 Tue 2020; Tue Apr 14 20:38:07 EDT 2020
        rf"(?P<w>{WORD})\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?(?:\s[^\W\d]{{2,9}})?{CLOCK},?\s+(?P<y>\d{{4}})(?![\d:])",
        # 2020. április 14., 2020 m. balandžio 14 d.
        rf"{BEFORE}(?P<y>\d{{4}})[.,]?\s+(?:m\.\s)?(?P<w>{WORD})\s+(?P<d>\d\d?)(?!\d)",
    )
)
LONGEST = 100  # characters of a field that states a day
EARLIEST, LATEST = 1800, 2100  # newspapers have put their archives online
THAI_YEARS = 543  # are ahead
YEAR_FIRST = frozenset({"zh", "ja", "ko", "hu", "lt", "mn"})


class Named(NamedTuple):
    """A day and where a text names it."""

    start: int
    end: int
    day: date


def day_told(text: str, *, day_first: bool | None = None) -> date | None:
    """The day that a field states, in any usual form and language; None where it states none, or several.

    `day_first` tells what 4/3/2024 is; where nobody knows, it is none.

    >>> str(day_told("15. März 2025")), str(day_told("15 mars 2025")), day_told("4/3/2024"), day_told("soon")
    ('2025-03-15', '2025-03-15', None, None)
    """
    if day := day_of(text, day_first=day_first):
        return day
    days = {named.day for named in days_in(text[:LONGEST])}
    return days.pop() if len(days) == 1 else None


def days_in(text: str, language: str = "") -> list[Named]:
    """The days that a text names in full, in order; one that may be read as two days is none.

    >>> [str(named.day) for named in days_in("Publié le 27 octobre 2012, 19.56; mis à jour le 01/11/2012", "fr")]
    ['2012-10-27', '2012-11-01']
    >>> days_in("03/04/2020", "en"), [str(named.day) for named in days_in("04/30/20", "en")]
    ([], ['2020-04-30'])
    """
    persian = [Named(text.find(words), text.find(words) + len(words), day) for day, words in persian_days(text)]
    found = [Named(*match.span(), day) for match in _matches(text) if (day := _day(match.groupdict(), language))]
    return sorted(persian or found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in DAYS:
        yield from pattern.finditer(text)


def _day(found: dict[str, str | None], language: str) -> date | None:
    if "w" in found:
        month = month_of(found["w"] or "", language)
        return day_on(found["y"], month, found["d"]) if month else None
    if "y" in found:
        return day_on(found["y"], found["m"], found["d"])
    return _in_figures(found["a"] or "", found["b"] or "", found["c"] or "", language, found["s"] or "")


def _in_figures(a: str, b: str, c: str, language: str, mark: str) -> date | None:
    """The day of 14.04.2020 or 04/14/20; none where more than one reading makes a day and none is the language's."""
    if len(c) == 2 and language in YEAR_FIRST:
        return day_on(f"20{a:0>2}", b, c)
    year = c if len(c) == 4 else f"20{c}"
    day_first, month_first = day_on(year, b, a), day_on(year, a, b)
    if (mark == "." and len(c) == 4) or language not in {"", "en"}:
        return day_first
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def day_on(year: str | int | None, month: str | int | None, day: str | int | None) -> date | None:
    """The day of these numbers, None where there is no such day in a time of newspapers."""
    y = int(year or 0)
    y -= THAI_YEARS if y > EARLIEST + THAI_YEARS + 100 else 0
    try:
        return date(y, int(month or 0), int(day or 0)) if EARLIEST <= y <= LATEST else None
    except ValueError:
        return None
