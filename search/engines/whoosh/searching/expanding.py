"""Expanding: what an open word stands for in a view; only where that is too much, the tree says so word by word."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Ids, Mask
from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.searching.leaves import Leaves
from search.engines.whoosh.searching.postings import Postings, Words, numbered
from search.expansion import EXPANSION_LIMIT, expanded
from search.parts import opened
from search.tree import Open, Terms, Tree

TEXTS = ("text", "speaker")  # fields that hold all words, for those of a title stand in the text, too


def bounded(tree: Tree, leaves: Leaves) -> tuple[Tree, tuple[str, ...]]:
    """The tree, none of whose words stands for more than EXPANSION_LIMIT, and sentences on those that did."""
    if all(_at_most(leaf, leaves) <= EXPANSION_LIMIT for leaf in opened(tree)):
        return tree, ()
    return expanded(tree, lambda leaf: frequencies(leaf, leaves))


def _at_most(leaf: Open, leaves: Leaves) -> int:
    """How many words a leaf stands for, or more: one that is in several fields or segments counts several times."""
    return sum(len(words) for name in FIELDS for words in leaves.words(name, leaf))


def frequencies(leaf: Open | Terms, leaves: Leaves) -> dict[str, int]:
    """The words that a leaf stands for, and in how many documents each stands, in whatever field."""
    counts: Counter[str] = Counter()
    by_field = zip(leaves.view.segments, *(leaves.words(name, leaf) for name in TEXTS), strict=True)
    for segment, *each in by_field:
        leaves.deadline.meet()
        live = None if leaves.view.live is None else leaves.view.live[segment.base : segment.base + segment.size]
        fields = [Spread(segment.fields[name], words, live) for name, words in zip(TEXTS, each, strict=True)]
        counts.update(_together(*fields))
    return {word: count for word, count in counts.items() if count}


@dataclass(frozen=True, slots=True)
class Spread:
    """Some words of a field in a segment; `live` leaves out its deleted documents."""

    postings: Postings
    words: Words
    live: Mask | None

    def numbers(self) -> dict[str, int]:
        """Each word and its number."""
        numbers = numbered(self.words)
        return dict(zip(self.postings.lexicon.words(numbers), numbers.tolist(), strict=True))

    def counts(self) -> list[int]:
        """In how many documents each word stands."""
        numbers = numbered(self.words)
        often = self.postings.starts[numbers + 1].astype(np.int64) - self.postings.starts[numbers]
        if self.live is None:
            return list(often.tolist())
        ids = np.concatenate([np.empty(0, np.int64), *self.postings.pieces(self.words)]).astype(np.int64)
        living, ends = np.concatenate([[0], np.cumsum(self.live[ids])]), np.cumsum(often)
        return list((living[ends] - living[ends - often]).tolist())

    def documents(self, number: int) -> Ids:
        """The documents in which the word of this number stands."""
        ids, _ = self.postings.documents(range(number, number + 1))
        return ids if self.live is None else ids[self.live[ids]]


def _together(text: Spread, names: Spread) -> dict[str, int]:
    """In how many documents of a segment each word stands in either field."""
    in_text, in_names = text.numbers(), names.numbers()
    counts = dict(zip(in_names, names.counts(), strict=True)) | dict(zip(in_text, text.counts(), strict=True))
    for word in in_text.keys() & in_names.keys():
        counts[word] = len(np.union1d(text.documents(in_text[word]), names.documents(in_names[word])))
    return counts
