"""Ranking: what one word is worth to a paragraph. The formula that every engine sums up; numbers or arrays go in.

Okapi BM25 (Robertson, Walker et al., TREC-3) with the idf that never falls below nought (Lucene's BM25Similarity).
"""

from math import log
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from search.tree import Expanded, Fuzzy, Terms, Tree

Number = TypeVar("Number", float, npt.NDArray[np.float64])

K1 = 2.0  # how late a word that is said again and again counts no more; the upper end of Robertson's range
B = 0.75  # how much a long text is held against it; Robertson's value
WEIGHTS = {"text": 1.0, "speaker": 1.0, "title": 0.5}  # fields in which words are looked for
SPOKEN = 1.5  # times: what somebody said goes before what merely stands in the paper
EXACT = 0.5  # of what a word is worth, once more for the form that was typed: "bridges" before "bridge"
WHOLE = 1000.0  # for all words of a query: more than any words are worth, so these stand before those with most
TYPED = 5  # words; of a query with more, a sentence, it is chance if a text has them all, and mostly a long text
EQUAL = 6  # decimals: scores that differ by less are equal, for sums of the same numbers differ by their order


def whole(words: int) -> float:
    """What it is worth to a paragraph to have all of so many words side by side.

    >>> whole(3), whole(12)
    (1000.0, 0.0)
    """
    return WHOLE if words <= TYPED else 0.0


def as_written(leaf: Tree) -> str:
    """The word that was typed where other words are meant, too; "" for any other leaf."""
    match leaf:
        case Terms(written=written) | Expanded(written=written):
            return written
        case Fuzzy(word):
            return word
        case _:
            return ""


def rarity(holding: int, paragraphs: int) -> float:
    """The idf of a word that so many of all paragraphs hold in a field.

    >>> round(rarity(1, 1000), 2), round(rarity(1000, 1000), 4)
    (6.5, 0.0005)
    """
    return log(1 + (paragraphs - holding + 0.5) / (holding + 0.5))


def burden(length: Number, average: float) -> Number:
    """What the length of a field, in words, is held against it, where the average has so many.

    >>> burden(10.0, 10.0) == K1
    True
    """
    return K1 * (1 - B + B * length / average)


def saturated(often: Number, burden: Number) -> Number:
    """The weight of a word that stands so often in a field with such a burden.

    >>> saturated(1.0, K1), saturated(1000.0, K1) < K1 + 1
    (1.0, True)
    """
    return often * (K1 + 1) / (often + burden)
