"""Merging: the words of several parts become those of one, documents numbered on, the dead ones left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, narrowed, release
from search.engines.whoosh.strings import Numbering, joined, ranked
from search.engines.whoosh.writing.parts import Part, bases, starts_of, words_in

Empty = Callable[[int, np.dtype[np.generic]], Array]  # room for so many values of a type


@dataclass(frozen=True, slots=True)
class Pouring:
    """A field of several parts on its way into one: the new numbers of each part's words and of its first document."""

    fields: Sequence[Arrays]
    numbers: Sequence[Array]
    bases: Sequence[int]
    empty: Empty

    def poured(self, starts: str, names: Sequence[str]) -> dict[str, Array]:
        """The starts of all words together, and the arrays that these part by words; documents are numbered on."""
        begins = starts_of(self._counted(starts))
        types = {name: np.result_type(*(field[name] for field in self.fields)) for name in names}
        all_ = {name: self.empty(int(begins[-1]), type_) for name, type_ in types.items()}
        cursor = begins[:-1].copy()
        for field, own, base in zip(self.fields, self.numbers, self.bases, strict=False):
            to = _scattered(cursor, own, field[starts])
            for name in names:
                all_[name][to] = field[name] + field[name].dtype.type(base if name == "ids" else 0)
            release(field)
        return {starts: begins.astype(np.uint32 if begins[-1] < 2**32 else np.uint64), **all_}

    def _counted(self, starts: str) -> Array:
        """How many values each word has in all parts."""
        counts = np.zeros(max((int(own[-1]) + 1 for own in self.numbers if len(own)), default=0), np.int64)
        for field, own in zip(self.fields, self.numbers, strict=True):
            counts[own] += _counts(field[starts])
        return counts


def merged_field(parts: Sequence[Part], name: str, empty: Empty) -> dict[str, Array]:
    """The arrays of one field of all parts; the large ones are written into what `empty` gives."""
    fields = [part.field(name) for part in parts]
    words, numbers = _numbered(fields)
    text, ends = joined(words)
    pouring = Pouring(fields, numbers, bases(parts), empty)
    arrays = {
        "words": text,
        "word_ends": ends,
        **pouring.poured("starts", ("ids", "tf")),
        **pouring.poured("place_starts", ("places",)),
        "lengths": narrowed(np.concatenate([part.alive(part.arrays[f"{name}.lengths"]) for part in parts])),
    }
    return {f"{name}.{n}": array for n, array in arrays.items()}


def _numbered(fields: Sequence[Arrays]) -> tuple[list[bytes], list[Array]]:
    """The words of all fields, sorted, and for each field the numbers that its own have among them."""
    found = Numbering[bytes]()
    numbers = [np.fromiter(map(found.__getitem__, words_in(field)), np.int32) for field in fields]
    words = list(found)
    order, ranks = ranked(words)
    return [words[n] for n in order], [ranks[each] for each in numbers]


def _counts(starts: Array) -> Array:
    """How many lie between each start and the next."""
    counts: Array = starts[1:].astype(np.int64) - starts[:-1]
    return counts


def _scattered(cursor: Array, numbers: Array, starts: Array) -> Array:
    """Where a part's values go, those of word n from `cursor[n]` on; the cursors move behind them."""
    counts = _counts(starts)
    to: Array = np.arange(starts[-1]) + np.repeat(cursor[numbers] - starts[:-1].astype(np.int64), counts)
    cursor[numbers] += counts
    return to
