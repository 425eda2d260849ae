"""Seen: how files are when they are looked at, and one mark that stands for all of them."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from stat import S_ISREG

from search.identity.decided import FILE
from search.overlay import NAME as OVERLAY
from search.overlay import folder_of

LATEST = 253_402_300_799 * 10**9  # nanoseconds: the end of the year 9999; some file systems know later times


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was: bytes, and nanoseconds; less than none of a file that is none or cannot be asked."""

    size: int = -1
    mtime: int = 0


def seen(path: str | Path) -> Seen:
    """How a file is now."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return Seen()
    return Seen(status.st_size, min(status.st_mtime_ns, LATEST)) if S_ISREG(status.st_mode) else Seen()


def written(path: str | Path) -> bytes:
    """A path as bytes, also one that is not UTF-8."""
    return str(path).encode("utf-8", "surrogateescape")


def state_of(files: Iterable[tuple[str, Seen]], sources: Iterable[Path]) -> str:
    """What changes when one of these files, or what editors say beside the sources, does; whatever their order."""
    editorial = {
        str(path) for s in sources for path in ((s if s.is_dir() else s.parent) / FILE, folder_of(s) / OVERLAY)
    }
    return state_with(f"{0:016x}", chain(files, ((path, seen(path)) for path in editorial)))


def state_with(state: str, files: Iterable[tuple[str, Seen]]) -> str:
    """A state with more files."""
    total, here = int(state, 16), os.getcwd()  # noqa: PTH109
    for path, how in files:
        text = b"%b\0%d %d" % (written(_absolute(path, here)), how.size, how.mtime)
        total += int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")
    return f"{total % 2**64:016x}"


def _absolute(path: str, here: str) -> str:
    """What os.path.abspath says of a path, but sooner of one that has no dots to be resolved."""
    whole = os.path.join(here, path)  # noqa: PTH118
    return os.path.normpath(whole) if "/." in whole or "//" in whole else whole
