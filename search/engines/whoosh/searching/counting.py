"""Counting: the values of a facet with their counts, made only as far as somebody looks at them."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import overload

import numpy as np

from search.engines.whoosh.arrays import Ids
from search.engines.whoosh.searching.facet_columns import FacetColumn
from search.facets import NAMELESS, Facet
from search.results import FacetValue

LAST = frozenset(NAMELESS)
FEW = 256  # values; where no more are looked at, no others are put in order


class Counted(Sequence[FacetValue]):
    """A facet's values: the chosen and excluded first, even at 0; then the most frequent; "unknown" and such last."""

    def __init__(
        self, facet: Facet, column: FacetColumn, counts: Ids, chosen: Sequence[str], unwanted: Sequence[str]
    ) -> None:
        self.facet, self.column, self.counts = facet, column, counts
        self.selected, self.excluded = frozenset(chosen), frozenset(unwanted)
        self.chosen = self.selected | self.excluded

    def __len__(self) -> int:
        return self._size

    @cached_property
    def _size(self) -> int:
        absent = sum(self._count(value) == 0 for value in self.chosen)
        return int(np.count_nonzero(self.counts)) + absent

    @overload
    def __getitem__(self, at: int) -> FacetValue: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[FacetValue, ...]: ...
    def __getitem__(self, at: int | slice) -> FacetValue | tuple[FacetValue, ...]:
        if isinstance(at, slice) and at.stop is not None and 0 <= at.stop <= FEW and (at.start or 0) >= 0:
            return self._values(at.stop)[at]
        return self._all[at]

    def __iter__(self) -> Iterator[FacetValue]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[FacetValue, ...]:
        return self._values(len(self) + 1)

    def _values(self, wanted: int) -> tuple[FacetValue, ...]:
        """The chosen, so many of the others, and, where these are all, those that come last."""
        chosen = sorted(self._in_order(self.chosen), key=lambda value: value in LAST)
        ordinals, apart = self._first(wanted + len(self.chosen) + len(LAST)), self.chosen | LAST
        named = zip(self.column.values.words(ordinals), self.counts[ordinals].tolist(), strict=True)
        begin = [*map(self._made, chosen), *(self._made(name, count) for name, count in named if name not in apart)]
        last = [value for value in LAST - self.chosen if self._count(value)] if len(begin) < wanted else []
        return (*begin, *map(self._made, self._in_order(last)))

    def _first(self, wanted: int) -> Ids:
        """The ordinals of the values that come first, in order."""
        ordinals = np.flatnonzero(self.counts)
        ranks = self.column.ranks[ordinals].astype(np.int64)
        keys = ranks if self.facet.by_value else self.counts[ordinals] * (len(self.counts) + 1) - ranks
        if len(keys) > wanted:
            best = np.argpartition(keys, -wanted)[-wanted:]
            ordinals, keys = ordinals[best], keys[best]
        return ordinals[np.argsort(-keys, kind="stable")]

    def _in_order(self, values: Collection[str]) -> list[str]:
        """A few values, sorted as `_first` sorts many."""
        if not values:
            return []
        by_label = sorted(values, key=self.facet.title, reverse=self.facet.by_value)
        return by_label if self.facet.by_value else sorted(by_label, key=lambda value: -self._count(value))

    def _count(self, value: str) -> int:
        number = self.column.number(value)
        return 0 if number is None else int(self.counts[number])

    def _made(self, value: str, count: int | None = None) -> FacetValue:
        count = self._count(value) if count is None else count
        return FacetValue(value, self.facet.title(value), count, value in self.selected, value in self.excluded)
