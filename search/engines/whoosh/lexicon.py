"""The lexicon: the words of a field in the order of their bytes; which of them is this one, begins so, is alike."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from search.engines.whoosh.arrays import Array

Signatures = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

LETTERS = 26  # the classes of a signature: a to z, and six more for all else
CLASSES = 32
AT_ONCE = 50_000  # words whose letters are counted at a time, for the memory it takes


@dataclass(frozen=True, slots=True)
class Lexicon(Sequence[bytes]):
    """Words as UTF-8, sorted, where they lie: word n ends at `ends[n]` and begins where the one before ends."""

    letters: memoryview
    ends: Array

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]  # no slices are asked for
        begin = int(self.ends[number - 1]) if number else 0
        return bytes(self.letters[begin : int(self.ends[number])])

    def number(self, word: str) -> int | None:
        """The number of a word; None where it is none of these."""
        wanted = word.encode("utf-8", "surrogatepass")  # what is no text is none of the words
        number = bisect_left(self, wanted)
        return number if number < len(self) and self[number] == wanted else None

    def beginning(self, start: str) -> range:
        """The numbers of the words that begin so."""
        first = bisect_left(self, start.encode("utf-8", "surrogatepass"))
        return range(first, bisect_left(self, start.encode("utf-8", "surrogatepass") + b"\xff", lo=first))

    def words(self, numbers: Sequence[int] | Numbers) -> list[str]:
        """The words of these numbers."""
        ends = np.asarray(numbers, dtype=np.int64)
        upto = self.ends[ends].tolist()
        begin = np.where(ends > 0, self.ends[ends - 1], 0).tolist() if len(self) else []
        return [str(self.letters[b:e], "utf-8") for b, e in zip(begin, upto, strict=True)]


def alike(lexicon: Lexicon, signatures: Array, word: str, edits: int) -> Numbers:
    """The numbers of the words within so many edits of this one (optimal string alignment).

    Each edit changes at most two bits of a signature (`letters`), so nearly all words are left out by one look.
    """
    near = np.bitwise_count(np.bitwise_xor(signatures, letters([word])[0])) <= 2 * edits
    candidates = np.flatnonzero(near)
    distances = cdist([word], lexicon.words(candidates), scorer=OSA.distance, score_cutoff=edits, dtype=np.uint8)
    return candidates[distances[0] <= edits] if len(candidates) else candidates


def letters(words: Sequence[str]) -> Signatures:
    """The signature of each word: two bits a letter, whether it stands there, and whether twice."""
    parts = [_signatures(words[i : i + AT_ONCE]) for i in range(0, len(words), AT_ONCE)]
    return np.concatenate([np.empty(0, np.uint64), *parts])


def _signatures(words: Sequence[str]) -> Signatures:
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    small = (codes >= ord("a")) & (codes <= ord("z"))
    kinds = np.where(small, codes - ord("a"), LETTERS + codes % (CLASSES - LETTERS))
    owners = np.repeat(np.arange(len(words)), np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    counts = np.bincount(owners * CLASSES + kinds, minlength=len(words) * CLASSES).reshape(-1, CLASSES)
    bits = np.uint64(1) << np.arange(CLASSES, dtype=np.uint64)
    once, twice = (counts >= 1) @ bits, (counts >= 2) @ bits
    signatures: Signatures = once | (twice << np.uint64(CLASSES))
    return signatures
