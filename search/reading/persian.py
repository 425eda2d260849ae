"""Persian days: "۲ تیر ۱۳۹۹" and "1399/04/02" of the solar calendar that Iran and Afghanistan write."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
OTHERWISE = {"امرداد": 5, "ابان": 8, "اذر": 9, "حمل": 1, "ثور": 2, "جوزا": 3, "سرطان": 4, "اسد": 5, "سنبله": 6}
NUMBERS = {name: n for n, name in enumerate(MONTHS, 1)} | OTHERWISE
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك", "01234567890123456789یک")  # and Arabic letters for Persian ones
DAY = re.compile(
    rf"(?<!\d)(?P<y>1[34]\d\d)[/.-](?P<m>\d\d?)[/.-](?P<d>\d\d?)(?!\d)"
    rf"|(?<!\d)(?P<d2>\d\d?)\s+(?P<name>{'|'.join(NUMBERS)})(?:\s+ماه)?\s+(?P<y2>1[34]\d\d)(?!\d)"
)
LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of each 33 years; agrees with the sky from 1243 to 1472
NEW_YEAR = date(2020, 3, 20), 1399  # a first of Farvardin, which every other day is counted from


def persian_days(text: str) -> Iterator[tuple[date, str]]:
    """The Persian days that a text names, and the words that name each.

    >>> [(str(day), words) for day, words in persian_days("دوشنبه ۲ تير ۱۳۹۹")]
    [('2020-06-22', '۲ تير ۱۳۹۹')]
    """
    for found in DAY.finditer(text.translate(DIGITS)):  # one letter for another: the offsets stay
        month = int(found["m"] or NUMBERS[found["name"]])
        if day := _day(int(found["y"] or found["y2"]), month, int(found["d"] or found["d2"])):
            yield day, text[found.start() : found.end()]


def _day(year: int, month: int, day: int) -> date | None:
    lengths = [31] * 6 + [30] * 5 + [29 + _leap(year)]
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    first, known = NEW_YEAR
    later = sum(365 + _leap(y) for y in range(known, year)) - sum(365 + _leap(y) for y in range(year, known))
    return first + timedelta(later + sum(lengths[: month - 1]) + day - 1)


def _leap(year: int) -> bool:
    return year % 33 in LEAP
