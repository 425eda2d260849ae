"""Markup blocks: the blocks of text in HTML that is nothing but text, as in newsletters and books.

Whole pages of the web, with their menus and teasers, are another matter and not read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from search.model import ParagraphKind
from search.reading.markup_trees import tree_of

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
SILENT = frozenset(
    "head script style template noscript iframe object svg math title button select textarea audio video rp rt".split()
)
KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dd", "dt"), "body"),
    "nav": "boilerplate",
}
ROLES: dict[str, ParagraphKind] = {
    "footnote": "footnote",
    "endnote": "footnote",
    "rearnote": "footnote",
    "toc": "boilerplate",
}
HIDDEN = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)"
)


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """A block: its kind, None if the markup does not tell, its text, and whether all of it is links."""

    kind: ParagraphKind | None
    text: str
    linked: bool


@dataclass(slots=True)
class Reading:
    """What has been read of a block, and the elements that are open."""

    words: list[str] = field(default_factory=list)
    kinds: list[ParagraphKind | None] = field(default_factory=lambda: [None])
    linked: int = 0
    links: int = 0
    silent: int = 0

    def add(self, text: str | None, *, plain: bool = True) -> None:
        """Text that stands in the block; line ends in it mean nothing."""
        if text and not self.silent:
            words = re.sub(r"[ \t\r\n\f]+", " ", text) if plain else text
            self.words.append(words)
            self.linked += len(words.strip()) if self.links else 0

    def blocks(self) -> Iterator[MarkupBlock]:
        """The block, or several where blank lines part it; the next one begins."""
        text, linked = "".join(self.words), self.linked
        self.words, self.linked = [], 0
        everything = linked >= len(re.sub(r"\s+", "", text)) * 0.9
        for part in re.split(r"\n[ \n]*\n", text):
            lines = (line.strip() for line in part.split("\n"))
            if words := "\n".join(line for line in lines if line):
                yield MarkupBlock(self.kinds[-1], words, everything)


def blocks_of_markup(markup: str, path: str) -> Iterator[MarkupBlock]:
    """The blocks of a piece of HTML, in order; raises ReadError where it is too long."""
    tree = tree_of(markup, path)
    if tree is None:
        return
    reading = Reading()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            reading.add(element.tail if event == "end" else None)
        elif event == "start":
            yield from _opened(reading, element)
        else:
            yield from _closed(reading, element)
    yield from reading.blocks()


def _opened(reading: Reading, element: Any) -> Iterator[MarkupBlock]:
    name = element.tag
    if name in BLOCKS:
        yield from reading.blocks()
        reading.kinds.append(_role(element) or KINDS.get(name) or reading.kinds[-1])
    if name in SILENT or _is_hidden(element):
        reading.silent += 1
    reading.links += name == "a"
    if name == "br":
        reading.add("\n", plain=False)
    reading.add(element.text, plain="pre" not in {name, getattr(element.getparent(), "tag", "")})


def _closed(reading: Reading, element: Any) -> Iterator[MarkupBlock]:
    name = element.tag
    if name in BLOCKS:
        yield from reading.blocks()
        reading.kinds.pop()
    reading.silent -= name in SILENT or _is_hidden(element)
    reading.links -= name == "a"
    reading.add(element.tail)


def _is_hidden(element: Any) -> bool:
    """Whether nobody sees an element: the line for the list of letters, the number that leads to a note."""
    said = f"{element.get('epub:type', '')} {element.get('role', '')}"
    return bool(HIDDEN.search(element.get("style", "")) or re.search(r"\b(?:doc-)?(?:noteref|pagebreak)\b", said))


def _role(element: Any) -> ParagraphKind | None:
    said = f"{element.get('epub:type', '')} {element.get('role', '').replace('doc-', '')}".split()
    return next((ROLES[word] for word in said if word in ROLES), None)
