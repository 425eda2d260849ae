"""Places: whether words stand side by side, or near each other, in documents that have them all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array, Ids, Mask
from search.engines.whoosh.layout import PLACE
from search.engines.whoosh.searching.found import FEW
from search.engines.whoosh.searching.leaves import Leaf, Leaves
from search.engines.whoosh.searching.postings import Words, runs
from search.engines.whoosh.searching.stretches import Stretches
from search.engines.whoosh.searching.view import Segment
from search.tree import Leaf as Sought
from search.tree import Near, Terms

Places = Ids  # ascending: document << PLACE | position


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words stand in one field of some documents (ascending); only in these stretches of it, if any are given."""

    leaves: Leaves
    name: str
    ids: Ids
    within: Stretches | None = None

    def of(self, sought: Sought) -> Places:
        """The places of what is looked for; of a Near those of the first part."""
        match sought:
            case Near((one, other), within):
                places = self._inside(one.words), self._inside(other.words)
                return places[0][self._close(*places, (len(one.terms), len(other.terms)), within)]
            case Terms():
                return self._inside(sought.words if len(sought.terms) > 1 else (sought,))
            case _:
                return self._inside((sought,))

    def _inside(self, phrase: Sequence[Leaf]) -> Places:
        places = self.side_by_side(phrase)
        return places if self.within is None else places[self.within.around(places, len(phrase))]

    def _close(self, one: Places, other: Places, lengths: tuple[int, int], within: int) -> Mask:
        """Which of the one have the other near them, in the same stretch."""
        if self.within is not None:
            one, other = self.within.apart(one), self.within.apart(other)
        return near(one, other, lengths, within)

    def side_by_side(self, phrase: Sequence[Leaf]) -> Places:
        """The places of the first of these words where the others follow it."""
        found = [self.places(leaf) - number for number, leaf in enumerate(phrase)]
        found.sort(key=len)
        places, *others = found
        for other in others:
            self.leaves.deadline.meet()
            places = _both(places, other)
        return places

    def places(self, leaf: Leaf) -> Places:
        """All places of a word."""
        found = []
        for segment, words in zip(self.leaves.view.segments, self.leaves.words(self.name, leaf), strict=True):
            first, last = np.searchsorted(self.ids, [segment.base, segment.base + segment.size])
            ids = self.ids[first:last] - segment.base
            for word in _each(words):
                self.leaves.deadline.meet()
                found.append(self._places(segment, word, ids))
        if len(found) == 1:
            return found[0]
        places: Places = np.sort(np.concatenate([np.empty(0, np.int64), *found]), kind="stable")
        return places

    def _places(self, segment: Segment, word: int, ids: Ids) -> Places:
        """The places of a word in those of these documents of a segment that have it."""
        postings = segment.fields[self.name]
        stretch = slice(int(postings.starts[word]), int(postings.starts[word + 1]))
        having = self._having(postings.ids[stretch], ids)
        often = postings.tf[stretch][having].astype(np.int64)
        before = self._before(segment, word)[having]
        at = np.arange(often.sum()) + np.repeat(before - (np.cumsum(often) - often), often)
        documents = postings.ids[stretch][having] + np.int64(segment.base)
        places: Places = (np.repeat(documents, often) << PLACE) | postings.places[at]
        return places

    def _before(self, segment: Segment, word: int) -> Ids:
        """For each document of a word, where its places begin; kept, for to know one takes all before it."""
        postings = segment.fields[self.name]

        def reckoned() -> Ids:
            tf = postings.tf[int(postings.starts[word]) : int(postings.starts[word + 1])]
            return np.cumsum(tf, dtype=np.int64) - tf + int(postings.place_starts[word])

        return self.leaves.view.cache.get(("before", self.name, segment.base, word), reckoned)

    def _having(self, all_of_word: Array, ids: Ids) -> Ids:
        """Which of a word's documents are among these."""
        if len(ids) * FEW < len(all_of_word):
            at = np.minimum(np.searchsorted(all_of_word, ids.astype(all_of_word.dtype)), len(all_of_word) - 1)
            return np.asarray(at[all_of_word[at] == ids])
        with self.leaves.view.slate.marks() as marks:
            marks[ids] = True
            having = np.flatnonzero(marks[all_of_word])
            marks[ids] = False
        return having


def documents_of(places: Places) -> Ids:
    """The documents of places, each once, ascending."""
    ids = places >> PLACE
    return np.asarray(ids[np.concatenate([ids[:1] == ids[:1], ids[1:] != ids[:-1]])])


def near(one: Places, other: Places, lengths: tuple[int, int], within: int) -> Mask:
    """After or before which places of the one the other stands, with at most so many words between them.

    `lengths` are the words of each; they may not overlap. Nothing reaches over a GAP, which is wider than NEAR may be.
    """
    after = _any_within(one, other, lengths[0], lengths[0] + within)
    before = _any_within(one, other, -lengths[1] - within, -lengths[1])
    return after | before


def _any_within(places: Places, others: Places, first: int, last: int) -> Mask:
    """Whether another place stands from `first` to `last` positions after each."""
    return np.searchsorted(others, places + first, "left") < np.searchsorted(others, places + last, "right")


def _each(words: Words) -> list[int]:
    return [number for first, last in runs(words) for number in range(first, last)]


def _both(some: Places, others: Places) -> Places:
    """The places in both of two ascending lists, each without repeats."""
    merged = np.sort(np.concatenate([some, others]), kind="stable")
    twice: Places = merged[:-1][merged[1:] == merged[:-1]]
    return twice
