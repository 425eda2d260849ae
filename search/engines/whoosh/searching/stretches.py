"""Stretches: pieces of the texts of all documents, such as what is said in them, and which words lie in them."""

from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array, Ids, Mask
from search.engines.whoosh.layout import GAP


@dataclass(frozen=True, slots=True)
class Stretches:
    """Where each begins, as a place (places.py), ascending, and how many words it has; they do not overlap."""

    starts: Array
    sizes: Array

    def around(self, places: Ids, words: int) -> Mask:
        """Whether so many words from each of these places (ascending) on lie in one stretch."""
        if not len(self.starts):
            return np.zeros(len(places), np.bool_)
        number = self._numbers(places)
        ends = self.starts[number] + self.sizes[number]
        return np.asarray((number >= 0) & (places + words <= ends))

    def apart(self, places: Ids) -> Ids:
        """Places within stretches (ascending) moved so far that nothing reaches from one stretch into the next."""
        return places + self._numbers(places) * GAP

    def _numbers(self, places: Ids) -> Ids:
        """The number of the stretch that each is in, or else of the one before; -1 where there is none."""
        if len(places) < len(self.starts):
            return np.asarray(np.searchsorted(self.starts, places, "right") - 1)
        begun = np.searchsorted(places, self.starts, "left")  # fewer to look up
        return np.asarray(np.cumsum(np.bincount(begun, minlength=len(places) + 1)[:-1]) - 1)
