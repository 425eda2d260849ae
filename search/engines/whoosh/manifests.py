"""Manifests: what the files of a finished generation are, so that one that is not as it was written is known."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from search.contents import Contents
from search.engines.whoosh.layout import PAPER
from search.errors import BrokenIndex

MANIFEST_FILE = "manifest.json"


class File(msgspec.Struct, frozen=True):
    """A file of a generation as it was when the generation was finished."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is: what it was built by, what it holds, and its files."""

    fingerprint: str
    contents: Contents
    files: dict[str, File]


MANIFEST = msgspec.json.Decoder(Manifest)


def alike(one: Path, other: Path) -> bool:
    """Whether two generations hold the same, their papers left out."""
    return _held(one) == _held(other)


def _held(generation: Path) -> dict[str, File]:
    try:
        files = MANIFEST.decode((generation / MANIFEST_FILE).read_bytes()).files
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return {name: file for name, file in files.items() if not name.endswith(PAPER)}


def file_of(path: Path) -> File:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        return File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def refuse_damaged(path: Path, file: File, *, whole: bool) -> None:
    try:
        same = path.stat().st_size == file.size and (not whole or _hash(path) == file.sha256)
    except OSError:
        same = False
    if not same:
        raise BrokenIndex(f"{path} is damaged; run: onrecord reindex")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and have it on the disk on return; raises OSError."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened, nor needs to be
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
