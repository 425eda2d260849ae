"""Decoding: from the bytes of a file to text, or a sentence that says why not."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from search.errors import ReadError
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
        if size > largest:
            raise too_large(str(path), size)
        return path.read_bytes()
    except OSError as error:
        raise unopened(path, error) from None


def size_of(path: Path) -> int:
    """How many bytes a file has; raises ReadError for what is no file, OSError for what is not there."""
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise ReadError(f"{path}: is a folder, a pipe or a device, not a file; save its text as .txt")
    return status.st_size


def too_large(name: str, size: int) -> ReadError:
    """What is said of a file of too many bytes."""
    return ReadError(f"{name}: {size / 1e6:,.0f} MB is more than an article; split it, or raise ONRECORD_LARGEST_FILE")


def unopened(path: Path, error: OSError) -> ReadError:
    """What is said of a file that the system does not give."""
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
