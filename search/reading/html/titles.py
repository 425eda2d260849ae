"""Titles: the headline of a page's article, as a reader sees it and without the site's name."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from search.model import Fact
from search.reading.html.linked import is_article
from search.reading.html.naming import PARTED, key_of
from search.reading.html.page import Page
from search.reading.normalising import line_of

LONGEST = 300  # characters
LEAST = 0.5  # of the letters of a stated title, for a heading that is a part of it


def title_of(page: Page, outlet: str) -> Fact[str]:
    """The main heading that the page states as its title, else what it states, else what its window shows."""
    stated = [(where, shorn) for where, text in _stated(page) if (shorn := _shorn(text, outlet))]
    headings = [text for element in page.tree.iter("h1") if (text := _text(element)) and len(text) <= LONGEST]
    for heading in headings:
        if any(says(heading, text) for _, text in stated):
            return Fact(heading, "stated", "h1")
    for where, text in stated:
        if where != "title" or len(headings) != 1:
            return Fact(text, "stated", where)
    return Fact(headings[0], "stated", "h1") if headings else Fact()


def _stated(page: Page) -> Iterator[tuple[str, str]]:
    for node in page.nodes:
        if is_article(node) and isinstance(text := node.get("headline") or node.get("name"), str):
            yield "headline", line_of(text[:LONGEST])
    yield from (("og:title", text[:LONGEST]) for text in page.stated("title"))
    title = page.tree.find(".//title")
    if title is not None:
        yield "title", _text(title)[:LONGEST]


def _text(element: HtmlElement) -> str:
    return line_of(" ".join(element.itertext())[: 2 * LONGEST])


def _shorn(text: str, outlet: str) -> str:
    """A title without the parts at its ends that are the outlet's name.

    >>> _shorn("Tolls rise - News - Tarn Wire", "Tarn Wire"), _shorn("Tarn Wire: Tolls - a history", "Tarn Wire")
    ('Tolls rise - News', 'Tolls - a history')
    """
    ours = key_of(outlet)
    marks = [found.span() for found in PARTED.finditer(text)]
    if marks and ours and key_of(text[marks[-1][1] :]) == ours:
        return text[: marks[-1][0]].strip()
    head = re.match(r"(.{2,60}?)\s*(?:[-–—|:»]|::)\s+(?=\S)", text)
    return text[head.end() :].strip() if head and ours and key_of(head[1]) == ours else text


def says(heading: str, title: str) -> bool:
    """Whether a heading is the title or most of it."""
    short, long = key_of(heading), key_of(title)
    return bool(short) and (short == long or (short in long and len(short) >= LEAST * len(long)))
