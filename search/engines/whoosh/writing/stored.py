"""Stored: the column of what a segment stores, values pickled and packed, laid out as Whoosh's VarBytesColumn."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment

from search.engines.whoosh.arrays import Array, release
from search.engines.whoosh.writing.parts import Part

OFFSETS_FROM = 2**15  # documents; Whoosh reckons the offsets of fewer itself


def column_path(folder: Path, segment: W3Segment, column: str) -> Path:
    """The file of a column."""
    return folder.joinpath(W3Codec.column_filename(segment, column))


def write_stored(folder: Path, segment: W3Segment, parts: Sequence[Part]) -> None:
    """Write what a segment stores: the values of the living documents of its parts, packed as they are."""
    lengths = np.concatenate([part.alive(_sizes(part)) for part in parts])
    with column_path(folder, segment, "_stored").open("wb") as file:
        for part in parts:
            file.writelines(_runs(part))
            release(part.arrays)
        file.write(_typed(lengths, bytes_ := _code(lengths)))
        if len(lengths) > OFFSETS_FROM:
            offsets = np.cumsum(lengths) - lengths
            file.write(_typed(offsets, code := _code(offsets)) + f"{bytes_}{code}X".encode())
        else:
            file.write(bytes_.encode())


def _sizes(part: Part) -> Array:
    return np.diff(part.arrays["stored_ends"].astype(np.int64), prepend=0)


def _runs(part: Part) -> Iterator[memoryview]:
    """The stored values of living documents, those that lie side by side in one."""
    stored, ends = part.arrays["stored"], np.concatenate([[0], part.arrays["stored_ends"].astype(np.int64)])
    live = np.ones(part.size, bool) if part.live is None else part.live
    borders = np.flatnonzero(np.diff(live, prepend=False, append=False)).reshape(-1, 2)
    return (stored[ends[begin] : ends[end]].data for begin, end in borders.tolist())


def _code(numbers: Array) -> str:
    """The type in which Whoosh would write these numbers: 1, 2, 4 or 8 bytes each."""
    highest = int(numbers.max()) if len(numbers) else 0
    return next(code for code, limit in (("B", 2**8), ("H", 2**16), ("i", 2**31), ("q", 2**63)) if highest < limit)


def _typed(numbers: Array, code: str) -> bytes:
    return numbers.astype({"B": ">u1", "H": ">u2", "i": ">i4", "q": ">i8"}[code]).tobytes()


def stored_of(folder: Path, segment: W3Segment) -> dict[str, Array]:
    """The arrays `stored` and `stored_ends` of a segment that is written."""
    column = np.memmap(column_path(folder, segment, "_stored"), np.uint8, "r")
    size, end = segment.doc_count_all(), len(column) - 1
    code = chr(column[end])
    if code == "X":
        code, wide = chr(column[end - 2]), np.dtype(_TYPES[chr(column[end - 1])]).itemsize
        end -= 2 + size * wide
    lengths = column[end - size * np.dtype(_TYPES[code]).itemsize : end].view(_TYPES[code])
    return {"stored": column, "stored_ends": np.cumsum(lengths, dtype=np.uint64)}


_TYPES = {"B": ">u1", "H": ">u2", "i": ">i4", "I": ">u4", "q": ">i8"}
