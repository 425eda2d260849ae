"""Days: the dates that a text names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
MONTH = "|".join([*MONTHS, r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?"])

DAY = re.compile(
    rf"""
      \b(?P<iso>\d{{4}}-\d\d-\d\d)\b                                                  # 2024-05-31
    | \b(?P<m>(?=(?-i:[A-Z]))(?:{MONTH}))\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)
      (?:,?\s(?P<y>\d{{4}})\b)?                                                     # May 31, 2024
    | \b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>(?:{MONTH}))(?!\w)
      (?:,?\s(?P<y2>\d{{4}})\b)?                                                    # 31 May 2024
    """,
    re.VERBOSE | re.IGNORECASE,
)
SECOND = re.compile(r"\s?(?:and|to|[-–])\s?([12]?\d|3[01])(?=\W*(?:[,.;:)]|\Z))")  # March 10 and 11
FIGURES = re.compile(  # 31.05.2024, 31/05/24, 2024/05/31, with or without a time
    r"""(?x) (?: (?P<year>\d{4}) [/.] (?P<month>\d{1,2}) [/.] (?P<day>\d{1,2})
               | (?P<one>\d{1,2}) (?P<sign>[/.-]) (?P<two>\d{1,2}) (?P=sign) (?P<y>\d{4}|\d\d) )
        (?: [,\ ]+ \d{1,2} [:.] \d\d .{0,20} )?"""
)
CENTURY = 70  # of two figures: from here on they are of the last century, as in most programs


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that a text names: `year` is None where the text leaves it out; `start` and `end` are offsets."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The day in a year, None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def nearest(self, anchor: date) -> date | None:
        """The day, in the stated year or else in the year that brings it nearest to another day."""
        years = (self.year,) if self.year else (anchor.year - 1, anchor.year, anchor.year + 1)
        days = [day for year in years if (day := self.in_year(year))]
        return min(days, key=lambda day: abs(day - anchor), default=None)


def mentions(text: str) -> Iterator[Mention]:
    """The days that a text names, in order.

    >>> [(m.day, m.month, m.year) for m in mentions("On January 5, and on 3 Feb. 2020; may 6 of us. On 7 May")]
    [(5, 1, None), (3, 2, 2020), (7, 5, None)]
    """
    for found in DAY.finditer(text):
        if found["iso"]:
            year, month, day = (int(part) for part in found["iso"].split("-"))
            mention = Mention(*found.span(), month, day, year)
        else:
            stated = found["y"] or found["y2"]
            month = _month(found["m"] or found["m2"])
            mention = Mention(*found.span(), month, int(found["d"] or found["d2"]), int(stated) if stated else None)
        if mention.month and mention.in_year(mention.year or 2024):  # 2024 has every day
            yield mention
            if second := SECOND.match(text, mention.end):
                yield replace(mention, end=second.end(), day=int(second[1]))


def day_of(text: str, *, day_first: bool | None = None) -> date | None:
    """The one day that a header states, in any usual form; None where it states none.

    `day_first` tells what 4/3/2024 is; where nobody knows, it is none.

    >>> day_of("12 March 2024"), day_of("2024-03-12T10:00:00Z"), day_of("12.03.2024"), day_of("soon")
    (datetime.date(2024, 3, 12), datetime.date(2024, 3, 12), datetime.date(2024, 3, 12), None)
    >>> day_of("3/31/2024"), day_of("4/3/2024"), day_of("4/3/2024", day_first=True)
    (datetime.date(2024, 3, 31), None, datetime.date(2024, 3, 4))
    """
    if figures := FIGURES.fullmatch(text.strip()):
        return _day_in_figures(figures, day_first)
    first = next(mentions(text.replace("T", " ") if re.match(r"\d{4}-\d\d-\d\dT", text) else text), None)
    return first.in_year(first.year) if first and first.year else None


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Whether days in figures, such as those of a column, begin with the day; None where none of them tells.

    >>> day_comes_first(["4/3/2024", "31/3/2024"]), day_comes_first(["3/31/2024"]), day_comes_first(["4/3/2024"])
    (True, False, None)
    """
    figures = (found for text in texts if (found := FIGURES.fullmatch(text.strip())) and found["one"])
    return next((order for found in figures if (order := _order(found)) is not None), None)


def _order(figures: re.Match[str]) -> bool | None:
    """Whether the day comes first: before dots it does, and whatever is no month is a day."""
    one, two = int(figures["one"]), int(figures["two"])
    if figures["sign"] == "." or one == two:
        return True
    return one > 12 if (one > 12) != (two > 12) else None


def _day_in_figures(figures: re.Match[str], day_first: bool | None) -> date | None:
    if figures["year"]:
        return Mention(0, 0, int(figures["month"]), int(figures["day"]), None).in_year(int(figures["year"]))
    order = _order(figures)
    order = day_first if order is None else order
    if order is None:
        return None
    day, month = (int(figures[name]) for name in (("one", "two") if order else ("two", "one")))
    year = int(figures["y"])
    century = 0 if year > 99 else 1900 if year >= CENTURY else 2000
    return Mention(0, 0, month, day, None).in_year(century + year)


def _month(word: str) -> int:
    """The month's number, 0 for another word; a small letter at the start is no month ("may 6")."""
    short = word.lower().rstrip(".")
    full = {name: n for n, name in enumerate(MONTHS, 1)}
    by_short = {name[:3]: n for name, n in full.items()} | {"sept": 9}
    return (full.get(short) or by_short.get(short) or 0) if word[0].isupper() else 0
