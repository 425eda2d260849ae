"""Reading: a file becomes articles; one module a format. `read` is the one verb."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from search.errors import ReadError
from search.model import Article
from search.reading.decoding import text_of
from search.reading.json_lines import articles_of_json_lines
from search.reading.markdown import article_of_markdown
from search.reading.plain import article_of_text

Reader = Callable[[str, str], Iterator[Article | ReadError]]

# A format: its suffix, and what makes articles of (text, path). A whole new one is a module and a line here.
FORMATS: dict[str, Reader] = {
    ".txt": article_of_text,
    ".text": article_of_text,
    ".md": article_of_markdown,
    ".markdown": article_of_markdown,
    ".jsonl": articles_of_json_lines,
    ".ndjson": articles_of_json_lines,
}


def read(path: Path, largest: int) -> Iterator[Article | ReadError]:
    """The articles of a file, and an error for each that cannot be read; raises nothing.

    `largest` is the size in bytes above which a file is refused.
    """
    try:
        name = _name(path)
        reader = FORMATS.get(path.suffix.lower())
        if reader is None:
            raise ReadError(f"{path}: a {path.suffix or 'file without a suffix'} is not read; save it as .txt or .md")
        yield from reader(text_of(path, largest), name)
    except ReadError as error:
        yield error


def _name(path: Path) -> str:
    """The path as text; raises ReadError for one that is none, as names from old archives may be."""
    name = str(path)
    if re.search(r"[\ud800-\udfff]", name):
        raise ReadError(f"{name!a}: the name of this file is not UTF-8; rename it")
    return name
