"""Facet columns: which values of a facet each document has, as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, Ids, Mask
from search.engines.whoosh.lexicon import Lexicon
from search.engines.whoosh.searching.slate import Slate

KNOWN = 10_000  # values of which the numbers are remembered


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet's values by document: `first` is the ordinal of the first value, len(values) where there is none.

    Document `more_documents[i]` has the value `more_ordinals[i]`, too. `ranks` are the values' places by label.
    """

    values: Lexicon
    first: Array
    more_documents: Array
    more_ordinals: Array
    ranks: Array
    known: dict[str, int | None] = field(default_factory=dict)  # numbers of the values that were asked for

    def number(self, value: str) -> int | None:
        """The ordinal of a value; None where no document has it."""
        if len(self.known) > KNOWN:
            self.known.clear()
        if value not in self.known:
            self.known[value] = self.values.number(value)
        return self.known[value]

    def having(self, chosen: Iterable[str], ids: Ids) -> Mask:
        """Which of these documents have any of the values."""
        return self.holding([n for value in chosen if (n := self.number(value)) is not None], ids)

    def holding(self, ordinals: Sequence[int] | Ids, ids: Ids) -> Mask:
        """Which of these documents have any of the values of these ordinals."""
        wanted = np.zeros(len(self.values) + 1, dtype=np.bool_)
        wanted[ordinals] = True
        mask: Mask = wanted[self.first[ids]]
        if len(self.more_documents):
            mask |= np.isin(ids, self.more_documents[wanted[self.more_ordinals]], kind="table")
        return mask

    def counts(self, ids: Ids, slate: Slate) -> Ids:
        """How many of these documents have each value, by ordinal."""
        values = len(self.values)
        counts = np.bincount(self.first[ids], minlength=values + 1)[:values]
        if not len(self.more_documents):
            return counts
        return counts + np.bincount(self._more(ids, slate), minlength=values)

    def _more(self, ids: Ids, slate: Slate) -> Array:
        """The ordinals of the further values of these documents."""
        with slate.marks() as marks:
            marks[ids] = True
            more = self.more_ordinals[marks[self.more_documents]]
            marks[ids] = False
        return more


def facet_column(arrays: Arrays, name: str) -> FacetColumn:
    """The column of a facet, out of the arrays of a generation."""
    values = Lexicon(arrays[f"{name}.values"].data, arrays[f"{name}.value_ends"])
    first, ranks = arrays[f"{name}.first"], arrays[f"{name}.ranks"]
    return FacetColumn(values, first, arrays[f"{name}.more_documents"], arrays[f"{name}.more_ordinals"], ranks)
