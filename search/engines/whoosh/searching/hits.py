"""Hits: the paragraphs of a page, each read from the index when somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import overload

from search.results import Hit


class Hits(Sequence[Hit]):
    """The hits that are these documents; equal to any sequence of the same hits."""

    def __init__(self, documents: Sequence[int], read: Callable[[int], Hit], *, kept: bool = True) -> None:
        self._documents, self._read, self._kept = documents, read, kept
        self._known: dict[int, Hit] = {}

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, at: int | slice) -> Hit | tuple[Hit, ...]:
        if isinstance(at, slice):
            return tuple(map(self._hit, self._documents[at]))
        return self._hit(self._documents[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # it is compared in tests and kept nowhere

    def _hit(self, document: int) -> Hit:
        if not self._kept:  # of so many that they would not fit into memory
            return self._read(document)
        if document not in self._known:
            self._known[document] = self._read(document)
        return self._known[document]
