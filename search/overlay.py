"""Overlays: the file `corrections.toml` in a folder of articles, where an editor's corrections stand."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from search.blocks import block_of, corrections_in
from search.corrections import Correction, Corrections
from search.errors import SettingError

NAME = "corrections.toml"


def corrections_of(sources: Iterable[Path]) -> Corrections:
    """The corrections of these folders and files; raises SettingError for what in them makes no sense."""
    files = {os.path.realpath(path): path for source in sources if (path := folder_of(source) / NAME).exists()}
    found: dict[str, tuple[Correction, ...]] = {}
    for path in files.values():
        for correction in corrections_in(_text(path), str(path)):
            found[correction.article] = (*found.get(correction.article, ()), correction)
    return found


def folder_of(source: Path) -> Path:
    """The folder whose corrections are those of a source; of a file it is the nearest one above that has any."""
    if source.is_dir():
        return source
    return next((folder for folder in source.parents if (folder / NAME).exists()), source.parent)


def append(correction: Correction) -> str:
    """Add a correction to the end of its file, of which nothing else changes, and return the block.

    The file is whole at every moment. Raises SettingError for a file that cannot be read, and changes nothing then.
    """
    path = Path(os.path.realpath(correction.file))
    before = _text(path) if path.exists() else ""
    block = block_of(correction)
    after = before + _gap(before) + block
    corrections_in(after, correction.file)  # nothing is added to what makes no sense
    try:
        _replace(path, after.encode())
    except UnicodeEncodeError:
        raise SettingError(f"{path}: what is to be added is not UTF-8; type it anew") from None
    return block


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


def _text(path: Path) -> str:
    """The text of the file, its line ends as they are."""
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read ({error}); mend it, and save it as UTF-8") from None
