"""Beginnings: names by their words, so that those with words that begin so are found at once, the frequent first."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from search.text import terms

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

LAST = "\U0010ffff"  # sorts after whatever a word goes on with
LOOKED_AT = 1_000  # names that have the words; who types the words of so many in the wrong order types on


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Names, the most frequent first, `often` saying how frequent each is, and their words as text is folded.

    `sorted_words` are the words of all names in order, `owners` the numbers of the names that they are of.
    """

    often: Mapping[str, int]
    names: Sequence[str]
    words: Sequence[tuple[str, ...]]
    sorted_words: Sequence[str]
    owners: Numbers

    @classmethod
    def of(cls, often: Mapping[str, int]) -> "Beginnings":
        """The names with these frequencies."""
        names = sorted(often, key=lambda name: (-often[name], name))
        words = [folded_words(name) for name in names]
        pairs = sorted((word, number) for number, some in enumerate(words) for word in some)
        return cls(often, names, words, [word for word, _ in pairs], np.array([n for _, n in pairs], dtype=np.int64))

    def found(self, typed: Sequence[str], limit: int) -> tuple[tuple[str, int], ...]:
        """The most frequent names, words of which begin with what is typed and in its order; with their frequencies."""
        numbers = self._candidates(typed)[:LOOKED_AT]
        fitting = (self.names[number] for number in numbers if begins(self.words[number], typed))
        return tuple((name, self.often[name]) for name in islice(fitting, limit))

    def _candidates(self, typed: Sequence[str]) -> Numbers:
        """The numbers, ascending, of names that have for each typed word as many words as it takes."""
        having = np.full(len(self.names), bool(typed))
        for start in dict.fromkeys(typed):
            having &= self._having(start, sum(word.startswith(start) for word in typed))
        return np.flatnonzero(having)

    def _having(self, start: str, times: int) -> Mask:
        """Which names have so many words that begin so."""
        first = bisect_left(self.sorted_words, start)
        owners = self.owners[first : bisect_left(self.sorted_words, start + LAST, lo=first)]
        if times > 1:
            return np.bincount(owners, minlength=len(self.names)) >= times
        mask = np.zeros(len(self.names), dtype=np.bool_)
        mask[owners] = True
        return mask


def folded_words(name: str) -> tuple[str, ...]:
    """
    >>> folded_words("Ortuño, Ann")
    ('ortuno', 'ann')
    """
    return tuple(term.exact for term in terms(name))


def begins(words: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether typed words begin words of a name, in order.

    >>> begins(("mary", "ann", "lee"), ("ann", "l")), begins(("mary", "ann", "lee"), ("lee", "a"))
    (True, False)
    """
    left = iter(words)
    return all(any(word.startswith(start) for word in left) for start in typed)
