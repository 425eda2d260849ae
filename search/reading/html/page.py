"""Page: a parsed page, and what it states of itself in its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from search.reading.html.linked import Node, nodes_of
from search.reading.normalising import line_of
from search.tables import Table

_table = Table(Path(__file__).parent / "stated.toml")
FACTS = ("title", "site", "handle", "author", "address", "language", "description")
NAMES = {fact: _table.entries(fact) for fact in FACTS}
_table.refuse_others()
LONGEST = 1_000  # characters of a statement
TAGS = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text, tree and JSON-LD, its meta elements as (name, content), and where it was found, if known."""

    markup: str
    tree: HtmlElement
    nodes: tuple[Node, ...]
    metas: tuple[tuple[str, str], ...]
    given: str = ""

    def stated(self, fact: str) -> Iterator[str]:
        """What the meta elements state of a fact, the most believable first."""
        for name in NAMES[fact]:
            yield from (content for written, content in self.metas if written == name)


def page_of(markup: str, tree: HtmlElement, url: str = "") -> Page:
    """A page from its text and its tree."""
    return Page(markup, tree, nodes_of(tree), tuple(_metas(tree)), url)


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        content = line_of(TAGS.sub(" ", (element.get("content") or "")[:LONGEST]))
        for key in ("property", "name", "itemprop", "http-equiv"):
            if (name := element.get(key)) and content:
                yield name.strip().lower(), content
