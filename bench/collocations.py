"""Collocations: words that stand side by side again and again, so that phrases have hits.

They are made of words that never change, and function words between them: to look for the words as written and to look
for their stems is then the same.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bench.words import FUNCTION, SEED, Ids, vocabulary, zipf

COUNT = 400
CHANCE = 0.6  # that a paragraph has one
BETWEEN = ("of", "the", "and", "in", "for")
LONGEST = 3  # words


@dataclass(frozen=True, slots=True)
class Collocations:
    """Word numbers side by side, one collocation a row, the most frequent first; -1 where a row is shorter."""

    rows: Ids

    def words(self, number: int) -> tuple[str, ...]:
        """A collocation as it is written."""
        return tuple(str(vocabulary().written[n]) for n in self.rows[number] if n >= 0)

    def write(self, rng: np.random.Generator, ids: Ids, starts: Ids, lengths: Ids) -> None:
        """Put collocations into some of the paragraphs that begin at `starts` and are so many words long."""
        here = rng.random(len(starts)) < CHANCE
        places = starts[here] + rng.integers(0, lengths[here] - LONGEST)
        rows = self.rows[rng.choice(COUNT, len(places), p=zipf(COUNT, 5))]
        for column in range(LONGEST):
            some = rows[:, column] >= 0
            ids[places[some] + column] = rows[some, column]


@lru_cache(maxsize=1)
def collocations(seed: int = SEED) -> Collocations:
    """Of each three two have two words, or two with a function word between; every third has three words."""
    rng = np.random.default_rng((seed, 1))
    rows = rng.choice(vocabulary(seed).numbers("unchanging"), (COUNT, LONGEST), replace=False)
    rows[0::3, 2] = -1
    rows[1::3, 1] = rng.choice([FUNCTION.index(word) for word in BETWEEN], len(rows[1::3]))
    return Collocations(rows)
