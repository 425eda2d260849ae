"""Ignoring: which files are to be passed over, by files `.onrecordignore` that are written as .gitignore is."""

import os
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from search.editorial import text_of
from search.errors import SettingError

IGNORE = ".onrecordignore"


@dataclass(frozen=True, slots=True)
class Ignoring:
    """The ignore files that hold in a folder, the outermost first, each with the folder in which it stands."""

    files: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def within(self, folder: str) -> "Ignoring":
        """Those that hold in a folder of this one; raises SettingError for a pattern that makes no sense."""
        path = Path(folder, IGNORE)
        return Ignoring((*self.files, (folder, patterns_in(path)))) if os.path.lexists(path) else self

    def ignores(self, path: str) -> bool:
        """Whether a file is passed over, or a folder, whose path ends in a slash; the innermost pattern decides."""
        found = (spec.check_file(path[len(folder) :].lstrip("/")).include for folder, spec in reversed(self.files))
        return next((included for included in found if included is not None), False)


def patterns_in(path: Path) -> GitIgnoreSpec:
    """The patterns of an ignore file; raises SettingError."""
    try:
        return GitIgnoreSpec.from_lines(text_of(path).splitlines())
    except ValueError as error:
        raise SettingError(f"{path}: {error}; mend it") from None
