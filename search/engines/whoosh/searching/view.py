"""The view: the segments of a generation as one, whose documents are numbered through."""

from dataclasses import dataclass, field

import numpy as np

from search.engines.whoosh.arrays import Array, Ids, Mask, Scores
from search.engines.whoosh.searching.cache import Cache
from search.engines.whoosh.searching.postings import Postings, Words
from search.engines.whoosh.searching.slate import Slate
from search.ranking import burden

CACHED = 200_000_000  # bytes of postings, put together and weighed, that are kept for the next query


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: the number that its first document has in the view, how many there are, its fields."""

    base: int
    size: int
    fields: dict[str, Postings]


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many words a field has in each document, and the burden of each such length (search/ranking.py)."""

    each: Array
    burdens: Scores

    def of(self, ids: Ids) -> Scores:
        """The burdens of these documents."""
        return self.burdens[self.each[ids]]


@dataclass(frozen=True, slots=True)
class View:
    """All documents of a generation. `live` leaves out the deleted, None where none are; `spoken` have statements."""

    segments: tuple[Segment, ...]
    size: int
    live: Mask | None
    spoken: Array
    slate: Slate
    cache: Cache = field(default_factory=lambda: Cache(CACHED))
    _lengths: dict[str, Lengths] = field(default_factory=dict)

    @classmethod
    def of(cls, segments: tuple[Segment, ...], live: Mask | None, spoken: Array) -> "View":
        """The view of these segments."""
        size = sum(segment.size for segment in segments)
        return cls(segments, size, live, spoken, Slate(size))

    @property
    def count(self) -> int:
        """How many documents there are, without the deleted."""
        return self.size if self.live is None else int(np.count_nonzero(self.live))

    def lengths(self, name: str) -> Lengths:
        """The lengths of a field, reckoned when they are first asked for."""
        if name not in self._lengths:
            self._lengths[name] = _lengths([segment.fields[name].lengths for segment in self.segments], self.live)
        return self._lengths[name]

    def documents(self, name: str, words: list[Words]) -> tuple[Ids, Ids]:
        """The documents that have any of these words of each segment in a field, ascending, and how often."""
        if len(self.segments) == 1 and self.live is None:
            return self.segments[0].fields[name].documents(words[0])
        parts = [(s.base, *s.fields[name].documents(w)) for s, w in zip(self.segments, words, strict=True)]
        ids = np.concatenate([np.empty(0, np.int64), *(ids + base for base, ids, _ in parts)])
        tf = np.concatenate([np.empty(0, np.int64), *(tf for _, _, tf in parts)])
        if self.live is None:
            return ids, tf
        living = self.live[ids]
        return ids[living], tf[living]


def _lengths(parts: list[Array], live: Mask | None) -> Lengths:
    each = parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, np.uint8), *parts])
    living = each if live is None else each[live]
    having = np.count_nonzero(living)
    average = float(np.sum(living, dtype=np.int64)) / having if having else 1.0
    longest = int(each.max()) if len(each) else 0
    return Lengths(each, burden(np.arange(longest + 1, dtype=np.float64), average))
