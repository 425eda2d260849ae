"""Markup blocks: the blocks of text in HTML that is nothing but text, as in newsletters and books.

Whole pages of the web, with their menus and teasers, are another matter and not read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from search.errors import ReadError
from search.model import ParagraphKind

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
PICTURE = re.compile(r"data:image/[\w+.-]{1,20};base64,[A-Za-z0-9+/=\s]{100,}")
LONGEST = 6_000_000  # characters, which take a hundred times as many bytes as a tree; the longest books have as many
# XHTML may close an element where it opens it; to HTML that is an element that never ends.
SELF_CLOSED = re.compile(r"<(a|b|div|em|i|p|script|span|strong|style|textarea|title|iframe)\b([^<>]{0,2000})/>")
DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")


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
    tree = _tree(markup, path)
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


def decoded_markup(content: bytes) -> str:
    """The text of an XHTML file: in the encoding that it declares, or else UTF-8."""
    found = DECLARED.search(content[:300])
    try:
        return content.decode(found[1].decode() if found else "utf-8-sig", "replace").lstrip("\ufeff")
    except LookupError:
        return content.decode("utf-8-sig", "replace")


def _tree(markup: str, path: str) -> Any:
    text = SELF_CLOSED.sub(r"<\1\2></\1>", PICTURE.sub("", markup)).replace("\0", " ")
    if len(text) > LONGEST:
        raise ReadError(f"{path}: its HTML is longer than an article can be; split it")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    except (etree.XMLSyntaxError, ValueError):  # it is empty, or nested too deep
        return None


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
