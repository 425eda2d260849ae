"""Addresses: where a page is to be found, by its own word; http and https only."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin, urlsplit, urlunsplit

from search.reading.header import web_address
from search.reading.html.page import Page
from search.reading.written import day_on

LONGEST = 2_000  # characters
DAYS = (
    re.compile(r"(?<![\d.])((?:19|20)\d\d)([-/_.]?)(0\d|1[0-2])\2([0-2]\d|3[01])(?!\d)"),  # 2020/04/13, 20200413
    re.compile(r"/((?:19|20)\d\d)(/(?:\w+/)?)(\d\d?)/(\d\d?)/"),  # 2020/4/13, 2020/sports/04/13
)


def address_of(page: Page) -> str:
    """The canonical address of a page, else the one it was found at, else ""."""
    found = (address for written in _written(page) if (address := _whole(written, page.given)))
    return next(found, "") or _whole(page.given, "")


def host_of(address: str) -> str:
    """The host of an address, without www or m.

    >>> host_of("https://www.tarn.example/a")
    'tarn.example'
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=.+\.)", "", host)


def day_in(address: str) -> date | None:
    """The day in an address: /2020/04/13/, 20200413, 2020-04-13; None where it has none or several.

    >>> str(day_in("https://tarn.example/news/20200413/tolls")), day_in("https://tarn.example/2020/04/tolls")
    ('2020-04-13', None)
    """
    found = [parts for pattern in DAYS for parts in pattern.findall(address)]
    days = {day for year, _, month, number in found if (day := day_on(year, month, number))}
    return days.pop() if len(days) == 1 else None


def _written(page: Page) -> Iterator[str]:
    for link in page.tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (link.get("href") or "").strip()
    yield from page.stated("address")


def _whole(written: str, base: str) -> str:
    """An address with its host, where it has one or the page's own address tells it; "" for a front page."""
    if len(written) > LONGEST:
        return ""
    try:
        joined = urljoin(base, written) if web_address(base) else written
        parts = urlsplit(joined)
        whole = web_address(urlunsplit(parts._replace(fragment="")))
    except ValueError:
        return ""
    return whole if whole and (parts.path.strip("/") or parts.query) else ""
