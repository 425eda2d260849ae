"""Warcs: the web pages in a crawl, one at a time, each with its address."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from io import BufferedReader

from search.errors import PassedOver, ReadError
from search.reading.archives.budget import Budget
from search.reading.archives.pages import WITHOUT, page_of
from search.reading.archives.streams import Member, held, skipped
from search.reading.header import web_address

LONGEST_HEADER = 65_536  # bytes
VERSION = re.compile(rb"WARC/1\.\d+\s*")
ANSWERS = frozenset({"response", "resource"})  # a conversion or a revisit repeats another record
LINE = re.compile(r"([\w-]+):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)")


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a crawl: its header as bytes and by name, and its content, b"" where it was passed over."""

    head: bytes
    header: dict[str, str]
    content: bytes = b""

    @property
    def address(self) -> str:
        """Where on the web it is from."""
        return web_address(self.header.get("warc-target-uri", "").strip("<>")) or ""

    @property
    def kind(self) -> str:
        """What it is: response, resource, request, metadata …"""
        return self.header.get("warc-type", "").lower()


def members_of_warc(file: BufferedReader, name: str, budget: Budget) -> Iterator[Member | ReadError]:
    """The pages of a crawl, and one sentence on what else it holds."""
    if find_spec("warcio") is None:
        raise ReadError(f"{name}: {WITHOUT.format('warcio')}")
    strange = Counter[str]()
    for record in _records(file, name, budget):
        where = f"{name}!/{record.address}"
        page = page_of(record.head, record.content, where, budget.largest) if record.content else record.kind
        if isinstance(page, bytes):
            yield Member(where, held(page), len(page), record.address, ".html")
        elif isinstance(page, ReadError):
            yield page
        else:
            strange[page or "without a type"] += 1
    if strange:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in strange.most_common(5))
        were = "record in it is no page and was" if strange.total() == 1 else "records in it are no pages and were"
        yield PassedOver(f"{name}: {strange.total():,} {were} not read ({kinds})")


def _records(file: BufferedReader, name: str, budget: Budget) -> Iterator[Record]:
    """The records in their order; raises ReadError where the file is damaged."""
    while record := _record(file, name):
        budget.open()
        length = _length(record, name)
        if record.kind in ANSWERS and record.address and length <= budget.largest:
            content = file.read(length)
            missing = length - len(content)
        else:
            content, missing = b"", skipped(file, length)
        if missing:
            raise ReadError(f"{name}: ends within the record of {record.address or 'no address'}; fetch it anew")
        yield Record(record.head, record.header, content)


def _record(file: BufferedReader, name: str) -> Record | None:
    """The header of the next record; None at the end."""
    head = b""
    while line := file.readline(LONGEST_HEADER):
        if line.strip():
            head += line
        elif head:
            break
        if head and (len(head) > LONGEST_HEADER or not VERSION.match(head)):
            raise ReadError(f"{name}: is no crawl from here on, or is damaged; fetch it anew")
    text = head.decode("utf-8", "replace")
    return Record(head, {key.lower(): value.strip() for key, value in LINE.findall(text)}) if head else None


def _length(record: Record, name: str) -> int:
    length = record.header.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        raise ReadError(f"{name}: the record of {record.address or 'no address'} has no length; fetch it anew")
    return int(length)
