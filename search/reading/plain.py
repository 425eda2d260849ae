"""Plain text: paragraphs parted by blank lines, with or without a header."""

from collections.abc import Iterator

from search.errors import ReadError
from search.model import Article
from search.reading.assembling import article, id_of
from search.reading.header import header_and_body
from search.reading.kinds import paragraphs_of


def article_of_text(text: str, path: str) -> Iterator[Article | ReadError]:
    """The one article of a text file."""
    header, body = header_and_body(text)
    yield article(id_of(path), header, paragraphs_of(body), path=path, raw=text)
