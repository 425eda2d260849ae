"""Sources: the files of folders, and which of them may hold articles."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from search.collecting import uncollected
from search.errors import ReadError
from search.identity.decided import FILE
from search.overlay import NAME as OVERLAY
from search.paths import Files, holding
from search.reading import is_read
from search.sentences import Sentence
from search.walking import Walk, walked


@dataclass(frozen=True, slots=True)
class Found:
    """The files of sources, each once, in the order in which they are read; how many an ignore file kept out.

    `closed` are the folders that cannot be opened, and why, `linked` the links to folders, which are not followed.
    """

    files: Files
    ignored: int = 0
    closed: Mapping[str, str] = field(default_factory=dict)
    linked: Sequence[str] = ()


def found_in(sources: Iterable[Path]) -> Found:
    """The files of all sources; raises ReadError for a source that is not there, SettingError for an ignore file."""
    files: dict[str, str] = {}
    closed: dict[str, str] = {}
    linked: list[str] = []
    ignored = 0
    with uncollected():
        for source in sources:
            walk = _walk(source)
            ignored += walk.ignored
            closed |= walk.closed
            linked += walk.linked
            for real, path in _real(source, walk):
                files.setdefault(real, path)
    return Found(Files(tuple(files.values())), ignored, closed, sorted(set(linked)))


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


def emptied(files: Iterable[str], held: Mapping[str, int]) -> list[str]:
    """The sources that held files, so many of them, and of which none of these files is."""
    present = holding(files) if any(held.values()) else frozenset()
    return [source for source, count in held.items() if count and source not in present]


def refusal(source: object, held: int) -> Sentence:
    """Why nothing is done where a folder that had files has none now: more often it is not there than they are gone."""
    return Sentence(
        "{source} held files of articles ({held}) and has none now, so the index stays as it was;"
        " see whether it is mounted or, if they are gone for good, run: onrecord reindex --full",
        source=source,
        held=held,
    )


def is_gone(source: Path) -> bool:
    """Whether a source was a file, by its name, and is none any more; a folder that is not there is no small matter."""
    return not os.path.exists(source) and not why_not(source)  # noqa: PTH110
