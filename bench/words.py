"""Words: an invented language with English function words, of which every stemmer says the same.

Words of three kinds beside the function words: those that take -s, -ed and -ing, those that never change, and names.
The first end in a consonant that no stemmer takes away, the others in a vowel that none takes away; so a word's stem
is the word without its ending, for Porter, Snowball and everyone else.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]
Words = npt.NDArray[np.object_]

FUNCTION = (
    "the of and to a in that for is on was with as by it at from be has are were an but not they their had which this"
    " or one will been more who said about its would than after when into there some could them only other then over"
).split()
ONSETS = "b c d f g h k l m n p r s t v br cl cr dr fl fr gl gr pl pr sl sp st tr".split()
SINGLE = "b c d f g h k l m n p r s t v".split()  # within a word one consonant, so that no suffix arises by chance
VOWELS = "a e i o u".split()
FINALS = "b f g k m n p".split()
OPEN = "a o u".split()  # -e, -i and -y are endings to a stemmer
ENDINGS = {"": 0.55, "s": 0.2, "ed": 0.15, "ing": 0.1}  # how often a word that changes has each

CHANGING, UNCHANGING, NAMES = 16_000, 4_000, 200_000
SHARES = {"function": 0.42, "content": 0.53, "name": 0.05}  # of all words of a text
SEED = 20_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of the language, by number: how each is written, how likely it and its stem are, and its kind."""

    written: Words
    chance: Floats
    stem_chance: Floats
    kind: Words

    def numbers(self, *kinds: str) -> Ids:
        """The words of these kinds: function, changing, unchanging, name."""
        return np.flatnonzero(np.isin(self.kind.astype(str), kinds))


@lru_cache(maxsize=1)
def vocabulary(seed: int = SEED) -> Vocabulary:
    """The language of a seed."""
    rng = np.random.default_rng((seed, 0))
    bases = _invented(rng, CHANGING, ONSETS, VOWELS, SINGLE, VOWELS, FINALS)
    fixed = _invented(rng, UNCHANGING, ONSETS, VOWELS, SINGLE, OPEN)
    names = [w.capitalize() for w in _invented(rng, NAMES, ONSETS, VOWELS, SINGLE, VOWELS, SINGLE, OPEN)]
    content = rng.permutation(SHARES["content"] * zipf(CHANGING + UNCHANGING, 10))
    changing, unchanging = content[:CHANGING], content[CHANGING:]
    function, name = SHARES["function"] * zipf(len(FUNCTION), 2), SHARES["name"] * zipf(NAMES, 20)
    forms = [base + ending for ending in ENDINGS for base in bases]
    shared = [share * changing for share in ENDINGS.values()]
    sizes = {"function": len(FUNCTION), "changing": len(forms), "unchanging": UNCHANGING, "name": NAMES}
    return Vocabulary(
        written=np.array([*FUNCTION, *forms, *fixed, *names], dtype=object),
        chance=np.concatenate([function, *shared, unchanging, name]),
        stem_chance=np.concatenate([function, *[changing] * len(ENDINGS), unchanging, name]),
        kind=np.repeat(np.array(list(sizes), dtype=object), list(sizes.values())),
    )


def zipf(size: int, flat: int) -> Floats:
    """Shares of so many things, that of the n-th being as 1 / (n + flat); `flat` evens out the first."""
    weights = 1 / (np.arange(1, size + 1) + flat)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _invented(rng: np.random.Generator, count: int, *slots: list[str]) -> list[str]:
    """So many different words, each a choice from every slot."""
    shape = tuple(len(slot) for slot in slots)
    chosen = np.unravel_index(rng.choice(int(np.prod(shape)), count, replace=False), shape)
    columns = [np.array(slot, dtype=object)[numbers] for slot, numbers in zip(slots, chosen, strict=True)]
    return ["".join(parts) for parts in zip(*columns, strict=True)]
