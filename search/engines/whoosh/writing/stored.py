"""Stored: the column of what a segment stores, values pickled and packed (varbytes.py)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment

from search.engines.whoosh.arrays import Array, release
from search.engines.whoosh.varbytes import closing, lengths_and_places
from search.engines.whoosh.writing.parts import Part


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
        file.write(closing(lengths))


def _sizes(part: Part) -> Array:
    return np.diff(part.arrays["stored_ends"].astype(np.int64), prepend=0)


def _runs(part: Part) -> Iterator[memoryview]:
    """The stored values of living documents, those that lie side by side in one."""
    stored, ends = part.arrays["stored"], np.concatenate([[0], part.arrays["stored_ends"].astype(np.int64)])
    live = np.ones(part.size, bool) if part.live is None else part.live
    borders = np.flatnonzero(np.diff(live, prepend=False, append=False)).reshape(-1, 2)
    return (stored[ends[begin] : ends[end]].data for begin, end in borders.tolist())


def stored_of(folder: Path, segment: W3Segment) -> dict[str, Array]:
    """The arrays `stored` and `stored_ends` of a segment that is written."""
    column = np.memmap(column_path(folder, segment, "_stored"), np.uint8, "r")
    lengths, places = lengths_and_places(column, segment.doc_count_all())
    return {"stored": column, "stored_ends": (places + lengths).astype(np.uint64)}
