"""Execution: a query's tree over the postings of a view, as documents and scores."""

from collections.abc import Callable, Sequence

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh.arrays import Mask
from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.searching.found import NOTHING, Found, crossed, joined, most
from search.engines.whoosh.searching.leaves import Leaves
from search.engines.whoosh.searching.places import Places, Standing, documents_of, near
from search.engines.whoosh.searching.view import View
from search.ranking import whole
from search.tree import And, Everything, Expanded, Fuzzy, Most, Near, Not, Or, Prefix, Terms, Tree, enough

BARELY = 1e-12  # the score of a paragraph that no word found, such as one that lacks what NOT leaves out


class Execution:
    """Finds what trees hold for in a view; raises QueryError when the deadline is past."""

    def __init__(self, view: View, deadline: Deadline) -> None:
        self.view, self.deadline = view, deadline
        self.leaves = Leaves(view, deadline)

    def found(self, tree: Tree) -> Found:
        """The documents for which a tree holds, and their scores: the sum over its words."""
        self.deadline.meet()
        match tree:
            case Everything():
                return self._all_but(NOTHING)
            case Not(part):
                return self._all_but(self.found(part))
            case And(parts):
                return self._and(parts)
            case Or(parts):
                return joined([self.found(part) for part in parts], self.view.slate)
            case Most(parts):
                return most(
                    [self.found(part) for part in parts], self.view.slate, enough(len(parts)), whole(len(parts))
                )
            case Near(parts, within):
                return self._near(parts, within)
            case Terms(terms) if len(terms) > 1:
                return self._phrase(tree)
            case Terms() | Prefix() | Fuzzy() | Expanded():
                return self.leaves.found(tree)

    def _and(self, parts: tuple[Tree, ...]) -> Found:
        wanted = [self.found(part) for part in parts if not isinstance(part, Not)]
        found = crossed(wanted, self.view.slate) if wanted else self._all_but(NOTHING)
        for part in parts:
            if isinstance(part, Not):
                found = found.at(~self._mask(self.found(part.part))[found.ids])
        return found

    def _phrase(self, phrase: Terms) -> Found:
        words = phrase.words
        return self._in_fields(words, lambda standing: standing.side_by_side(words))

    def _near(self, parts: tuple[Terms, Terms], within: int) -> Found:
        one, other = (part.words for part in parts)

        def close(standing: Standing) -> Places:
            places = standing.side_by_side(one), standing.side_by_side(other)
            return near(*places, (len(one), len(other)), within)

        return self._in_fields([*one, *other], close)

    def _in_fields(self, words: Sequence[Terms], where: Callable[[Standing], Places]) -> Found:
        """The documents that have all words in one field, at such places."""
        found = []
        for name in FIELDS:
            having = crossed([self.leaves.in_field(name, word) for word in words], self.view.slate)
            if len(having.ids):
                there = documents_of(where(Standing(self.leaves, name, having.ids)))
                found.append(having.at(np.searchsorted(having.ids, there)))
        return joined(found, self.view.slate)

    def _all_but(self, some: Found) -> Found:
        left = ~self._mask(some)
        if self.view.live is not None:
            left &= self.view.live
        ids = np.flatnonzero(left)
        return Found(ids, np.full(len(ids), BARELY))

    def _mask(self, found: Found) -> Mask:
        mask = np.zeros(self.view.size, dtype=np.bool_)
        mask[found.ids] = True
        return mask
