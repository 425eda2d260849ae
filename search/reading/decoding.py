"""Decoding: from the bytes of a file to text, or a sentence that says why not."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from search.errors import ReadError
from search.opening import NoFile, opened, status_of
from search.reading.encodings import likely_encoding, marked_encoding

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ASSUMED = "its encoding is not stated; it was read as {}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and sentences on how its bytes were understood."""

    text: str
    notes: tuple[str, ...] = ()


def text_of(path: Path, largest: int) -> str:
    """The text of a file with plain line ends; raises ReadError, which names the file and what to do."""
    return decoded(content_of(path, largest), str(path)).text


def content_of(path: Path, largest: int) -> bytes:
    """The bytes of a file; raises ReadError for one that is none, is too large, or cannot be opened."""
    try:
        size = size_of(path)
        if not 0 < size <= largest:
            return _empty_or_too_large(str(path), size)
        with opened(path) as file:
            content = file.read(largest + 1)  # it may have grown
    except OSError as error:
        raise unopened(path, error) from None
    return content if len(content) <= largest else _empty_or_too_large(str(path), len(content))


def _empty_or_too_large(name: str, size: int) -> bytes:
    if size:
        raise too_large(name, size)
    return b""


def size_of(path: Path) -> int:
    """How many bytes a file has; raises OSError for what is no file, and for what is not there."""
    return status_of(path).st_size


def too_large(name: str, size: int) -> ReadError:
    """What is said of a file of too many bytes."""
    return ReadError(f"{name}: {size / 1e6:,.0f} MB is more than an article; split it, or raise ONRECORD_LARGEST_FILE")


def unopened(path: Path, error: OSError) -> ReadError:
    """What is said of a file that the system does not give."""
    if isinstance(error, NoFile):
        return ReadError(f"{path}: is a folder, a pipe or a device, not a file; save its text as .txt")
    return ReadError(f"{path}: cannot be opened ({error.strerror}); check that it is a file you may read")


def decoded(content: bytes, name: str, stated: str = "") -> Decoded:
    """The text of a file's content: in the encoding that it states, or in UTF-8, or in the one that is likely.

    Raises ReadError where no encoding is likely enough: a wrong one makes words that nobody wrote.
    """
    encoding = marked_encoding(content) or _known(stated) or "utf-8"
    likely = "" if encoding == "utf-16" or _fits(content, encoding) else likely_encoding(content)
    if not likely and b"\0" in content and not encoding.startswith("utf-16"):
        raise ReadError(f"{name}: holds binary data, not text; remove it or save its text as .txt")
    try:
        text = content.decode(likely or encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: is not {encoding.upper()} text (byte {error.start}); save it as UTF-8") from None
    text = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise ReadError(f"{name}: is empty; remove it or give it a text")
    return Decoded(text, (ASSUMED.format(likely),) if likely else ())


def _known(encoding: str) -> str:
    """The encoding if Python has it and it makes text of bytes, else ""."""
    try:
        return encoding if codecs.lookup(encoding)._is_text_encoding else ""
    except (LookupError, ValueError):
        return ""


def _fits(content: bytes, encoding: str) -> bool:
    if b"\0" in content and not encoding.startswith("utf-16"):
        return False
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
