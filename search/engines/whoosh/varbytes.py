"""Varbytes: how Whoosh lays out values of different lengths (VarBytesColumn), for those who write and who read them.

The values, one after the other; their lengths; a letter for the type of these. Where there are many values, the places
at which they begin come before the letter, and after it the letter for the type of these, and an X. Whoosh's own
reader copies and turns a table of a million places when it opens a column; here it is looked at where it lies.
"""

import mmap

import numpy as np

from search.engines.whoosh.arrays import Array

TYPES = {"B": ">u1", "H": ">u2", "i": ">i4", "I": ">u4", "q": ">i8", "Q": ">u8", "L": ">u8"}
WRITTEN = (("B", 2**8), ("H", 2**16), ("i", 2**31), ("q", 2**63))  # types, and below what Whoosh takes each
OFFSETS_FROM = 2**15  # values; Whoosh reckons the places of fewer itself


def lengths_and_places(column: mmap.mmap | np.memmap, size: int) -> tuple[Array, Array]:
    """How long each of so many values is, and where it begins, in bytes; raises KeyError and ValueError over damage."""
    letters = bytes(column[-3:]).decode("ascii", "replace")
    if letters[-1] != "X":
        lengths = _ending(column, len(column) - 1, letters[-1], size)
        return lengths, np.cumsum(lengths, dtype=np.int64) - lengths
    end = len(column) - 3
    places = _ending(column, end, letters[1], size)
    return _ending(column, end - places.nbytes, letters[0], size), places


def closing(lengths: Array) -> bytes:
    """What stands behind values of these lengths (int64)."""
    code = _code(lengths)
    written = _typed(lengths, code)
    if len(lengths) <= OFFSETS_FROM:
        return written + code.encode()
    places = np.cumsum(lengths) - lengths
    wide = _code(places)
    return written + _typed(places, wide) + f"{code}{wide}X".encode()


def _ending(column: mmap.mmap | np.memmap, end: int, letter: str, size: int) -> Array:
    """The array of so many numbers that ends there."""
    kind = np.dtype(TYPES[letter])
    return np.frombuffer(column, kind, size, end - size * kind.itemsize)


def _code(numbers: Array) -> str:
    """The letter of the type in which Whoosh would write these numbers."""
    highest = int(numbers.max()) if len(numbers) else 0
    return next(code for code, limit in WRITTEN if highest < limit)


def _typed(numbers: Array, code: str) -> bytes:
    return numbers.astype(TYPES[code]).tobytes()
