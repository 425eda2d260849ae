"""Tables: the data files of the program, in TOML; what is wrong in one is said with its file and key."""

import tomllib
from pathlib import Path
from typing import Any

from search.errors import SettingError

NAMES: dict[type, str] = {str: "a text", list: "a list", dict: "a section"}


class Table:
    """A data file. A key is given by its steps: `table.words("roles", "expert")`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingError(f"{path} cannot be read ({error}); mend it") from None

    def words(self, *key: str, separator: str | None = None) -> frozenset[str]:
        """The words of a text, in small letters as they stand; between separators, if one is given."""
        pieces = self._value(str, key).split(separator)
        return frozenset(" ".join(piece.split()) for piece in pieces)

    def entries(self, *key: str) -> tuple[str, ...]:
        """The texts of a list."""
        entries: list[Any] = self._value(list, key)
        if not all(isinstance(entry, str) for entry in entries):
            raise SettingError(f"{self.path}: {'.'.join(key)} holds what is no text; put it between quotation marks")
        return tuple(entries)

    def section(self, *key: str) -> dict[str, str]:
        """The keys of a section and their texts; without a key, the names of all that the file holds."""
        section: dict[str, Any] = self._value(dict, key)
        return {name: value if isinstance(value, str) else "" for name, value in section.items()}

    def _value(self, kind: type, key: tuple[str, ...]) -> Any:
        value: Any = self._content
        for step in key:
            value = value.get(step) if isinstance(value, dict) else None
        if not isinstance(value, kind):
            raise SettingError(f"{self.path}: {'.'.join(key)} is missing or is not {NAMES[kind]}; add it")
        return value
