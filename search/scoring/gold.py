"""Gold: files of marked articles, in either form; what is wrong in one is said with file, line and key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from search.errors import ReadError
from search.model import Article
from search.reading import FORMATS, read
from search.reading.decoding import text_of
from search.reading.json_lines import article_of_line
from search.scoring.by_names import ArticleMarks, gold_of_names
from search.scoring.by_statements import ArticleLine, gold_of_statements
from search.scoring.marks import Gold

ONE_ARTICLE = ".json"  # such a file holds one article; any other has one in each line


class _Glance(msgspec.Struct):
    """As much of an article as tells the form of its marks."""

    paragraphs: list[dict[str, Any]]


def gold_in(path: Path, largest: int, texts: Path | None = None) -> Iterator[Gold | ReadError]:
    """The marked articles of a file, and an error for each that makes no sense; raises ReadError for the file itself.

    Marks by name need texts: they stand beside the marks, or in the folder `texts`.
    """
    content = text_of(path, largest)
    lines = [content] if path.suffix.lower() == ONE_ARTICLE else content.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _gold(line, path, number, largest, texts or path.parent)
            except (msgspec.MsgspecError, ReadError, RecursionError, UnicodeEncodeError) as error:
                yield ReadError(f"{path}: line {number}: {_reason(error)}; mend or remove that article")


def _gold(line: str, path: Path, number: int, largest: int, texts: Path) -> Gold | ReadError:
    if any("must" in paragraph for paragraph in msgspec.json.decode(line, type=_Glance).paragraphs):
        marks = msgspec.json.decode(line, type=ArticleMarks)
        return gold_of_names(_article_beside(marks, largest, texts), marks)
    statements = msgspec.json.decode(line, type=ArticleLine)
    article = article_of_line(line, str(path), number)
    if isinstance(article, ReadError):
        return article
    return gold_of_statements(article, statements)


def _article_beside(marks: ArticleMarks, largest: int, texts: Path) -> Article:
    """The article that marks are about."""
    if not (marks.file or marks.id):
        raise ReadError("`file` is missing; it names the file of the text")
    names = [marks.file] if marks.file else [f"{marks.id}{suffix}" for suffix in FORMATS]
    there = [texts / name for name in names if (texts / name).is_file()]
    if not there:
        raise ReadError(f"there is no {texts / names[0]}; name the folder of the texts with --texts")
    first, *more = read(there[0], largest)
    if isinstance(first, ReadError):
        raise first
    if more:
        raise ReadError(f"{there[0]} holds several articles; give each a file of its own")
    return first


def _reason(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error).replace("`$.", "`")
