"""Since: a point in time as an administrator types it: a day, a day with a time, or how long ago."""

import re
from datetime import datetime, timedelta

import click

UNITS = {"minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "month": 2_592_000, "year": 31_536_000}  # seconds
AGO = re.compile(r"(?P<count>\d{1,6}|an?) (?P<unit>minute|hour|day|week|month|year)s?(?: ago)?")  # 2 weeks ago
NAMED = {"today": 0, "yesterday": 1}


def since(text: str, now: datetime) -> datetime:
    """The time that is meant; raises ValueError.

    >>> since("2 weeks ago", datetime(2024, 5, 15)), since("2024-05-01", datetime(2024, 5, 15))
    (datetime.datetime(2024, 5, 1, 0, 0), datetime.datetime(2024, 5, 1, 0, 0))
    """
    words = " ".join(text.casefold().split())
    if words in NAMED:
        return now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=NAMED[words])
    if found := AGO.fullmatch(words):
        count = int(found["count"]) if found["count"].isdigit() else 1
        return now - timedelta(seconds=count * UNITS[found["unit"]])
    return datetime.fromisoformat(text.strip())


class Since(click.ParamType[int]):
    """The type of an option: nanoseconds of the machine's clock."""

    name = "TIME"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(since(str(value), datetime.now().astimezone().replace(tzinfo=None)).timestamp() * 1e9)
        except (ValueError, OverflowError, OSError):
            self.fail(f"{value!r} is no time; write 2024-05-01, 2024-05-01T18:00 or 2 weeks ago", param, ctx)
