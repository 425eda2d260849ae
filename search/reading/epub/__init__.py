"""E-books: an .epub becomes one article, its chapters in order; an issue of a periodical, one for each chapter."""

from collections.abc import Iterator
from dataclasses import replace

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.assembling import article, id_of, written
from search.reading.bundles import Bundle
from search.reading.composing import Block, judged
from search.reading.epub.package import Package, package
from search.reading.header import Header, outlet_name
from search.reading.kinds import numbered
from search.reading.markup_blocks import blocks_of_markup
from search.reading.markup_trees import decoded_markup
from search.reading.tongues import language_code

MOSTLY = 0.6  # of the blocks of a page that are links make it a table of contents


def articles_of_epub(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles of an e-book."""
    try:
        with Bundle(content, name) as bundle:
            book = package(bundle)
            yield from _issue(bundle, book) if book.is_issue else iter((_book(bundle, book),))
    except ReadError as error:
        yield error


def _book(bundle: Bundle, book: Package) -> Article:
    """The whole book; who is named in one chapter speaks in the next, so it is one article."""
    chapters = [_chapter(bundle, book, part) for part in book.chapters]
    paragraphs = numbered(judged((block for chapter in chapters for block in chapter), bundle.path))
    header = _header(book, book.title, outlet=book.publisher)
    return article(id_of(bundle.path), header, paragraphs, path=bundle.path, raw=written(paragraphs))


def _issue(bundle: Bundle, book: Package) -> Iterator[Article | ReadError]:
    """An article for each chapter of an issue; its pages of contents are none."""
    count = 0
    for number, part in enumerate(book.chapters, 1):
        paragraphs = numbered(judged(_chapter(bundle, book, part), bundle.path))
        if all(paragraph.kind in {"boilerplate", "heading", "caption"} for paragraph in paragraphs):
            continue
        count += 1
        header = replace(_header(book, "", outlet=book.periodical), authors=())
        yield article(f"{id_of(bundle.path)}-{number}", header, paragraphs, path=bundle.path, raw=written(paragraphs))
    if not count:
        raise ReadError(f"{bundle.path}: has no text; remove it or give it a text")


def _header(book: Package, title: str, *, outlet: str) -> Header:
    language, name = language_code(book.language), outlet_name(outlet)
    return Header(
        title=Fact(title, "stated") if title else Fact(),
        outlet=Fact(name, "stated") if name else Fact(),
        published=Fact(book.published, "stated") if book.published else Fact(),
        authors=book.authors,
        language=Fact(language, "stated") if language and language != "und" else Fact(),
    )


def _chapter(bundle: Bundle, book: Package, part: str) -> list[Block]:
    """The blocks of a chapter; those of a table of contents are no text."""
    blocks = list(blocks_of_markup(decoded_markup(bundle.part(part)), bundle.path))
    links = sum(1 for block in blocks if block.linked)
    if part in book.contents or (len(blocks) > 2 and links > MOSTLY * len(blocks)):
        return [("boilerplate", block.text) for block in blocks]
    return [(block.kind, block.text) for block in blocks]
