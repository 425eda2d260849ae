"""Paths: the names of very many files, where they lie, and in which order they stand."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import overload

from search.walking import in_order


@dataclass(frozen=True, slots=True)
class Files(Sequence[Path]):
    """Many files, each a path when it is asked for: as such a million of them would take half a gigabyte."""

    names: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, at: int) -> Path: ...
    @overload
    def __getitem__(self, at: slice) -> "Files": ...
    def __getitem__(self, at: int | slice) -> "Path | Files":
        return Files(self.names[at]) if isinstance(at, slice) else Path(self.names[at])


def names_of(files: Sequence[Path]) -> Sequence[str]:
    """The files by their names."""
    return files.names if isinstance(files, Files) else [str(path) for path in files]


def above(path: str) -> Iterator[str]:
    """The path itself, and all folders in which it lies, the nearest first.

    >>> list(above("news/2024/a.txt"))
    ['news/2024/a.txt', 'news/2024', 'news', '.']
    """
    while path not in {"/", "."}:
        yield path
        path = os.path.dirname(path) or "."  # noqa: PTH120
    yield path


def holding(paths: Iterable[str]) -> frozenset[str]:
    """The paths, and all folders in which they lie."""
    found: set[str] = set()
    for path in paths:
        found.update(takewhile(lambda place: place not in found, above(path)))
    return frozenset(found)


def places(paths: Iterable[str], sources: Sequence[Path]) -> list[str]:
    """Paths in the order in which their files are read: by the first source that holds each, then by name."""
    first = {str(source): number for number, source in reversed(list(enumerate(sources)))}
    found = [(min((first[f] for f in above(p) if f in first), default=len(sources)), in_order(p), p) for p in paths]
    return [path for _, _, path in sorted(found)]
