"""Composing: the blocks of a document and what it states of itself become an article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.errors import ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import article, id_of, written
from search.reading.kinds import LONGEST_HEADING, cut, kind_of, numbered
from search.reading.normalising import line_of
from search.reading.properties import Properties, completed

Block = tuple[ParagraphKind | None, str]  # None where the form of the text has to tell the kind

MOST_BLOCKS = 50_000  # in one article: three of the longest books
LONGEST_TITLE_STYLE = 300  # characters: what is longer is no heading, whatever its style is called
CELL_LIMIT = 2_000  # characters: a longer cell was made to place text on the page


def composed(blocks: Iterable[Block], properties: Properties, *notes: str) -> Article:
    """The article that a whole file makes; raises ReadError where it has no text."""
    header = replace(properties.header(), notes=notes)
    paragraphs = numbered(judged(blocks, properties.path))
    made = article(id_of(properties.path), header, paragraphs, path=properties.path, raw=written(paragraphs))
    return completed(made, properties)


def judged(blocks: Iterable[Block], path: str) -> Iterator[tuple[ParagraphKind, str]]:
    """Normal texts with their kinds, the empty ones left out; raises ReadError where there are too many."""
    pieces = ((kind, piece) for kind, text in blocks for part in _parts(text) for piece in cut(part))
    for count, (kind, piece) in enumerate(pieces, 1):
        if count > MOST_BLOCKS:
            raise ReadError(f"{path}: has more than {MOST_BLOCKS:,} paragraphs; split it")
        if re.search(r"\w", piece):
            yield _kind(kind, piece), piece


def _parts(text: str) -> Iterator[str]:
    """The lines of a block, parted where one is blank, each normalised."""
    for part in re.split(r"\n[^\S\n]*\n", text):
        yield "\n".join(line for written in part.split("\n") if (line := line_of(written)))


def _kind(kind: ParagraphKind | None, text: str) -> ParagraphKind:
    if kind == "heading" and len(text) > LONGEST_TITLE_STYLE:
        return "body"
    return kind or kind_of(text)


def row_blocks(cells: Iterable[Iterable[Block]]) -> Iterator[Block]:
    """The row of a table: one block, or the blocks of its cells where these are more than a line each."""
    texts = [[block for block in cell if block[1].strip()] for cell in cells]
    texts = [cell for cell in texts if cell]
    small = all(len(cell) == 1 and len(cell[0][1]) <= CELL_LIMIT and cell[0][0] != "footnote" for cell in texts)
    if len(texts) > 1 and small:
        yield "body", " | ".join(cell[0][1].strip() for cell in texts)
    else:
        yield from (block for cell in texts for block in cell)


def is_bold_heading(text: str, bold: bool) -> bool:
    """Whether a paragraph all in bold letters is a heading that somebody made by hand."""
    return bold and 0 < len(text) <= LONGEST_HEADING * 2 and not re.search(r"[.!?:;,][\"”»’']*$", text)
