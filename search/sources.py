"""Sources: the files of folders, which of them may hold articles, and how each was when it was looked at."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from search.errors import ReadError
from search.identity.decided import FILE
from search.overlay import NAME as OVERLAY
from search.overlay import folder_of
from search.paths import Files
from search.reading import is_read
from search.walking import Walk, walked

LATEST = 253_402_300_799 * 10**9  # nanoseconds: the end of the year 9999; some file systems know later times


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was: bytes, and nanoseconds; less than none of a file that is none or cannot be asked."""

    size: int = -1
    mtime: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The files of sources, each once, in the order in which they are read; how many an ignore file kept out.

    `closed` are the folders that cannot be opened, and why.
    """

    files: Files
    ignored: int = 0
    closed: Mapping[str, str] = field(default_factory=dict)


def found_in(sources: Iterable[Path]) -> Found:
    """The files of all sources; raises ReadError for a source that is not there, SettingError for an ignore file."""
    files: dict[str, str] = {}
    closed: dict[str, str] = {}
    ignored = 0
    for source in sources:
        walk = _walk(source)
        ignored += walk.ignored
        closed |= walk.closed
        for real, path in _real(source, walk):
            files.setdefault(real, path)
    return Found(Files(tuple(files.values())), ignored, closed)


def files_in(source: Path) -> Files:
    """The files of a folder and the folders in it, or the one file itself, in alphabetical order.

    Raises ReadError for a source that is not there. Links to folders are not followed.
    """
    return Files(tuple(_walk(source).files))


def _walk(source: Path) -> Walk:
    if not _is_folder(source):
        return Walk([str(source)], {str(source)})
    walk = walked(str(source))
    editorial = {f"{str(source).rstrip('/')}/{name}" for name in (FILE, OVERLAY)}
    walk.files = [path for path in walk.files if path not in editorial]
    return walk


def _is_folder(source: Path) -> bool:
    """Whether a source is a folder, and not a file; raises ReadError for what is neither."""
    try:
        mode = source.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        mode = 0
    except OSError as error:
        raise ReadError(f"{source}: cannot be opened ({error.strerror}); check that you may read it") from None
    if not (S_ISDIR(mode) or S_ISREG(mode)):
        what = "is a pipe or a device, not a file or folder" if mode else "there is no such file or folder"
        raise ReadError(f"{source}: {what}")
    return S_ISDIR(mode)


def _real(source: Path, walk: Walk) -> Iterator[tuple[str, str]]:
    """Each file with the path that it has when all links are followed."""
    named = str(source)
    real = os.path.realpath(source)
    for path in walk.files:
        is_link = path in walk.links  # realpath lets a link to itself stand, where Path.resolve raises
        yield (os.path.realpath(path) if is_link else path if real == named else real + path[len(named) :]), path


def why_not(path: Path) -> str:
    """Why a file is not read as articles; "" where it is."""
    if path.name in {FILE, OVERLAY}:
        return f"it counts only in the folder that is the source: reindex --source {path.parent}"
    if is_read(path):
        return ""
    return f"{path.suffix or 'no suffix'} is not a format of articles"


def is_gone(source: Path) -> bool:
    """Whether a source was a file, by its name, and is none any more; a folder that is not there is no small matter."""
    return not os.path.exists(source) and not why_not(source)  # noqa: PTH110


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
    folders = ((s, s if os.path.isdir(s) else s.parent) for s in sources)  # noqa: PTH112
    editorial = {str(path) for s, folder in folders for path in (folder / FILE, folder_of(s) / OVERLAY)}
    total = 0
    for path, how in chain(files, ((path, seen(path)) for path in editorial)):
        text = b"%b\0%d %d" % (written(os.path.abspath(path)), how.size, how.mtime)  # noqa: PTH100
        total += int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")
    return f"{total % 2**64:016x}"
