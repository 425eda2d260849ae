"""Walking: the files of a folder and of the folders in it, however many they are and however deep they lie."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from search.ignoring import Ignoring

ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})  # names of files that are no articles
AN_INDEX = ("generations", "lock")  # what stands in the folder of one, which may lie among the sources


@dataclass(slots=True)
class Walk:
    """The files that were found, and which of them are links; folders that cannot be opened, and why; how many ignored.

    Links to folders are not followed, so that no walk comes back to where it was; `linked` are those.
    """

    files: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    closed: dict[str, str] = field(default_factory=dict)
    linked: list[str] = field(default_factory=list)
    ignored: int = 0


def walked(source: str) -> Walk:
    """The files of a folder in alphabetical order, folder by folder; raises SettingError for an ignore file."""
    walk, waiting = Walk(), [(source, Ignoring())]
    while waiting:
        folder, outer = waiting.pop()
        rules = outer.within(folder)
        waiting += [(inner, rules) for inner in _inner(folder, rules, walk)]
    walk.files.sort(key=in_order)
    return walk


def in_order(path: str) -> str:
    """By what paths are put in order: what lies in a folder stands together."""
    return path.replace("/", "\0")


def _inner(folder: str, rules: Ignoring, walk: Walk) -> list[str]:
    """The folders in a folder; its files are taken down."""
    inner: list[str] = []
    for entry in _entries(folder, walk):
        path = f"{folder.rstrip('/')}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            _enter(path, entry, rules, walk, inner)
        elif not _is_about_the_folder(entry.name):
            _take(path, entry, rules, walk)
    return inner


def _enter(path: str, entry: "os.DirEntry[str]", rules: Ignoring, walk: Walk, inner: list[str]) -> None:
    """Take a folder down among those that are to be walked, unless it is an index, ignored, or a link to one."""
    if not entry.is_symlink() and _is_index(path):
        return
    if rules.ignores(f"{path}/"):
        walk.ignored += 1
    else:
        (walk.linked if entry.is_symlink() else inner).append(path)


def _take(path: str, entry: "os.DirEntry[str]", rules: Ignoring, walk: Walk) -> None:
    if rules.ignores(path):
        walk.ignored += 1
        return
    walk.files.append(path)
    if entry.is_symlink():
        walk.links.add(path)


def _entries(folder: str, walk: Walk) -> Iterator["os.DirEntry[str]"]:
    """What stands in a folder; one that cannot be opened is taken down, and one that has gone is none."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        walk.closed[folder] = error.strerror or str(error)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; what nobody may look at is a file, and fails as such."""
    with suppress(OSError):
        return entry.is_dir()
    return False


def _is_about_the_folder(name: str) -> bool:
    return os.path.splitext(name)[0].lower() in ABOUT_THE_FOLDER  # noqa: PTH122


def _is_index(folder: str) -> bool:
    return all(os.path.exists(f"{folder}/{name}") for name in AN_INDEX)  # noqa: PTH110
