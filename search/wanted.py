"""Wanted: which of the words that a query looks for a piece of text has, as bits.

Each word that a query names is a bit. Each piece of text between spaces is analysed once, and compared with a query
once, which gives the bits of its words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from search.expansion import fits
from search.text import LONGEST_PIECE, Term, analysed, folded, stem
from search.tree import Expanded, Fuzzy, Prefix, Terms

MARKS = '.,;:!?()"“”'  # what stands about a word; no word begins or ends with one
PIECES_KEPT = 4_000  # pieces of text remembered with each query: those of a few pages of results

Phrase = tuple[int, ...]  # the bits of its words, one of which each word must have


@dataclass(slots=True)
class Bits:
    """Which of the wanted words a word is, as bits: by the word as written, by its stem, or by a test."""

    exacts: dict[str, int] = field(default_factory=dict)
    stems: dict[str, int] = field(default_factory=dict)
    tests: list[tuple[Callable[[str], bool], int]] = field(default_factory=list)
    given: int = 0

    def phrase(self, wanted: Terms | Prefix | Fuzzy | Expanded) -> Phrase:
        """The bits, given now, of what is wanted."""
        match wanted:
            case Terms(words, exact):
                return tuple(self._known(self.exacts if exact else self.stems, (word,)) for word in words)
            case Expanded(some):
                return (self._known(self.exacts, some),)
            case Prefix() | Fuzzy():
                self.tests.append((fits(wanted), bit := self._bit()))
                return (bit,)

    def of(self, term: Term) -> int:
        """The bits of a word of a text."""
        return self.of_word(term.exact, term.stem)

    def of_word(self, exact: str, stem: str) -> int:
        """The bits of a word, as written and as its stem."""
        bits = self.exacts.get(exact, 0) | self.stems.get(stem, 0)
        for fit, bit in self.tests:
            if fit(exact):
                bits |= bit
        return bits

    def _known(self, known: dict[str, int], words: Iterable[str]) -> int:
        """A new bit that each of these words has."""
        bit = self._bit()
        known.update({word: known.get(word, 0) | bit for word in words})
        return bit

    def _bit(self) -> int:
        self.given += 1
        return 1 << self.given


class Seen(dict[str, tuple[int, ...]]):
    """The bits of each word in a piece of text, worked out when first asked for.

    Where words alone are looked for, a piece without any of them has none: nobody needs to know how many words it has.
    """

    def __init__(self, bits: Bits, *, words_alone: bool) -> None:
        super().__init__()
        self.bits, self.words_alone = bits, words_alone

    def __missing__(self, piece: str) -> tuple[int, ...]:
        found = () if self._is_nothing(piece) else tuple(map(self.bits.of, analysed(piece)))
        if self.words_alone and not any(found):
            found = ()
        if len(self) >= PIECES_KEPT:
            self.clear()
        if len(piece) <= LONGEST_PIECE:
            self[piece] = found
        return found

    def _is_nothing(self, piece: str) -> bool:
        """Whether it is seen at once that a piece, one plain word between marks, is none of the words alone."""
        bare = piece.strip(MARKS)
        if not (self.words_alone and bare.isascii() and bare.isalnum()):
            return False
        word = folded(bare)
        return not self.bits.of_word(word, stem(word))
