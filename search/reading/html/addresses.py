"""Addresses: where a page is to be found, by its own word; http and https only."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from search.reading.header import web_address
from search.reading.html.page import Page

LONGEST = 2_000  # characters


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
