"""The holder of a lock, by name: which process writes to an index, on which machine, since when."""

import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec


class Name(msgspec.Struct, frozen=True):
    """Who holds the lock."""

    pid: int
    host: str
    since: str


@dataclass(frozen=True, slots=True)
class Holder:
    """The file beside a lock in which its holder stands. It tells; it is the lock that keeps others out."""

    file: Path

    def sign(self) -> None:
        """Say that this process holds the lock."""
        name = Name(os.getpid(), socket.gethostname(), f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
        self.file.write_bytes(msgspec.json.encode(name))

    def leave(self) -> None:
        """Say nothing any more."""
        with suppress(OSError):
            self.file.unlink()

    @property
    def name(self) -> str:
        """The holder in brackets, to stand in a sentence; nothing where it is not told."""
        try:
            held = msgspec.json.decode(self.file.read_bytes(), type=Name)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return ""
        return f" (process {held.pid} on {held.host}, since {held.since})"
