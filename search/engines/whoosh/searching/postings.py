"""Postings: where each word of a field stands, in the arrays of one segment."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, Ids
from search.engines.whoosh.lexicon import Lexicon, Numbers, alike

SHIFT = 32  # bits for how often a word stands in a document, when both are sorted as one number

Words = range | Numbers | Sequence[int]  # numbers of words


@dataclass(frozen=True, slots=True)
class Postings:
    """A field of a segment. Word w stands in documents `ids[starts[w]:starts[w + 1]]` (of the segment, ascending).

    It stands `tf` times in each; at `places[place_starts[w]:place_starts[w + 1]]` in all of them one after the other.
    """

    lexicon: Lexicon
    signatures: Array
    starts: Array
    ids: Array
    tf: Array
    place_starts: Array
    places: Array
    stems: Lexicon
    stem_starts: Array
    stem_words: Array
    lengths: Array

    @classmethod
    def of(cls, arrays: Arrays, field: str) -> "Postings":
        """The postings of a field."""
        mine = {name.removeprefix(f"{field}."): array for name, array in arrays.items() if name.startswith(f"{field}.")}
        return cls(
            lexicon=Lexicon(mine.pop("words").data, mine.pop("word_ends")),
            stems=Lexicon(mine.pop("stems").data, mine.pop("stem_ends")),
            signatures=mine.pop("letters"),
            **mine,
        )

    def word(self, word: str) -> Words:
        """This word as written, if it is there."""
        number = self.lexicon.number(word)
        return () if number is None else range(number, number + 1)

    def stem(self, stem: str) -> Words:
        """The words of this stem."""
        number = self.stems.number(stem)
        return () if number is None else self.stem_words[self.stem_starts[number] : self.stem_starts[number + 1]]

    def beginning(self, start: str) -> Words:
        """The words that begin so."""
        return self.lexicon.beginning(start)

    def alike(self, word: str, edits: int) -> Words:
        """The words within so many edits of this one."""
        return alike(self.lexicon, self.signatures, word, edits)

    def documents(self, words: Words) -> tuple[Ids, Ids]:
        """The documents in which any of these words stands, ascending, and how often they stand there together."""
        pieces = self._pieces(words)
        if not pieces:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        ids = np.concatenate([self.ids[piece] for piece in pieces], dtype=np.int64)
        tf = np.concatenate([self.tf[piece] for piece in pieces], dtype=np.int64)
        return (ids, tf) if len(words) == 1 else summed(ids, tf)

    def pieces(self, words: Words) -> list[Array]:
        """The documents of these words, word after word."""
        return [self.ids[piece] for piece in self._pieces(words)]

    def _pieces(self, words: Words) -> list[slice]:
        return [slice(int(self.starts[a]), int(self.starts[b])) for a, b in runs(words)]


def numbered(words: Words) -> Numbers:
    """Numbers of words as an array."""
    return np.arange(words.start, words.stop) if isinstance(words, range) else np.asarray(words, dtype=np.int64)


def runs(words: Words) -> list[tuple[int, int]]:
    """Numbers as stretches from one to before another, so that neighbours are read at once.

    >>> runs([3, 4, 5, 9])
    [(3, 6), (9, 10)]
    """
    if isinstance(words, range):
        return [(words.start, words.stop)] if words else []
    numbers = np.asarray(words, dtype=np.int64)
    breaks = np.flatnonzero(np.diff(numbers) != 1) + 1
    begins = numbers[np.concatenate([[0], breaks])] if len(numbers) else numbers
    ends = numbers[np.concatenate([breaks - 1, [-1]])] + 1 if len(numbers) else numbers
    return list(zip(begins.tolist(), ends.tolist(), strict=True))


def summed(ids: Ids, tf: Ids) -> tuple[Ids, Ids]:
    """Each document once, ascending, with the sum of its numbers, each below 2**SHIFT."""
    both = (ids << SHIFT) | tf
    both.sort(kind="stable")  # which is quick with runs that are in order already
    ids, tf = both >> SHIFT, both & (1 << SHIFT) - 1
    again = np.flatnonzero(ids[1:] == ids[:-1]) + 1  # few: most documents have a word in one form
    if not len(again):
        return ids, tf
    first = np.ones(len(ids), dtype=np.bool_)
    first[again] = False
    kept = np.flatnonzero(first)
    np.add.at(tf, kept[np.searchsorted(kept, again) - 1], tf[again])
    return ids[kept], tf[kept]
