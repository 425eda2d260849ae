"""Parts: what is merged, chunks and segments, of which some documents may be dead."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, Mask, narrowed
from search.engines.whoosh.strings import joined, parted


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk or a segment to be merged: its arrays, the number of its documents, which of them live (None: all)."""

    arrays: Arrays
    size: int
    live: Mask | None = None

    @property
    def living(self) -> int:
        """How many documents live."""
        return self.size if self.live is None else int(self.live.sum())

    def alive(self, values: Array) -> Array:
        """Of one value for each document those of the living."""
        return values if self.live is None else values[self.live]

    def field(self, name: str) -> dict[str, Array]:
        """The arrays of a field that are merged, under their own names; of living documents, numbered anew."""
        names = ("words", "word_ends", "starts", "ids", "tf", "place_starts", "places")
        arrays = {n: self.arrays[f"{name}.{n}"] for n in names}
        return arrays if self.live is None else _pruned(arrays, self.live)


def bases(parts: Sequence[Part]) -> list[int]:
    """The number that each part's first document gets; last, how many documents there are."""
    return [0, *np.cumsum([part.living for part in parts]).tolist()]


def renumbered(live: Mask) -> Array:
    """The new number of each document that lives."""
    return np.cumsum(live) - 1


def _pruned(arrays: dict[str, Array], live: Mask) -> dict[str, Array]:
    """A field's arrays of living documents only; words that are in none of them are left out."""
    kept = live[arrays["ids"]]
    counts = np.diff(_before(kept)[arrays["starts"]])
    words = counts > 0
    kept_places = np.repeat(kept, arrays["tf"])
    occurrences = np.diff(_before(kept_places)[arrays["place_starts"]])
    text, ends = joined(word for word, keep in zip(words_in(arrays), words.tolist(), strict=True) if keep)
    return {
        "words": text,
        "word_ends": ends,
        "starts": starts_of(counts[words]),
        "ids": renumbered(live)[arrays["ids"][kept]].astype(np.uint32),
        "tf": narrowed(arrays["tf"][kept]),
        "place_starts": starts_of(occurrences[words]),
        "places": narrowed(arrays["places"][kept_places]),
    }


def _before(mask: Mask) -> Array:
    """How many are true before each place, and before the end."""
    return np.concatenate([[0], np.cumsum(mask)])


def words_in(field: Arrays) -> list[bytes]:
    """The words of a field as `Part.field` gives it."""
    return parted(field["words"], field["word_ends"])


def starts_of(counts: Array) -> Array:
    """Where each of so many begins when they lie one after the other, and where the last ends."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
