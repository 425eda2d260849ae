"""Tables: the data files of the program, in TOML; what is wrong in one is said with its file and key."""

import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from search.errors import SettingError

SHAPES: dict[type, str] = {
    str: "a text; put it between quotation marks",
    list: "a list; put it between [ and ]",
    dict: "a section; put its keys below its name in brackets",
}
NEAR = 0.75  # of difflib's 1: "hiden" and "hidden" are near, "masculine" and "feminine" are not


class Table:
    """A data file. A key is given by its steps: `table.words("roles", "expert")`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._asked: set[tuple[str, ...]] = set()
        try:
            self._content = tomllib.loads(path.read_text(encoding="utf-8"))
        except RecursionError:
            raise SettingError(f"{path} cannot be read (it is nested too deep); mend it") from None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingError(f"{path} cannot be read ({error}); mend it") from None

    def text(self, *key: str) -> str:
        """A text as it is written, without the white space around it; an empty one is a fault."""
        text: str = self._value(str, key).strip()
        if not text:
            raise self.fault(key, "is empty; put something between its quotation marks")
        return text

    def words(self, *key: str, separator: str | None = None) -> frozenset[str]:
        """The words of a text, in small letters as they stand; between separators, if one is given."""
        pieces = self._value(str, key).split(separator)
        return frozenset(" ".join(piece.split()) for piece in pieces)

    def entries(self, *key: str) -> tuple[str, ...]:
        """The texts of a list."""
        entries: list[Any] = self._value(list, key)
        if not all(isinstance(entry, str) and entry.strip() for entry in entries):
            raise self.fault(key, "holds what is no text; put texts between quotation marks, and something into each")
        return tuple(entries)

    def section(self, *key: str) -> dict[str, str]:
        """The keys of a section and their texts."""
        return {name: self._value(str, (*key, name)) for name in self.names(*key)}

    def names(self, *key: str) -> tuple[str, ...]:
        """The keys of a section, whatever they hold; without a key, those of the file."""
        return tuple(self._value(dict, key))

    def refuse_others(self) -> None:
        """Raise SettingError for a key that nothing has asked for: it is misspelt, or stands in another section."""
        for key in _keys(self._content):
            if key not in self._asked:
                raise self.unknown(key, (asked[-1] for asked in self._asked if asked and asked[:-1] == key[:-1]))

    def unknown(self, key: tuple[str, ...], known: Iterable[str]) -> SettingError:
        """A key that is none of these, as an error that names the nearest."""
        near = nearest(key[-1], known)
        return self.fault(key, f"is not known; {f'rename it {near}' if near else 'take it out'}")

    def fault(self, key: Iterable[str], words: str) -> SettingError:
        """What is wrong with a key, and what to do, as an error that names the file."""
        return SettingError(f"{self.path}: {'.'.join(key)} {words}")

    def _value(self, kind: type, key: tuple[str, ...]) -> Any:
        self._asked.add(key)
        value: Any = self._content
        for step in key:
            section = value if isinstance(value, dict) else {}
            if step not in section:
                near = nearest(step, section)
                raise self.fault(key, f"is missing; add it{f', or rename {near}' if near else ''}")
            value = section[step]
        if not isinstance(value, kind):
            raise self.fault(key, f"is not {SHAPES[kind]}")
        return value


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of these that may have been meant, "" where none is near.

    >>> nearest("at_leest", ("at_least", "at_most")), nearest("masculine", ("feminine",))
    ('at_least', '')
    """
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=NEAR)), "")


def _keys(section: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys of a section and of those in it, but for sections that hold keys themselves."""
    for name, value in section.items():
        key = (*above, name)
        yield from _keys(value, key) if isinstance(value, dict) and value else (key,)
