"""Stemming: which words of a field have which stem, as arrays."""

from collections.abc import Sequence

import numpy as np

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.strings import Numbering, joined, ranked
from search.text import stem


def with_stems(words: Sequence[str]) -> dict[str, Array]:
    """The stems of words, sorted by their bytes, and the numbers of the words that have each.

    >>> {name: array.tolist() for name, array in with_stems(["say", "said", "says"]).items() if "stem_" in name}
    {'stem_ends': [4, 7], 'stem_starts': [0, 1, 3], 'stem_words': [1, 0, 2]}
    """
    found = Numbering[str]()
    numbers = np.fromiter(map(found.__getitem__, map(stem, words)), np.int64, len(words))
    stems = [name.encode() for name in found]
    order, ranks = ranked(stems)
    text, ends = joined(stems[number] for number in order)
    counts = np.bincount(ranks[numbers], minlength=len(stems))
    return {
        "stems": text,
        "stem_ends": ends,
        "stem_starts": np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
        "stem_words": np.argsort(ranks[numbers], kind="stable").astype(np.uint32),
    }
