"""PDF: its text layer becomes one article; columns, cut words, running heads and page numbers are mended."""

import re
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic

from search.errors import ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import article, id_of, written
from search.reading.kinds import cut, numbered
from search.reading.normalising import line_of
from search.reading.pdf.capitals import with_capitals
from search.reading.pdf.columns import blocks_of
from search.reading.pdf.continuing import continued
from search.reading.pdf.furniture import without_furniture
from search.reading.pdf.headlines import largest
from search.reading.pdf.hyphens import Words
from search.reading.pdf.lines import Line, lines_of, usual_height
from search.reading.pdf.paragraphs import Piece, pieces_of
from search.reading.pdf.running import Extracted, extracted
from search.reading.pdf.running_heads import with_running_heads
from search.reading.properties import Properties, completed

SECONDS = 60  # for the order of all pages; a hundred need one
UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")  # letters of a font that does not say what they are


def articles_of_pdf(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The one article of a PDF."""
    try:
        yield _article(extracted(content, name), name)
    except ReadError as error:
        yield error


def _article(document: Extracted, name: str) -> Article:
    pages = [lines_of(with_capitals(page)) for page in document.pages]
    empty = sum(1 for page in pages if not page)
    _judge(pages, name)
    pages, running = without_furniture(pages)
    pieces = _pieces(pages, name)
    texts: list[tuple[ParagraphKind, str]] = [(p.kind, part) for p in pieces for part in cut(line_of(p.text)) if part]
    texts += [("boilerplate", text) for line in running if (text := line_of(line))]
    paragraphs = numbered(texts)
    properties = Properties(document.title, document.authors, document.created, name)
    header = replace(properties.header(), notes=tuple(_notes(document, empty)))
    if not header.title.value:
        header = replace(header, title=largest(pieces, paragraphs, _first(pages)))
    made = article(id_of(name), header, paragraphs, path=name, raw=written(paragraphs))
    return completed(with_running_heads(made, name), properties)


def _pieces(pages: list[list[Line]], name: str) -> list[Piece]:
    end = monotonic() + SECONDS
    lines = [line for page in pages for line in page]
    words, usual = Words(line.text for line in lines), usual_height(lines)
    blocks = (block for page in pages for block in _in_time(page, end, name))
    return list(continued((piece for block in blocks for piece in pieces_of(block, usual, words)), words))


def _in_time(page: list[Line], end: float, name: str) -> Iterator[list[Line]]:
    """The blocks of a page; raises ReadError when the time is over."""
    if monotonic() > end:
        raise ReadError(f"{name}: took more than {SECONDS} seconds to put in order; split it or print it anew")
    return blocks_of(page)


def _judge(pages: list[list[Line]], name: str) -> None:
    """Raises ReadError for a PDF without a text that can be read."""
    text = "".join(line.text for page in pages for line in page)
    if not text:
        count = f"{len(pages)} pages are pictures" if len(pages) > 1 else "only page is a picture"
        raise ReadError(f"{name}: has no text layer, its {count}; let a program for OCR add one and save it anew")
    if 2 * len(UNREADABLE.findall(text)) > len(text):
        raise ReadError(f"{name}: its fonts do not say which letters they show; let a program for OCR read it anew")


def _notes(document: Extracted, empty: int) -> Iterator[str]:
    if empty:
        yield f"{empty} of its {document.count} pages have no text, only pictures if anything"
    if document.count > len(document.pages):
        yield f"only the first {len(document.pages):,} of its {document.count:,} pages were read; split it"


def _first(pages: list[list[Line]]) -> str:
    """The lines of the first page that has a text."""
    return "\n".join(line.text for line in next((page for page in pages if page), []))
