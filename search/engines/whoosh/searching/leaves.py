"""Leaves: what one word of a query finds, in each field and in all, weighed."""

from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.searching.found import NOTHING, Found, in_order, joined, read_off
from search.engines.whoosh.searching.postings import Postings, Words, numbered
from search.engines.whoosh.searching.view import View
from search.ranking import EXACT, SPOKEN, WEIGHTS, as_written, rarity, saturated
from search.tree import Expanded, Fuzzy, Prefix, Terms

Leaf = Terms | Prefix | Fuzzy | Expanded  # of Terms those of one term


@dataclass(frozen=True, slots=True)
class Leaves:
    """Finds words in a view; whatever it has found it keeps in the view's cache."""

    view: View
    deadline: Deadline

    def found(self, leaf: Leaf) -> Found:
        """The documents in which a word stands in any field."""
        return self.view.cache.get(leaf, lambda: self._found(leaf))

    def in_field(self, name: str, leaf: Leaf) -> Found:
        """The documents in which a word stands in this field."""
        return self.view.cache.get((name, leaf), lambda: self._in_field(name, leaf))

    def _found(self, leaf: Leaf) -> Found:
        return in_order(joined([self._in_field(name, leaf) for name in FIELDS], self.view.slate))

    def _in_field(self, name: str, leaf: Leaf) -> Found:
        words = self.words(name, leaf)
        found = self._weighed(name, words)
        if not (written := as_written(leaf)):
            return found
        typed = self.words(name, Terms((written,), exact=True))
        if all(np.array_equal(numbered(some), numbered(own)) for some, own in zip(words, typed, strict=True)):
            return Found(found.ids, (1 + EXACT) * found.scores)  # no other form is there
        more = EXACT * read_off(self._weighed(name, typed), found.ids, self.view.slate)
        return Found(found.ids, found.scores + more)

    def _weighed(self, name: str, words: list[Words]) -> Found:
        self.deadline.meet()
        ids, often = self.view.documents(name, words)
        if not len(ids):
            return NOTHING
        rare = WEIGHTS[name] * rarity(len(ids), self.view.count)
        worth = np.where(self.view.spoken[ids], rare * SPOKEN, rare)
        return Found(ids, worth * saturated(often.astype(np.float64), self.view.lengths(name).of(ids)))

    def words(self, name: str, leaf: Leaf) -> list[Words]:
        """The numbers of the words that are meant, in the lexicon of this field in each segment."""
        if isinstance(leaf, Fuzzy):  # the one that takes long to find
            return self.view.cache.get(("words", name, leaf), lambda: Meant(self._words(name, leaf))).words
        return self._words(name, leaf)

    def _words(self, name: str, leaf: Leaf) -> list[Words]:
        return [words_meant(segment.fields[name], leaf) for segment in self.view.segments]


@dataclass(frozen=True, slots=True)
class Meant:
    """Words, kept."""

    words: list[Words]

    @property
    def nbytes(self) -> int:
        return sum(8 * len(words) for words in self.words)


def words_meant(postings: Postings, leaf: Leaf) -> Words:
    """The numbers of the words that a leaf stands for."""
    match leaf:
        case Prefix(start):
            return postings.beginning(start)
        case Fuzzy(word, edits):
            return postings.alike(word, edits)
        case Expanded(words):
            return sorted(n for word in words if (n := postings.lexicon.number(word)) is not None)
        case Terms(terms, exact):
            return postings.word(terms[0]) if exact else postings.stem(terms[0])
