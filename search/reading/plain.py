"""Plain text: paragraphs parted by blank lines, with or without a header."""

import re
from collections.abc import Iterator
from itertools import pairwise

from search.errors import ReadError
from search.model import Article
from search.reading.assembling import article, id_of
from search.reading.header import header_and_body
from search.reading.kinds import is_heading, paragraphs_of

BLANK = re.compile(r"\n[ \t]*\n")
RULE = re.compile(r"(?m)(?<=\S\n)[ \t]*[-=_*~]{3,}[ \t]*(?:\n|\Z)")  # below a headline
LONGEST_LINE = 80  # characters: where lines are longer, no program has broken them, and each is a paragraph
INDENT = re.compile(r"(?: {2,8}|\t)[\"“„«'‘]?[^\W\d_].{44}")  # the first line of a paragraph, as typewriters had it
SENTENCE = re.compile(r"[.!?…][\"”»’)\]]*\s*$")


def article_of_text(text: str, path: str) -> Iterator[Article | ReadError]:
    """The one article of a text file."""
    header, body = header_and_body(text)
    yield article(id_of(path), header, paragraphs_of(_parted(body)), path=path, raw=text)


def _parted(body: str) -> str:
    """The text with a blank line between all of its paragraphs.

    >>> _parted("Tolls fall\\nBy Ann Lee\\n31 May 2024\\n\\nThe board voted.")
    'Tolls fall\\n\\nBy Ann Lee\\n\\n31 May 2024\\n\\nThe board voted.'
    """
    first, *others = BLANK.split(RULE.sub("\n", body.strip()))
    return "\n\n".join((_opening(first), *map(_broken, others)))


def _opening(piece: str) -> str:
    """The first lines, apart if each of them is like a heading: a title, a byline, a day."""
    lines = piece.split("\n")
    return "\n\n".join(lines) if all(is_heading(line.strip()) for line in lines) else _broken(piece)


def _broken(piece: str) -> str:
    """The piece with a blank line before each line that begins a paragraph without one."""
    lines = piece.split("\n")
    if max(map(len, lines)) > LONGEST_LINE and all(map(SENTENCE.search, lines)):
        return "\n\n".join(lines)
    begins = (
        INDENT.match(line) and before.strip() and not before[0].isspace() for before, line in pairwise(["", *lines])
    )
    return "\n".join(f"\n{line}" if new else line for new, line in zip(begins, lines, strict=True))
