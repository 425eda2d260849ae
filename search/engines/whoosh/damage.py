"""Damage: what Whoosh, NumPy and the decoders raise over files that are not as they were written, as one error."""

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from search.errors import BrokenIndex

DAMAGE = (
    *(OSError, EOFError, ValueError, KeyError, IndexError),
    *(struct.error, zlib.error, pickle.UnpicklingError, msgspec.DecodeError),
)


@contextmanager
def undamaged(folder: Path) -> Iterator[None]:
    """Raises BrokenIndex, which names the folder of the index, for any of these."""
    try:
        yield
    except DAMAGE as error:
        raise BrokenIndex(f"The index in {folder} is damaged ({error}); run: onrecord reindex") from error
