"""Rich Text: an .rtf becomes one article; its text is read in `text.py`."""

from collections.abc import Iterator
from datetime import date

from search.days import day_of
from search.errors import ReadError
from search.model import Article
from search.reading.composing import composed, judged
from search.reading.properties import Properties
from search.reading.rtf.text import Text
from search.reading.rtf.tokens import tokens


def articles_of_rtf(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The one article of a Rich Text file."""
    try:
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
            raise ReadError(f"{name}: is called Rich Text and is none; give it the suffix that it needs")
        text = Text(name)
        blocks = list(judged(text.blocks(tokens(content)), name))
        title, author = text.head.said.get(b"title", ""), text.head.said.get(b"author", "")
        yield composed(blocks, Properties(title, author, _day(text.head.said), name))
    except ReadError as error:
        yield error


def _day(said: dict[bytes, str]) -> date | None:
    """The day on which the file was made."""
    year, month, day = (said.get(key, "0") for key in (b"yr", b"mo", b"dy"))
    return day_of(f"{year:0>4}-{month:0>2}-{day:0>2}")
