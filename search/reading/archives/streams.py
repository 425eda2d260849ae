"""Streams: what is read of an archive is counted, and damage in it is a sentence that names the file."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, cast

from search.errors import ReadError
from search.reading.archives.budget import Budget
from search.reading.archives.dictionaries import Unxzing

BLOCK = 65_536  # bytes

# What a damaged archive makes Python's libraries raise.
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, open until the next one is asked for; `size` in bytes, 0 where nobody says.

    `url` and `suffix` are those of a Document.
    """

    name: str
    file: io.BufferedReader
    size: int = 0
    url: str = ""
    suffix: str = ""


class Metered(io.RawIOBase):
    """What is read from here is taken from a budget; damage is a ReadError that names the file."""

    def __init__(self, source: IO[bytes], name: str, budget: Budget) -> None:
        super().__init__()
        self.source, self.name, self.budget = source, name, budget

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer will do
        """Fill the buffer with the next bytes; raises ReadError."""
        with damage(self.name):
            found = self.source.read(len(buffer))
        self.budget.unfold(len(found))
        buffer[: len(found)] = found
        return len(found)


def buffered(source: IO[bytes], name: str, budget: Budget) -> io.BufferedReader:
    """A stream whose bytes are counted."""
    return io.BufferedReader(Metered(source, name, budget), BLOCK)


@contextmanager
def damage(name: str) -> Iterator[None]:
    """Whatever libraries raise on damage becomes a ReadError that names the file."""
    try:
        yield
    except DAMAGE as error:
        reason = " ".join(str(error).split())[:120] or "it ends too early"
        raise ReadError(f"{name}: cannot be unpacked ({reason}); fetch it anew or leave it out") from None


def held(content: bytes) -> io.BufferedReader:
    """Bytes in memory as a stream."""
    return io.BufferedReader(cast(io.RawIOBase, io.BytesIO(content)), BLOCK)


def gunzipped(source: IO[bytes]) -> IO[bytes]:
    """What a .gz holds."""
    return cast(IO[bytes], gzip.GzipFile(fileobj=source))


def bunzipped(source: IO[bytes]) -> IO[bytes]:
    """What a .bz2 holds."""
    return cast(IO[bytes], bz2.BZ2File(source))


def unxzed(source: IO[bytes]) -> IO[bytes]:
    """What an .xz holds."""
    return cast(IO[bytes], Unxzing(source))


def skipped(file: IO[bytes], count: int) -> int:
    """Pass over so many bytes; how many of them were not there."""
    while count > 0 and (block := file.read(min(count, BLOCK))):
        count -= len(block)
    return count


def label(name: str) -> str:
    """A member's name as it is shown: no way up or out of the archive, no signs that are no text.

    >>> label("../../etc/./tolls.html"), label("C:\\\\clips\\\\a.txt")
    ('etc/tolls.html', 'C:/clips/a.txt')
    """
    clean = "".join(c if c.isprintable() else "\ufffd" for c in name.replace("\\", "/"))
    return "/".join(part for part in clean.split("/") if part not in {"", ".", ".."})[:500] or "unnamed"
