"""Blocks: the pieces of a page's main text, each in its form and with the share of it that is links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from search.reading.normalising import normalised

Form = Literal["text", "heading", "list", "quote", "table", "post"]
FORMS: dict[str, Form] = {"head": "heading", "list": "list", "quote": "quote", "table": "table"}
BREAK = "\x1e"  # stands for <br> until lines are made; no text has it once it is normalised
LONG_CELL = 200  # characters: a table with more in a cell is there for the looks of the page
LINKED = 0.7  # of a block's letters
LONG_LINE = 80  # characters on average: lines so long are paragraphs
INNER = frozenset({"p", "item", "row", "quote", "list", "table", "head"})


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text; `linked` is how many of its letters stand in links."""

    form: Form
    text: str
    linked: int = 0

    @property
    def is_link(self) -> bool:
        """Whether it is a link and little more: a teaser, an entry of a menu."""
        return self.linked >= LINKED * sum(map(str.isalnum, self.text)) > 0

    @property
    def width(self) -> int:
        """Its length in characters, where one of Chinese, Japanese or Korean is as good as two."""
        return sum(2 if letter > "\u2e80" else 1 for letter in self.text)


def blocks_of(body: _Element) -> Iterator[Block]:
    """The blocks of a main text, in order, without empty ones."""
    for element in body:
        yield from _blocks(element)


def _blocks(element: _Element) -> Iterator[Block]:
    form = FORMS.get(str(element.tag), "text")
    if form == "table" and any(len(_flat(cell)) > LONG_CELL for cell in element.iter("cell")):
        for cell in element.iter("cell"):
            yield from _cell(cell)
    elif form in {"list", "table", "quote"}:
        lines = [line for part in _parts(element, form) if (line := _flat(part))]
        text = "\n".join(f"• {line}" for line in lines) if form == "list" else "\n".join(lines)
        yield from (Block(form, text, _linked(element)),) if text else ()
    else:
        texts = _texts(element)
        linked = _linked(element)
        yield from (Block(form, text, linked if len(texts) == 1 else 0) for text in texts)


def _cell(cell: _Element) -> Iterator[Block]:
    """What stands in a cell: its paragraphs, or else its text."""
    if any(child.tag in INNER for child in cell):
        for child in cell:
            yield from _blocks(child)
    else:
        texts = _texts(cell)
        yield from (Block("text", text, _linked(cell) if len(texts) == 1 else 0) for text in texts)


def _parts(element: _Element, form: Form) -> list[_Element]:
    """The elements that are a line each."""
    name = {"list": "item", "table": "row"}.get(form, "p")
    return list(element.iter(name)) or [element]


def _texts(element: _Element) -> list[str]:
    """The paragraphs of an element: two line breaks part them, and one does where the lines are long."""
    lines = [" ".join(line.split()) for line in _broken(element).split(BREAK)]
    full = [line for line in lines if line]
    if len(full) > 1 and sum(map(len, full)) >= LONG_LINE * len(full):
        return full
    parts = re.split(r"\n{2,}", "\n".join(lines))
    return [text for part in parts if (text := part.strip())]


def _flat(element: _Element) -> str:
    """An element's text in one line; cells are parted by a stroke."""
    cells = [child for child in element if child.tag == "cell"]
    texts = [_broken(cell) for cell in cells] or [_broken(element)]
    return " | ".join(text for each in texts if (text := " ".join(each.replace(BREAK, " ").split())))


def _broken(element: _Element) -> str:
    found: list[str] = [element.text or ""]
    for each in element.iterdescendants():
        found += [BREAK if each.tag == "lb" else " " if each.tag in INNER else "", each.text or "", each.tail or ""]
    return BREAK.join(normalised(part) for part in "".join(found).split(BREAK))


def _linked(element: _Element) -> int:
    return sum(
        sum(letter.isalnum() for text in each.itertext() for letter in str(text)) for each in element.iter("ref")
    )
