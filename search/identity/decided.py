"""What an editor decided: the speakers.toml beside the sources. It is read and never written."""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from search.editorial import NAME_LIMIT, content_of, fault, text_of
from search.errors import SettingError

FILE = "speakers.toml"
KEYS = ("name", "also", "not")


@dataclass(frozen=True, slots=True)
class Entry:
    """A speaker as the editor knows him: the name to show, the spellings that are this one, those that never are."""

    name: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    path: Path = Path(FILE)

    @property
    def is_unused(self) -> str:
        """What is said of an entry that no article needs."""
        return f"{self.path}: nobody is called {' or '.join(self.spellings)} (any more); mend it or take it out"

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Decided:
    """All entries, and for each spelling the one that claims it."""

    entries: tuple[Entry, ...] = ()
    by_spelling: Mapping[str, Entry] = field(default_factory=dict)

    def entry(self, spelling: str) -> Entry | None:
        """The entry that claims a spelling."""
        return self.by_spelling.get(written(spelling))

    def parts(self, one: str, other: str) -> bool:
        """Whether the editor says that two spellings are two speakers."""
        ours, theirs = self.entry(one), self.entry(other)
        if ours and theirs:
            return ours is not theirs
        return _denies(ours, other) or _denies(theirs, one)


NOTHING_DECIDED = Decided()


def decided_in(sources: Iterable[Path]) -> Decided:
    """What the speakers.toml of these folders, or of the folders of these files, decide; raises SettingError."""
    paths = [(source if os.path.isdir(source) else source.parent) / FILE for source in sources]  # noqa: PTH112
    distinct = {os.path.realpath(path): path for path in paths if os.path.lexists(path)}
    return decided_by_entries(entry for path in distinct.values() for entry in entries_in(path))


def entries_in(path: Path) -> tuple[Entry, ...]:
    """The entries of a file; raises SettingError, which names file and key."""
    content = content_of(text_of(path), path)
    if unknown := sorted(content.keys() - {"speaker"}):
        raise SettingError(f"{path}: {unknown[0]} is no key; begin each speaker with [[speaker]]")
    speakers = content.get("speaker", [])
    if not isinstance(speakers, list) or not all(isinstance(one, dict) for one in speakers):
        raise SettingError(f"{path}: speaker is no list of speakers; begin each with [[speaker]]")
    return tuple(_entry(one, f"{path}: speaker {number}", path) for number, one in enumerate(speakers, 1))


def decided_by_entries(entries: Iterable[Entry]) -> Decided:
    """What these entries decide; raises SettingError where two claim one spelling."""
    found = tuple(entries)
    claimed: dict[str, Entry] = {}
    for entry in found:
        for spelling in map(written, entry.spellings):
            other = claimed.setdefault(spelling, entry)
            if other is not entry:
                raise SettingError(
                    f"{entry.path}: “{spelling}” is claimed by two speakers, {other.name} ({other.path}) and"
                    f" {entry.name}; leave it in the name or also of one"
                )
    return Decided(found, claimed)


def written(name: str) -> str:
    """A spelling as it is compared with the file: one form of each letter, apostrophe and space.

    >>> written("Hassan  al-Qa’abi")
    "Hassan al-Qa'abi"
    """
    return " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split())


def _entry(given: dict[str, Any], place: str, path: Path) -> Entry:
    if unknown := sorted(given.keys() - set(KEYS)):
        raise SettingError(f"{place}: {unknown[0]} is no key; use {', '.join(KEYS)}")
    name = given.get("name")
    if not isinstance(name, str) or not name.strip():
        raise SettingError(f'{place}: name is missing or is not a text; write name = "Ann Lee"')
    if problem := fault(name, NAME_LIMIT):
        raise SettingError(f"{place}: name {problem}")
    also, never = (_texts(given, key, f"{place} ({name})") for key in ("also", "not"))
    if both := {written(spelling) for spelling in (name, *also)} & {written(spelling) for spelling in never}:
        raise SettingError(f"{place} ({name}): “{min(both)}” is this speaker and is not; take it out of also or of not")
    return Entry(" ".join(name.split()), also, never, path)


def _texts(given: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    texts = given.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise SettingError(f'{place}: {key} is no list of names; write {key} = ["A. Lee"]')
    if problem := next(filter(None, (fault(text, NAME_LIMIT) for text in texts)), ""):
        raise SettingError(f"{place}: a name in {key} {problem}")
    return tuple(texts)


def _denies(entry: Entry | None, spelling: str) -> bool:
    return entry is not None and written(spelling) in map(written, entry.never)
