"""Damage: what Whoosh, NumPy and the decoders raise over files that are not as they were written, as one error."""

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, EMFILE, ENFILE, ENOMEM, ENOSPC
from pathlib import Path

import msgspec

from search.errors import BrokenIndex

DAMAGE = (
    *(OSError, EOFError, ValueError, KeyError, IndexError),
    *(struct.error, zlib.error, pickle.UnpicklingError, msgspec.DecodeError),
)
WANTING = frozenset({ENOSPC, EDQUOT, EFBIG, EMFILE, ENFILE, ENOMEM})  # the system has no more of it


@contextmanager
def undamaged(folder: Path) -> Iterator[None]:
    """Raises BrokenIndex, which names the folder of the index, for any of these; OSError where the disk is full."""
    try:
        yield
    except DAMAGE as error:
        if isinstance(error, OSError) and error.errno in WANTING:
            raise
        raise BrokenIndex(f"The index in {folder} is damaged ({error}); run: onrecord reindex") from error
