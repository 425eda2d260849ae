"""JSON Lines: an article a line, in any form that a file of JSON may have."""

from collections.abc import Iterator
from io import StringIO

from search.errors import ReadError
from search.model import Article
from search.reading.records import article_of_object


def articles_of_json_lines(text: str, path: str) -> Iterator[Article | ReadError]:
    """The articles of a JSON Lines file; a bad line is an error of its own."""
    for number, line in enumerate(StringIO(text), 1):
        if line.strip():
            yield article_of_line(line.removesuffix("\n"), path, number)


def article_of_line(line: str, path: str, number: int) -> Article | ReadError:
    """The article of a line, or what is wrong with it."""
    return article_of_object(line, path, number, "line")
