"""Bundles: the parts of a document that is a zip file, such as .docx, .odt and .epub, read within bounds.

Sizes that a zip file states of itself may be lies, so the bytes are counted as they come out.
"""

import io
import zipfile
import zlib
from types import TracebackType
from typing import Any

from lxml import etree

from search.errors import ReadError
from search.reading.archives.dictionaries import WANTS_MORE, wants_too_much

LARGEST_PART = 30_000_000  # bytes of XML: ten novels; a tree of it takes ten times as much
LARGEST_ALL = 120_000_000  # bytes of all parts that are read of one document
MOST_TIMES = 400  # an honest XML shrinks to a twentieth, a table of empty cells to a two-hundredth
SURELY_SMALL = 1_000_000  # bytes, below which it does not matter how well a part was packed
STEP = 64 * 1024

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)


class Bundle:
    """A document's parts by name; every fault is a ReadError that names the file and what to do."""

    def __init__(self, content: bytes, path: str) -> None:
        self.path, self._left = path, LARGEST_ALL
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._parts = {part.filename: part for part in self._zip.infolist()}
        except FAULTS:
            raise ReadError(f"{path}: is damaged, or not what its suffix says; open it and save it anew") from None

    def __enter__(self) -> "Bundle":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def part(self, name: str) -> bytes:
        """The content of a part, b"" if there is none."""
        found = self._parts.get(name)
        if found is None:
            return b""
        if found.flag_bits & 1:
            raise ReadError(f"{self.path}: is locked with a password; open it and save it without one")
        try:
            return self._unpacked(found)
        except FAULTS:
            raise ReadError(f"{self.path}: its part {name[:80]} is damaged; open it and save it anew") from None

    def tree(self, name: str) -> Any:
        """The tree of a part that is XML, None if there is none."""
        content = self.part(name)
        return xml_tree(content, f"{self.path}: its part {name[:80]}") if content else None

    def _unpacked(self, found: zipfile.ZipInfo) -> bytes:
        most = min(LARGEST_PART, self._left, max(SURELY_SMALL, MOST_TIMES * found.compress_size))
        if wants_too_much(self._zip, found):
            raise zipfile.BadZipFile(WANTS_MORE)
        content = bytearray()
        with self._zip.open(found) as part:
            while step := part.read(STEP):
                content += step
                if len(content) > most:
                    raise ReadError(f"{self.path}: unpacks to more than an article can be; remove it or split it")
        self._left -= len(content)
        return bytes(content)


def xml_tree(content: bytes, what: str) -> Any:
    """The tree of an XML text from outside; nothing in it is looked up, neither entities nor addresses."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ReadError(f"{what} is damaged; open it and save it anew") from None
    if tree is None:
        raise ReadError(f"{what} is damaged; open it and save it anew")
    return tree
