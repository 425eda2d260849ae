"""Documents: the stored fields of a segment's documents, read where they were written, by any number of threads.

Whoosh's own reader copies and turns the table of a million places when it opens the column; this one looks at it.
The form: the values (each pickled, then compressed), their lengths, a letter for the type of these; where there are
many values, their places come before the letter, and after it the letter for the type of these, and an X.
"""

import mmap
import pickle
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.schema import Stored

TYPES = {"B": ">u1", "H": ">u2", "i": ">i4", "I": ">u4", "q": ">i8", "Q": ">u8", "L": ">u8"}


@dataclass(frozen=True, slots=True)
class Documents:
    """The stored fields of a segment."""

    held: mmap.mmap
    lengths: Array
    places: Array

    def __getitem__(self, number: int) -> Stored:
        """The stored fields of a document, by its number in the segment."""
        begin = int(self.places[number])
        value = self.held[begin : begin + int(self.lengths[number])]
        fields: Stored = pickle.loads(zlib.decompress(value)) if value else {}  # noqa: S301  # our own file
        return fields


def documents_in(path: Path, size: int) -> Documents:
    """The stored fields in the column file of a segment of so many documents; raises OSError and ValueError."""
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    letters = held[-3:].decode("ascii", "replace")
    if letters[-1] != "X":
        lengths = _array(held, len(held) - 1, letters[-1], size)
        return Documents(held, lengths, np.cumsum(lengths, dtype=np.int64) - lengths)
    end = len(held) - 3
    places = _array(held, end, letters[1], size)
    return Documents(held, _array(held, end - places.nbytes, letters[0], size), places)


def _array(held: mmap.mmap, end: int, letter: str, size: int) -> Array:
    """The array of so many numbers that ends there."""
    kind = np.dtype(TYPES[letter])
    return np.frombuffer(held, kind, size, end - size * kind.itemsize)
