"""The text of a Word file: paragraphs, rows of tables, notes and boxes, in the order in which they are read.

Left out are deleted words, hidden ones, comments, and the codes of fields. A note follows the paragraph that refers to
it, and so does a text box that is anchored there.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from search.model import ParagraphKind
from search.reading.composing import Block, is_bold_heading, row_blocks
from search.reading.docx.styles import Styles
from search.reading.trees import attribute, children, named, tag, text_in

SILENT = frozenset("del moveFrom instrText delText pPr rPr Fallback sdtPr tblPr trPr tcPr".split())
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
WRAPPERS = frozenset("sdt sdtContent customXml ins moveTo".split())
OFF = frozenset({"0", "false", "off", "none"})


class Text:
    """Makes blocks of the elements of a Word file, whose styles and notes it knows; `title` is styled as one."""

    def __init__(self, styles: Styles, notes: Mapping[str, dict[str, Any]]) -> None:
        self._styles, self._notes = styles, notes
        self.title = ""

    def blocks(self, element: Any, within: ParagraphKind | None = None) -> Iterator[Block]:
        """The blocks in an element; `within` is what all of them are, if that is known."""
        for child in children(element):
            name = tag(child)
            if name == "p":
                yield from self._paragraph(child, within)
            elif name == "tbl":
                for row in _rows(child):
                    yield from row_blocks(self.blocks(cell, within) for cell in _rows(row, "tc"))
            elif name == "sdt" and _is_contents(child):
                yield from self.blocks(child, "boilerplate")
            elif name not in SILENT:
                yield from self.blocks(child, within)

    def _paragraph(self, paragraph: Any, within: ParagraphKind | None) -> Iterator[Block]:
        aside: list[Any] = []
        words, plain = list[str](), list[str]()
        for text, bold in self._runs(paragraph, aside):
            words.append(text)
            plain += [] if bold else [text]
        text = "".join(words).strip()
        if not self.title and self._styles.is_title(paragraph):
            self.title = text
        kind = within or self._styles.kind(paragraph)
        if kind is None and is_bold_heading(text, not "".join(plain).strip()):
            kind = "heading"
        yield kind, text
        for element in aside:
            yield from self.blocks(element, "footnote" if tag(element) in {"footnote", "endnote"} else within)

    def _runs(self, element: Any, aside: list[Any]) -> Iterator[tuple[str, bool]]:
        """The texts within a paragraph, and whether they are bold; what is to be read after it goes `aside`."""
        for child in children(element):
            name = tag(child)
            if name == "r":
                setting = next((part for part in children(child) if tag(part) == "rPr"), None)
                if not _is_on(setting, "vanish"):
                    yield "".join(self._words(child, aside)), _is_on(setting, "b")
            elif name not in SILENT:
                yield from self._runs(child, aside)

    def _words(self, run: Any, aside: list[Any]) -> Iterator[str]:
        for child in children(run):
            name = tag(child)
            if name == "t":
                yield text_in(child)
            elif name in SIGNS:
                yield SIGNS[name] if attribute(child, "type") != "page" else " "
            elif name in NOTES:
                note = self._notes[NOTES[name]].pop(attribute(child, "id"), None)  # a note is read once
                aside += [] if note is None else [note]
            elif name == "txbxContent":
                aside.append(child)
            elif name not in SILENT:
                yield from self._words(child, aside)


def _is_on(setting: Any, name: str) -> bool:
    found = next((part for part in children(setting) if tag(part) == name), None) if setting is not None else None
    return found is not None and attribute(found, "val") not in OFF


def _is_contents(block: Any) -> bool:
    """Whether a block is a table of contents that Word keeps."""
    settings = (setting for setting in children(block) if tag(setting) == "sdtPr")
    galleries = (gallery for setting in settings for gallery in named(setting, "docPartGallery"))
    return any(attribute(gallery, "val") == "Table of Contents" for gallery in galleries)


def _rows(table: Any, wanted: str = "tr") -> Iterator[Any]:
    """The rows of a table, or the cells of a row; some stand in something else, such as a control for repeated ones."""
    for child in children(table):
        if tag(child) == wanted:
            yield child
        elif tag(child) in WRAPPERS:
            yield from _rows(child, wanted)
