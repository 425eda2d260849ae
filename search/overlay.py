"""Overlays: the file `corrections.toml` in a folder of articles, where an editor's corrections stand."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from search.blocks import block_of, corrections_in
from search.corrections import Correction, Corrections
from search.editorial import text_of
from search.errors import OnRecordError

NAME = "corrections.toml"
PATIENCE = 60  # seconds; to add a block takes a few thousandths of one


def corrections_of(sources: Iterable[Path]) -> Corrections:
    """The corrections of these folders and files; raises SettingError for what in them makes no sense."""
    files = {os.path.realpath(path): path for source in sources if os.path.lexists(path := folder_of(source) / NAME)}
    found: dict[str, tuple[Correction, ...]] = {}
    for path in files.values():
        for correction in corrections_in(text_of(path), str(path)):
            found[correction.article] = (*found.get(correction.article, ()), correction)
    return found


def folder_of(source: Path) -> Path:
    """The folder whose corrections are those of a source; of a file it is the nearest one above that has any."""
    if os.path.isdir(source):  # noqa: PTH112  # where Path.is_dir raises for what nobody may look at
        return source
    return next((folder for folder in source.parents if os.path.lexists(folder / NAME)), source.parent)


def append(correction: Correction) -> str:
    """Add a correction to the end of its file, of which nothing else changes, and return the block.

    The file is whole at every moment, and of several who add at once each waits for the others; the lock is a hidden
    file beside it, which stays. Raises SettingError for what makes no sense, and changes nothing then.
    """
    file, block = Path(correction.file), block_of(correction)
    _with(block, file)  # what makes no sense is said before anything is written
    path = Path(os.path.realpath(file))  # a link stays one
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=PATIENCE, mode=0o666):  # who may write may wait
            _replace(path, _with(block, file).encode())
    except Timeout:
        raise OnRecordError(f"{file}: somebody else has been writing to it for {PATIENCE} s; try again") from None
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(file)) from None  # and not the file aside
    return block


def _with(block: str, file: Path) -> str:
    """The text of the file with a block at its end."""
    before = text_of(file) if os.path.lexists(file) else ""
    after = before + _gap(before) + block
    corrections_in(after, str(file))
    return after


def _gap(before: str) -> str:
    """An empty line between what stands there and what is added."""
    return "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"


def _replace(path: Path, content: bytes) -> None:
    """Write a file aside and rename it."""
    mode = path.stat().st_mode if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # a dot: no reindex reads it
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(mode)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
