"""Zones: the day that a moment in UTC was at the place of a page's outlet."""

import re
from collections import Counter
from datetime import date, timedelta, timezone, tzinfo
from functools import cache
from pathlib import Path

import pytz

from search.reading.html.addresses import host_of
from search.reading.html.moments import Moment
from search.tables import Table

# 2020-04-14T00:38:07-04:00 and Mon, 13 Apr 2020 20:38:07 -0400
OFFSET = re.compile(r"\d{4}[T ]?(?:-\d\d-\d\d[T ])?\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?\s?([+-])(\d\d):?(\d\d)(?!\d)")
_table = Table(Path(__file__).parent / "zones.toml")
WORLDWIDE = frozenset(_table.entries("worldwide"))
MAIN = _table.section("main")
_table.refuse_others()
if strange := [code for code, zone in MAIN.items() if zone not in pytz.all_timezones_set]:
    raise _table.fault(("main", strange[0]), f"is {MAIN[strange[0]]}, which is no zone; write one as Europe/Rome")
WIDEST = timedelta(hours=-10), timedelta(hours=13)  # of the clocks of the world that many live by


def may_be(moment: Moment, day: date) -> bool:
    """Whether it was that day at the moment somewhere on earth."""
    return moment.exact is not None and day in {(moment.exact + shift).date() for shift in WIDEST}


def local_day(moment: Moment, address: str, texts: str) -> date:
    """The day of a moment at the outlet's place, told by other times on the page, or by the country of its address."""
    if moment.exact is None:
        return moment.day
    zone = _offset(texts) or _country(host_of(address))
    return moment.exact.astimezone(zone).date() if zone else moment.day


def _offset(texts: str) -> tzinfo | None:
    """The one offset from UTC in which a page tells times; none where it tells them in several."""
    found = Counter(OFFSET.findall(texts))
    offsets = {timedelta(hours=int(h), minutes=int(m)) * (-1 if sign == "-" else 1) for sign, h, m in found}
    offsets.discard(timedelta(0))
    apart = max(offsets, default=timedelta(0)) - min(offsets, default=timedelta(0))
    if not offsets or apart > timedelta(hours=1) or not WIDEST[0] <= min(offsets) <= max(offsets) <= WIDEST[1]:
        return None
    return timezone(max(offsets))


@cache
def _country(host: str) -> tzinfo | None:
    code = host.rpartition(".")[2]
    told = pytz.country_timezones.get(code.upper()) or [] if len(code) == 2 and code not in WORLDWIDE else []
    names: list[str] = [MAIN[code]] if code in MAIN else list(told)
    zone: tzinfo | None = pytz.timezone(names[0]) if len(names) == 1 else None
    return zone
