"""Figures: what was counted, and the shares that follow from it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Counted(ABC):
    """Counts that add up, of what was expected and, of that, found."""

    expected: int = 0
    found: int = 0

    @property
    @abstractmethod
    def precision(self) -> float:
        """Of those given that count at all, the share that is right."""

    @property
    def recall(self) -> float:
        """Of those expected, the share that was found."""
        return share(self.found, self.expected)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return f1(self.precision, self.recall)

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Tally(Counted):
    """Speakers of paragraphs: those expected and, of them, found; those given and, of them, right and wrong.

    Others are given that count for neither.
    """

    given: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return share(self.right, self.right + self.wrong)


@dataclass(frozen=True, slots=True)
class Quoted(Counted):
    """Direct quotations: how many were expected and found, how many found that are none.

    Those of a known speaker are counted again as `voiced`, and those found with the right one as `right`.
    """

    wrong: int = 0
    voiced: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return share(self.found, self.found + self.wrong)

    @property
    def found_and_right(self) -> float:
        """Of those of a known speaker, the share that was found and given to that speaker."""
        return share(self.right, self.voiced)


def share(part: int, whole: int) -> float:
    """
    >>> share(1, 4), share(0, 0)
    (0.25, 0.0)
    """
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of both.

    >>> f1(0.5, 1.0), f1(0.0, 0.0)
    (0.6666666666666666, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
