"""The ledger: what each file was when it was read, and what came of it; it is kept with the generation."""

import zlib

import msgspec

from search.doubles import Marks
from search.identity.voices import Voice
from search.seen import Seen, written

LEDGER = "ledger"  # the name under which an engine keeps it
VERSION = 4  # raise it when what is written changes
NOTHING, MANY = b"\x90", b"\xdd"  # how MessagePack writes an empty list, and one whose length takes four bytes


class Piece(msgspec.Struct, array_like=True, gc=False):
    """An article of a file: its id there, who speaks in it, and how it stands in the index.

    `source` is empty where it is the file; `text` is the hash of all that was read and found in it; `shown` stands for
    all that the form depends on in which it is indexed; `marks` tell whether it is the article of another file.
    """

    id: str
    voices: tuple[Voice, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    text: bytes = b""
    shown_id: str = ""
    shown: bytes = b""
    marks: Marks = Marks()


class Entry(msgspec.Struct, array_like=True, gc=False):
    """A file: how it was seen, its content's hash (nothing where that is not known), and what came of it.

    `key` is the name of its articles on the shelf.
    """

    size: int
    mtime: int
    hash: bytes
    key: bytes
    pieces: tuple[Piece, ...] = ()
    failed: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()  # what it holds that is no article

    @property
    def seen(self) -> Seen:
        return Seen(self.size, self.mtime)


class Ledger(msgspec.Struct):
    """All files in the order in which they are read; when they were looked at (nanoseconds), and by what rules.

    `environment` counts for files that failed, `editors` is what corrections.toml and speakers.toml say.
    """

    looked: int = 0
    rules: str = ""
    environment: str = ""
    editors: str = ""
    entries: dict[str, Entry] = {}


class _Written(msgspec.Struct):
    version: int
    ledger: Ledger
    files: list[tuple[bytes, Entry]]  # names of files need not be UTF-8


def ledger_bytes(ledger: Ledger) -> bytes:
    """A ledger as it is kept."""
    bare = Ledger(ledger.looked, ledger.rules, ledger.environment, ledger.editors)
    begun = msgspec.msgpack.encode(_Written(VERSION, bare, [])).removesuffix(NOTHING)
    packing, kept = zlib.compressobj(1), bytearray()
    kept += packing.compress(begun + MANY + len(ledger.entries).to_bytes(4, "big"))
    for path, entry in ledger.entries.items():  # one at a time, for a million of them would be held three times
        kept += packing.compress(msgspec.msgpack.encode((written(path), entry)))
    return bytes(kept + packing.flush())


def ledger_of(kept: bytes) -> Ledger | None:
    """A ledger as it was kept; None for nothing, and for what another version wrote."""
    try:
        found = msgspec.msgpack.decode(zlib.decompress(kept), type=_Written)
    except (zlib.error, msgspec.DecodeError):
        return None
    if found.version != VERSION:
        return None
    found.ledger.entries = {path.decode("utf-8", "surrogateescape"): entry for path, entry in found.files}
    return found.ledger
