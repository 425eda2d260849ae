"""Arrays: many arrays in one file, read where they lie by a memory map.

A file is MAGIC, the length of a table of contents, the table (JSON: name → type, length, offset), and the arrays, each
beginning at a multiple of ALIGNED bytes after the table.
"""

import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]  # of one dimension, of whichever type
Arrays = Mapping[str, Array]  # by name
Ids = npt.NDArray[np.int64]  # numbers of documents
Scores = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]  # whether, for each of some

MAGIC = b"ONRECORD ARRAYS\n"
LENGTH = struct.Struct("<Q")
ALIGNED = 64  # bytes: a cache line


def save(path: Path, arrays: Arrays) -> None:
    """Write arrays of one dimension into a file; raises OSError."""
    table, offset = {}, 0
    for name, array in arrays.items():
        table[name] = (array.dtype.str, len(array), offset)
        offset += _rounded(array.nbytes)
    head = json.dumps(table).encode()
    with path.open("wb") as file:
        file.write(MAGIC + LENGTH.pack(len(head)) + head)
        file.write(bytes(_begin(len(head)) - file.tell()))
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data)
            file.write(bytes(_rounded(array.nbytes) - array.nbytes))


def load(path: Path) -> Arrays:
    """The arrays of a file, to be read and not written; raises OSError, and ValueError where it is no such file."""
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if held[: len(MAGIC)] != MAGIC:
        raise ValueError(f"{path.name} holds no arrays")
    (length,) = LENGTH.unpack_from(held, len(MAGIC))
    table = json.loads(held[len(MAGIC) + LENGTH.size : len(MAGIC) + LENGTH.size + length])
    begin = _begin(length)
    return {name: np.frombuffer(held, np.dtype(t), n, begin + at) for name, (t, n, at) in table.items()}


def narrowed(numbers: Array) -> Array:
    """Whole numbers from nought on in the narrowest type that holds them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max())) if len(numbers) else np.uint8)


def release(arrays: Arrays) -> None:
    """Give back the memory of arrays that are mapped from files; whoever looks at them again reads them again."""
    if hasattr(mmap, "MADV_DONTNEED"):
        maps = {id(held): held for array in arrays.values() if isinstance(held := _held(array), mmap.mmap)}
        for each in maps.values():
            each.madvise(mmap.MADV_DONTNEED)


def _begin(length: int) -> int:
    """Where the arrays begin after a table of so many bytes."""
    return _rounded(len(MAGIC) + LENGTH.size + length)


def _rounded(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED


def _held(array: Array) -> object:
    """What an array lies in: NumPy keeps a view of it, or itself."""
    return getattr(array.base, "obj", array.base)
