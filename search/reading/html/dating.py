"""Dating: the day a page was published, stated by it or shown on it; a day of changes or of copyright is none."""

import logging
from collections.abc import Iterable, Iterator
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement

from search.days import day_of
from search.model import Fact
from search.reading.html.addresses import address_of
from search.reading.html.linked import Node, is_article
from search.reading.html.moments import moment_of
from search.reading.html.page import Page
from search.reading.html.persian import persian_days
from search.reading.html.shown import seen, texts_of, times_in, words_showing
from search.reading.html.zones import day_in, local_day

FIRST = "article:published_time"  # made for this and nothing else, where JSON-LD often tells of several things
IN_LINKED = ("datePublished", "uploadDate", "dateCreated")
MOST_TEXTS = 3_000  # pieces of text, in each of which htmldate may try all languages
LONGEST_PAGE = 150_000  # characters, each of which htmldate looks at several times
LONGEST = 60  # characters of a time

logging.getLogger("htmldate").setLevel(logging.CRITICAL)  # what is wrong with a page is told by us


def published(page: Page) -> Fact[date]:
    """The day of publication with what it rests on; unknown where the page does not show one in full."""
    address = address_of(page)
    for words, text in _statements(page):
        if moment := moment_of(text[:LONGEST]):
            return Fact(local_day(moment, address, page.markup), "stated", f"{words}: {text[:LONGEST]}")
    for written in (address, page.given):
        if day := day_in(written):
            return Fact(day, "inferred", words_showing(day, written) or written)
    return _shown(page)


def _statements(page: Page) -> Iterator[tuple[str, str]]:
    """What a page states of its publication, and by which name, the most believable first."""
    yield from _revised(page)
    yield from ((FIRST, text) for name, text in page.metas if name == FIRST)
    yield from _linked(node for node in page.nodes if is_article(node))
    yield from (("meta", text) for text in page.stated("published"))
    yield from _linked(node for node in page.nodes if not is_article(node))
    for element in page.tree.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            yield "datePublished", element.get("datetime") or element.get("content") or _text(element)


def _revised(page: Page) -> Iterator[tuple[str, str]]:
    """When a wiki's page was last revised: its words are of that day, and not of the day the page was begun."""
    if any(name == "generator" and text.startswith("MediaWiki") for name, text in page.metas):
        yield from (("dateModified", text) for node in page.nodes if isinstance(text := node.get("dateModified"), str))


def _linked(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        yield from ((key, text) for key in IN_LINKED if isinstance(text := node.get(key), str) and text)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _shown(page: Page) -> Fact[date]:
    """The first day that stands in an element for dates, or that htmldate finds, if it stands there in full."""
    tree = seen(page.tree)
    texts = texts_of(tree)
    if persian := next(persian_days(texts), None):
        return Fact(persian[0], "inferred", persian[1])
    for text in times_in(tree):
        if moment := moment_of(text):
            return Fact(local_day(moment, address_of(page), page.markup), "inferred", text)
    day = _by_htmldate(tree, texts)
    words = words_showing(day, texts) if day else ""
    return Fact(day, "inferred", words) if words else Fact()


def _by_htmldate(tree: HtmlElement, texts: str) -> date | None:
    small = len(texts) <= LONGEST_PAGE and len(tree.xpath(".//text()")) <= MOST_TEXTS
    try:
        found = find_date(tree, original_date=True, extensive_search=small, url="")
    except Exception:  # whatever a broken page makes it stumble over
        return None
    return day_of(found) if found else None
