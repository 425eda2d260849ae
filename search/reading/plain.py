"""Plain text: paragraphs parted by blank lines, with or without a header."""

import re
from collections.abc import Iterator

from search.errors import ReadError
from search.model import Article
from search.reading.assembling import article, id_of
from search.reading.header import header_and_body
from search.reading.kinds import is_heading, paragraphs_of

OPENING = re.compile(r"\s*(?P<lines>[^\n]+(?:\n[^\n]*\S[^\n]*)+)")  # the lines above the first blank one


def article_of_text(text: str, path: str) -> Iterator[Article | ReadError]:
    """The one article of a text file."""
    header, body = header_and_body(text)
    yield article(id_of(path), header, paragraphs_of(_parted(body)), path=path, raw=text)


def _parted(body: str) -> str:
    """The text with its title, byline and day, where these stand on lines, as paragraphs of their own.

    >>> _parted("Tolls fall\\nBy Ann Lee\\n31 May 2024\\n\\nThe board voted.")
    'Tolls fall\\n\\nBy Ann Lee\\n\\n31 May 2024\\n\\nThe board voted.'
    """
    found = OPENING.match(body)
    if not found or not all(is_heading(line.strip()) for line in found["lines"].split("\n")):
        return body
    return found["lines"].replace("\n", "\n\n") + body[found.end() :]
