"""Reading: a file becomes articles; one module a format. `read` is the one verb."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from search.errors import ReadError
from search.model import Article
from search.opening import opened, status_of
from search.reading import archives
from search.reading.archives.document import Document
from search.reading.choosing import articles_of
from search.reading.formats import FORMATS, READERS, Reader
from search.reading.sniffing import HEAD, sniffed

__all__ = ["FORMATS", "Reader", "holds_many", "is_archive", "is_read", "is_too_large", "read", "unpacked"]


def read(path: Path, largest: int) -> Iterator[Article | ReadError]:
    """The articles of a file, and an error for each that cannot be read; raises nothing.

    `largest` is the size in bytes above which a file is refused; an archive may be larger, but no file in it.
    """
    for found in unpacked(path, largest):
        if isinstance(found, Document):
            yield from articles_of(found)
        else:
            yield found


def unpacked(path: Path, largest: int) -> Iterator[Document | ReadError]:
    """The document that a file is, or those in an archive, still unread; `articles_of` reads one."""
    name = str(path)
    if re.search(r"[\ud800-\udfff]", name):  # as names from old archives may have them
        yield ReadError(f"{name!a}: the name of this file is not UTF-8; rename it")
        return
    yield from archives.documents(path, largest, _may_be_read)


def is_read(path: Path) -> bool:
    """Whether a file is of a format that is read, by its name or else by its first bytes."""
    if path.suffix.lower() in FORMATS:
        return True
    try:
        if not status_of(path).st_size:
            return False
        with opened(path) as file:
            return _may_be_read(path.name, file.read(HEAD))
    except OSError:
        return False


def is_too_large(path: Path, size: int, largest: int) -> bool:
    """Whether a file of this size is refused: it is too large, and no archive, of which only the members may not be."""
    if size <= largest:
        return False
    try:
        with opened(path) as file:
            return not archives.holds_others(sniffed(file.read(HEAD)))
    except OSError:
        return True


def is_archive(path: Path) -> bool:
    """Whether it is called as files are that hold other files."""
    return path.suffix.lower() in archives.ARCHIVES


def holds_many(path: Path) -> bool:
    """Whether it is called as files are that hold many articles."""
    suffix = path.suffix.lower()
    return suffix in READERS and READERS[suffix].many


def _may_be_read(name: str, head: bytes) -> bool:
    """By the name or suffix; else by the first bytes, among which those of a zip tell too little."""
    suffix = PurePath(name).suffix.lower() or name
    return suffix in FORMATS or sniffed(head) not in {"", ".zip"}
