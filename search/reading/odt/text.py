"""The text of an OpenDocument file: paragraphs, lists, rows of tables, notes and boxes, in the order of reading.

Left out are what tracked changes have deleted, and comments. A note follows the paragraph that refers to it, and so
does a text box that is anchored there.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from search.model import ParagraphKind
from search.reading.composing import Block, row_blocks
from search.reading.trees import attribute, children, named, tag

SILENT = frozenset("tracked-changes annotation annotation-end sequence-decls note-citation ruby-text desc".split())
CONTENTS = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()
)
SIGNS = {"tab": " ", "line-break": "\n"}
DEEPEST = 20  # styles that rest on each other
MOST_SPACES = 100  # that one element may stand for
KINDS: tuple[tuple[re.Pattern[str], ParagraphKind], ...] = (
    (re.compile(r"(?i)contents.*|index.*|header.*|footer.*"), "boilerplate"),
    (re.compile(r"(?i)heading.*|title|subtitle"), "heading"),
    (re.compile(r"(?i)caption|illustration|table|text|drawing|figure"), "caption"),
    (re.compile(r"(?i)(?:footnote|endnote).*"), "footnote"),
)


class Text:
    """Makes blocks of the elements of an OpenDocument file, whose styles it knows; `title` is what has its style."""

    def __init__(self, trees: Iterable[Any]) -> None:
        styles = (style for tree in trees if tree is not None for style in named(tree, "style"))
        self._parents = {
            attribute(style, "name"): attribute(style, "parent-style-name")
            for style in styles
            if attribute(style, "family") == "paragraph"
        }
        self.title = ""

    def blocks(self, element: Any, within: ParagraphKind | None = None) -> Iterator[Block]:
        """The blocks in an element; `within` is what all of them are, if that is known."""
        for child in children(element):
            name = tag(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, within or ("heading" if name == "h" else None))
            elif name == "table-row":
                yield from row_blocks(self.blocks(cell, within) for cell in children(child))
            elif name == "list":
                yield from self.blocks(child, within or "body")
            elif name not in SILENT:
                yield from self.blocks(child, "boilerplate" if name in CONTENTS else within)

    def _paragraph(self, paragraph: Any, within: ParagraphKind | None) -> Iterator[Block]:
        aside: list[Any] = []
        text = "".join(_words(paragraph, aside))
        style = attribute(paragraph, "style-name")
        styled = self._kind(style)
        if not self.title and "Title" in {style, self._parents.get(style)}:
            self.title = text
        yield (styled or within if within == "body" else within or styled), text
        for element in aside:
            yield from self.blocks(element, "footnote" if tag(element) == "note-body" else within)

    def _kind(self, style: str) -> ParagraphKind | None:
        """What a style, or one that it rests on, makes a paragraph."""
        for _ in range(DEEPEST):
            name = style.replace("_20_", " ")
            found = next((kind for pattern, kind in KINDS if pattern.fullmatch(name)), None)
            if found or not style:
                return found
            style = self._parents.get(style, "")
        return None


def _words(element: Any, aside: list[Any]) -> Iterator[str]:
    """The texts within a paragraph; notes and boxes, which are to be read after it, go `aside`."""
    yield element.text or ""
    for child in element:
        name = tag(child)
        if name in {"note-body", "text-box"}:
            aside.append(child)
        elif name == "s":
            count = attribute(child, "c")
            yield " " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, MOST_SPACES)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name and name not in SILENT:
            yield from _words(child, aside)
        yield child.tail or ""
