"""The shelf: articles with their statements, set aside on disk: between two passes, after a stop, until the next time.

It stands in the index's folder for writers and may be deleted while nobody writes; all files are then read again.
"""

import sqlite3
import time
from collections.abc import Collection
from contextlib import closing, suppress
from errno import ENOSPC
from pathlib import Path
from types import TracebackType

import msgspec

from search.errors import OnRecordError
from search.keeping.database import opened, remove
from search.keeping.ledger import Entry
from search.keeping.packing import unpacked
from search.model import Article

FILE = "attributed.sqlite"
SETTLED = 2.0  # seconds; a stop costs the work of so many at most
PAGES = 1 << 14  # of 4 KB, that a freed file gives back at a time
ENTRY = msgspec.msgpack.Decoder(Entry)


class Shelf:
    """The articles of files by the files' keys; for one writer.

    A full disk is an OSError, a damaged file an OnRecordError, and that is removed; both are raised when it is left.
    """

    def __init__(self, folder: Path) -> None:
        self._path, self._settled = folder / FILE, time.monotonic()
        try:
            self._db = opened(self._path)
        except sqlite3.DatabaseError:  # killed with the machine: then the work is done again
            remove(self._path)
            self._db = opened(self._path)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(sqlite3.Error), closing(self._db):
            self._db.commit()
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(ENOSPC, f"cannot be written ({error}); make room on the disk", str(self._path)) from None
        if isinstance(error, sqlite3.DatabaseError):
            self._discard()
            raise self._damaged() from None

    def _damaged(self) -> OnRecordError:
        return OnRecordError(
            f"{self._path} was damaged and has been removed; the index is as it was; run reindex again"
        )

    def keys(self) -> frozenset[bytes]:
        """The keys of all files whose articles are here, all of them."""
        return frozenset(key for (key,) in self._db.execute("select key from files where entry is not null"))

    def entry(self, key: bytes) -> Entry:
        """What came of a file that is here."""
        (written,) = self._db.execute("select entry from files where key = ?", (key,)).fetchone()
        return ENTRY.decode(written)

    def begin(self, key: bytes) -> int:
        """A place for the articles of a file; what was there is gone."""
        self.drop([key])
        return self._db.execute("insert into files (key) values (?)", (key,)).lastrowid or 0

    def put(self, place: int, number: int, body: bytes) -> None:
        """Set a packed article of a file aside."""
        self._db.execute("insert into articles values (?, ?, ?)", (place, number, body))
        if time.monotonic() > self._settled + SETTLED:
            self.settle()

    def finish(self, place: int, entry: Entry) -> None:
        """Say that all articles of a file are here, and what came of it."""
        self._db.execute("update files set entry = ? where number = ?", (msgspec.msgpack.encode(entry), place))

    def article(self, key: bytes, number: int) -> Article:
        """The article of this number of a file; raises OnRecordError where it cannot be read any more."""
        query = "select body from articles, files where file = files.number and key = ? and articles.number = ?"
        try:
            (body,) = self._db.execute(query, (key, number)).fetchone()
            return unpacked(body)
        except (TypeError, ValueError, sqlite3.DatabaseError):
            self._discard()
            raise self._damaged() from None

    def settle(self) -> None:
        """Have on disk what was set aside so far."""
        self._db.commit()
        self._settled = time.monotonic()

    def keep(self, keys: Collection[bytes]) -> None:
        """Drop all but these files, and give their room back."""
        wanted = frozenset(keys)
        self.drop([key for (key,) in self._db.execute("select key from files") if key not in wanted])
        self.settle()
        self._db.execute(f"pragma incremental_vacuum({PAGES})").fetchall()
        self._db.commit()

    def drop(self, keys: Collection[bytes]) -> None:
        """Drop these files."""
        for key in keys:
            self._db.execute("delete from articles where file = (select number from files where key = ?)", (key,))
            self._db.execute("delete from files where key = ?", (key,))

    def fact(self, name: str) -> str:
        """What was noted under a name; "" for nothing."""
        found = self._db.execute("select value from facts where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def note(self, name: str, value: str) -> None:
        """Note something for the next writer."""
        self._db.execute("insert or replace into facts values (?, ?)", (name, value))
        self.settle()

    def clear(self) -> None:
        """Drop everything."""
        self._discard()
        self._db = opened(self._path)

    def _discard(self) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        remove(self._path)
