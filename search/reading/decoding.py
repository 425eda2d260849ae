"""Decoding: from the bytes of a file to text, or a sentence that says why not."""

import codecs
import re
from pathlib import Path
from stat import S_ISREG

from search.errors import ReadError

MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def text_of(path: Path, largest: int) -> str:
    """The text of a file with plain line ends; raises ReadError, which names the file and what to do."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise ReadError(f"{path}: is a folder, a pipe or a device, not a file; save its text as .txt")
        if status.st_size > largest:
            size = f"{status.st_size / 1e6:,.0f} MB"
            raise ReadError(f"{path}: {size} is more than an article; split it, or raise ONRECORD_LARGEST_FILE")
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be opened ({error.strerror}); check that it is a file you may read") from None
    return decoded(content, path)


def decoded(content: bytes, path: Path) -> str:
    """The text of a file's content."""
    encoding = next((name for mark, name in MARKED.items() if content.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in content:
        raise ReadError(f"{path}: holds binary data, not text; remove it or save its text as .txt")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: is not {encoding.upper()} text (byte {error.start}); save it as UTF-8") from None
    text = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise ReadError(f"{path}: is empty; remove it or give it a text")
    return text
