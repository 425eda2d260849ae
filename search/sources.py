"""Sources: the files of folders, and which of them may hold articles."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.collecting import uncollected
from search.errors import ReadError
from search.identity.decided import FILE
from search.ignoring import Ignoring
from search.overlay import NAME as OVERLAY
from search.reading import is_read

ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})  # names of files that are no articles
AN_INDEX = ("generations", "lock")  # what stands in the folder of one, which may lie among the sources


@dataclass(frozen=True, slots=True)
class Found:
    """The files of sources, each once, in the order in which they are read; how many an ignore file kept out."""

    files: tuple[Path, ...]
    ignored: int = 0


def found_in(sources: Iterable[Path]) -> Found:
    """The files of all sources; raises ReadError for a source that is not there, SettingError for an ignore file."""
    files: dict[str, Path] = {}
    ignored = 0
    with uncollected():
        for source in sources:
            found = _found_in(source)
            ignored += found.ignored
            for real, path in _real(found.files):
                files.setdefault(real, path)
    return Found(tuple(files.values()), ignored)


def files_in(source: Path) -> tuple[Path, ...]:
    """The files of a folder and the folders in it, or the one file itself, in alphabetical order.

    Raises ReadError for a source that is not there. Links to folders are not followed.
    """
    return _found_in(source).files


def _found_in(source: Path) -> Found:
    if source.is_file():
        return Found((source,))
    if not source.is_dir():
        raise ReadError(f"{source}: there is no such file or folder")
    found: list[str] = []
    closed: list[OSError] = []  # folders that cannot be opened count as files, and fail as such
    rules, ignored = {str(source): Ignoring()}, 0
    for folder, names, files in os.walk(source, onerror=closed.append):
        here = rules.pop(folder).within(folder)
        inner = [name for name in names if not name.startswith(".") and not _is_index(os.path.join(folder, name))]  # noqa: PTH118
        names[:] = [name for name in inner if not here.ignores(f"{folder}/{name}/")]
        rules |= {os.path.join(folder, name): here for name in names}  # noqa: PTH118
        own = [name for name in files if not _is_about_the_folder(name)]
        taken = [name for name in own if not here.ignores(f"{folder}/{name}")]
        ignored += len(inner) - len(names) + len(own) - len(taken)
        prefix = os.path.join(folder, "")  # noqa: PTH118
        found += [f"{prefix}{name}" for name in taken]
    found += [str(error.filename) for error in closed if error.filename]
    editorial = {os.path.join(source, name) for name in (FILE, OVERLAY)}  # noqa: PTH118
    ordered = sorted((path for path in found if path not in editorial), key=_parts)
    return Found(tuple(map(Path, ordered)), ignored)


def _parts(path: str) -> list[str]:
    """By what files are sorted: folder by folder."""
    return path.split(os.sep)  # noqa: PTH206  # 100,000 paths are sorted, of which none is taken apart for good


def _is_about_the_folder(name: str) -> bool:
    return name.startswith(".") or os.path.splitext(name)[0].lower() in ABOUT_THE_FOLDER  # noqa: PTH122


def _is_index(folder: str) -> bool:
    return all(os.path.exists(f"{folder}/{name}") for name in AN_INDEX)  # noqa: PTH110


def _real(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Each file with the path that it has when all links are followed."""
    folders: dict[str, str] = {}
    for path in files:
        folder, name = os.path.split(path)
        if os.path.islink(path):  # noqa: PTH114
            yield os.path.realpath(path), path  # which lets a link to itself stand, where Path.resolve raises
        else:
            if folder not in folders:
                folders[folder] = os.path.realpath(folder)
            yield f"{folders[folder]}/{name}", path


def why_not(path: Path) -> str:
    """Why a file is not read as articles; "" where it is."""
    if path.name in {FILE, OVERLAY}:
        return f"it counts only in the folder that is the source: reindex --source {path.parent}"
    if is_read(path):
        return ""
    return f"{path.suffix or 'no suffix'} is not a format of articles"


def is_gone(source: Path) -> bool:
    """Whether a source was a file, by its name, and is none any more; a folder that is not there is no small matter."""
    return not source.exists() and not why_not(source)


def place(path: Path, sources: Sequence[Path]) -> tuple[int, Path]:
    """By what files are put in order: the first source that holds it, then the path."""
    return next((n for n, source in enumerate(sources) if path.is_relative_to(source)), len(sources)), path
