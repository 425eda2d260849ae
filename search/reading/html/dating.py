"""Dating: the day a page was published: stated by it, told by its address, or shown by its headline."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from search.model import Fact
from search.reading.html.addresses import address_of, day_in
from search.reading.html.linked import Node, is_article
from search.reading.html.moments import Moment, moment_of
from search.reading.html.page import Page
from search.reading.html.shown import shown_day
from search.reading.html.zones import local_day, may_be
from search.reading.normalising import line_of

# The names of meta elements: of a publication, of what may be one, of neither.
PUBLISHED = re.compile(r"pub(?!lisher)|issue|posted|first")
DATED = re.compile(r"date|time|creat")
OTHERWISE = re.compile(
    r"modif|moddate|updat|last|end[_-]|expir|valid|generat|cache|import|event|found|regist|(?:\b|_)id\b"
)
LONGEST = 60  # characters of a time

Statement = tuple[str, str]  # where it stands, and what it says


def published(page: Page, headline: str, language: str) -> Fact[date]:
    """The day of publication with what it rests on; unknown where the page tells none in full.

    `headline` is "" for what is no article, `language` is a code, or "" where it is not known.
    """
    for statements in _statements(page):
        if told := [(moment, *each) for each in statements if (moment := moment_of(each[1], language))]:
            moment, where, text = min(told, key=lambda each: each[0].day)
            return Fact(_at_its_place(moment, page, headline, language), "stated", f"{where}: {text}")
    for address in (address_of(page), page.given):
        if written := day_in(address):
            return Fact(written, "inferred", address)
    return shown_day(page, headline, language)


def _at_its_place(moment: Moment, page: Page, headline: str, language: str) -> date:
    """The day of a moment where the outlet is: as the page shows it, or else as its clock or its country tells."""
    shown = shown_day(page, headline, language).value if moment.exact else None
    return shown if shown and may_be(moment, shown) else local_day(moment, address_of(page), page.markup)


def _statements(page: Page) -> Iterator[list[Statement]]:
    """What a page states of its publication, in groups, the most believable first; of a group the earliest counts."""
    articles, others = ([node for node in page.nodes if is_article(node) is wanted] for wanted in (True, False))
    metas = [(name, text[:LONGEST]) for name, text in page.metas if not OTHERWISE.search(name)]
    yield _revised(page)
    yield [
        *_linked(articles[:1], "datePublished"),
        *_marked(page),
        *(meta for meta in metas if PUBLISHED.search(meta[0])),
    ]
    yield [meta for meta in metas if DATED.search(meta[0])]
    yield _linked([*articles, *others], "datePublished", "dateCreated", "uploadDate")[:1]


def _revised(page: Page) -> list[Statement]:
    """When a wiki's page was last revised: its words are of that day, and not of the day the page was begun."""
    is_wiki = any(name == "generator" and text.startswith("MediaWiki") for name, text in page.metas)
    return _linked(page.nodes, "dateModified") if is_wiki else []


def _linked(nodes: Iterable[Node], *keys: str) -> list[Statement]:
    return [(key, text[:LONGEST]) for node in nodes for key in keys if isinstance(text := node.get(key), str) and text]


def _marked(page: Page) -> Iterator[Statement]:
    """What the first element says that is marked as the day of publication."""
    for element in page.tree.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            text = element.get("datetime") or element.get("content") or line_of(element.text_content())
            yield "datePublished", text[:LONGEST]
            return
