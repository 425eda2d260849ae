"""Documents: the stored fields of a segment's documents, read where they were written, by any number of threads."""

import mmap
import pickle
import zlib
from dataclasses import dataclass
from pathlib import Path

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.schema import Stored
from search.engines.whoosh.varbytes import lengths_and_places


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
    """The stored fields, so many, in a column file; raises OSError, and KeyError or ValueError over what is none."""
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return Documents(held, *lengths_and_places(held, size))
