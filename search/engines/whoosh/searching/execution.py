"""Execution: a query's tree over the postings of a view, as documents and scores."""

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh.arrays import Ids, Mask
from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.searching.columns import Columns
from search.engines.whoosh.searching.filters import Filters
from search.engines.whoosh.searching.found import NOTHING, Found, crossed, joined, most
from search.engines.whoosh.searching.leaves import Leaves
from search.engines.whoosh.searching.places import Standing, documents_of
from search.engines.whoosh.searching.stretches import Stretches
from search.engines.whoosh.searching.view import View
from search.parts import words_of
from search.ranking import whole
from search.tree import (
    And,
    Articles,
    Dated,
    Everything,
    Filter,
    In,
    Leaf,
    Most,
    Near,
    Not,
    Or,
    Terms,
    Tree,
    Valued,
    enough,
)

BARELY = 1e-12  # the score of a paragraph that no word found, such as one that lacks what NOT leaves out


class Execution:
    """Finds what trees hold for in a view and its columns; raises QueryError when the deadline is past."""

    def __init__(self, view: View, columns: Columns, deadline: Deadline) -> None:
        self.view, self.columns, self.deadline = view, columns, deadline
        self.leaves = Leaves(view, deadline)
        self.filters = Filters(columns, view.cache, deadline, self.found)

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
            case Articles() | Valued() | Dated():
                everything = self._all_but(NOTHING)
                return everything.at(self._passing(tree, everything.ids))
            case _:
                return self._worded(tree)

    def _worded(self, tree: Leaf | In) -> Found:
        """The documents that have words, in a field or in any."""
        match tree:
            case In("said"):
                return self.view.cache.get(tree, lambda: self._in_field("text", tree.part, self.columns.said))
            case In(name):
                return self._in_field(name, tree.part)
            case Near():
                return self._in_fields(tree)
            case Terms(terms) if len(terms) > 1:
                return self._in_fields(tree)
            case _:
                return self.leaves.found(tree)

    def _and(self, parts: tuple[Tree, ...]) -> Found:
        wanted = [self.found(part) for part in parts if not isinstance(part, Not | Filter)]
        found = crossed(wanted, self.view.slate) if wanted else self._all_but(NOTHING)
        for part in parts:
            if isinstance(part, Not | Filter):
                found = found.at(self._passing(part, found.ids))
        return found

    def _passing(self, tree: Tree, ids: Ids) -> Mask:
        """For which of these documents a tree holds."""
        match tree:
            case Not(part):
                return ~self._passing(part, ids)
            case Dated() | Valued() | Articles():
                return self.filters.passing(tree, ids)
            case _:
                return np.asarray(self._mask(self.found(tree))[ids])

    def _in_fields(self, sought: Leaf) -> Found:
        return joined([self._in_field(name, sought) for name in FIELDS], self.view.slate)

    def _in_field(self, name: str, sought: Leaf, within: Stretches | None = None) -> Found:
        """The documents that have all words in one field, as they are looked for and within these stretches of it."""
        words = words_of(sought)
        having = crossed([self.leaves.in_field(name, word) for word in words], self.view.slate)
        if not len(having.ids) or (len(words) == 1 and within is None):
            return having
        there = documents_of(Standing(self.leaves, name, having.ids, within).of(sought))
        return having.at(np.searchsorted(having.ids, there))

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
