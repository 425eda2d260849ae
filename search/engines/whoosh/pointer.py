"""The pointer: the file that names the generation that answers; to replace it is to publish another."""

import re
from pathlib import Path

from search.engines.whoosh.manifests import sync_folder, write_synced
from search.errors import BrokenIndex, ForeignIndex, MissingIndex

# What may stand in the folder of an index: ours, and what systems leave.
OURS = re.compile(r"current|current\.new|generations|lock|holder|work|\.DS_Store|desktop\.ini|\.nfs.*")
GENERATION = re.compile(r"\d{8}T\d{6,12}Z-[0-9a-f]{6}")  # when it was begun; the later name is the later generation

Stamp = tuple[int, int, int]  # the pointer's inode, time and size


class Pointer:
    """The pointer in an index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._file = folder, folder / "current"

    def stamp(self) -> Stamp | None:
        """What changes with the pointer, for a look that costs less than reading it; None where there is none."""
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def current(self) -> Path:
        """The folder of the generation that answers; raises MissingIndex, ForeignIndex or BrokenIndex."""
        try:
            name = self._file.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            refuse_foreign(self.folder)
            raise MissingIndex(f"There is no index in {self.folder}; run: onrecord reindex") from None
        except (OSError, UnicodeDecodeError) as error:
            raise BrokenIndex(f"{self._file} cannot be read ({error}); run: onrecord reindex") from None
        if not GENERATION.fullmatch(name):
            raise BrokenIndex(f"{self._file} names no generation in {self.folder}; run: onrecord reindex")
        return self.folder / "generations" / name

    def named(self) -> Path | None:
        """The folder that it names, if it does; whether that is there or not."""
        if not self._file.is_file():
            return None
        return self.folder / "generations" / self._file.read_text(encoding="ascii", errors="replace").strip()

    def point(self, generation: Path) -> None:
        """Make a generation the one that answers."""
        write_synced(self.folder / "current.new", generation.name.encode())
        (self.folder / "current.new").replace(self._file)
        sync_folder(self.folder)


def refuse_foreign(folder: Path) -> None:
    """Raise ForeignIndex for a folder that holds what On Record did not make."""
    if folder.is_file():
        raise ForeignIndex(f"{folder} is a file; name a folder for the index.")
    strangers = [*_strangers(folder, OURS), *_strangers(folder / "generations", GENERATION)]
    if strangers:
        raise ForeignIndex(
            f"{folder} holds {strangers[0]}, which On Record did not make; name an empty folder with --index."
        )


def _strangers(folder: Path, ours: re.Pattern[str]) -> list[str]:
    """The names in a folder, if it is one, that are none of ours."""
    return sorted(p.name for p in folder.iterdir() if not ours.fullmatch(p.name)) if folder.is_dir() else []
