"""The slate: room for a number and a mark for each document, lent to one operation after the other."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from search.engines.whoosh.arrays import Mask, Scores


class Slate:
    """A number and a mark for each document, all 0, for as long as somebody works with them; kept to be lent again.

    Operations on two lists write the one down here and read the other off; who writes wipes his own places again.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._scores: list[Scores] = []  # appending and popping are atomic, so threads may share them
        self._marks: list[Mask] = []

    @contextmanager
    def scores(self) -> Iterator[Scores]:
        """An array of noughts, to be left as noughts; after an error it is not lent again."""
        scores = self._scores.pop() if self._scores else np.zeros(self.size)
        yield scores
        self._scores.append(scores)

    @contextmanager
    def marks(self) -> Iterator[Mask]:
        """The same of marks, which take an eighth of the room: what is looked at in disorder stays near at hand."""
        marks = self._marks.pop() if self._marks else np.zeros(self.size, np.bool_)
        yield marks
        self._marks.append(marks)
