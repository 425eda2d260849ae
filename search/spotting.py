"""Spotting: the places of a text at which a query looks, found fast, for a page of results shows many texts.

A query is made ready once: each word that it names is a bit. Each piece of text between spaces is analysed once, and
compared with a query once, which gives the bits of its words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate, chain, compress, islice
from operator import add, or_

from search.expansion import fits
from search.matching import near_one
from search.model import Span
from search.text import Term, analysed, terms
from search.tree import Expanded, Fuzzy, Near, Prefix, Terms, Tree, sought

TREES_KEPT = 64  # queries ready at a time
PIECES_KEPT = 4_000  # pieces of text remembered with each: those of a few pages of results
LONGEST_PIECE = 40  # characters; longer ones seldom recur, and are not remembered

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
        bits = self.exacts.get(term.exact, 0) | self.stems.get(term.stem, 0)
        for fit, bit in self.tests:
            if fit(term.exact):
                bits |= bit
        return bits

    def _known(self, known: dict[str, int], words: Iterable[str]) -> int:
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
        found = tuple(map(self.bits.of, _analysed(piece)))
        if self.words_alone and not any(found):
            found = ()
        if len(self) >= PIECES_KEPT:
            self.clear()
        if len(piece) <= LONGEST_PIECE:
            self[piece] = found
        return found


@dataclass(frozen=True, slots=True)
class Ready:
    """A query made ready: its phrases, all its single words as one of them; its pairs and their distances."""

    seen: Seen
    phrases: tuple[Phrase, ...]
    pairs: tuple[tuple[Phrase, Phrase, int], ...]


def spotted(text: str, tree: Tree) -> Iterator[Span]:
    """Where a text has what a tree looks for, in no order; places may overlap."""
    ready = _ready(tree)
    if not ready.seen.bits.given:
        return iter(())
    pieces = text.split()
    found = list(map(ready.seen.__getitem__, pieces))
    if ready.seen.words_alone:
        return _words(text, pieces, found)
    bits = list(chain.from_iterable(found))
    places = list(_places(ready, bits)) if any(bits) else []
    where = _offsets(text, pieces, found) if places else {}
    return (Span(where[place.start][0], where[place.stop - 1][1]) for place in places)


def _words(text: str, pieces: Sequence[str], found: Sequence[Sequence[int]]) -> Iterator[Span]:
    """The same where nothing but single words is looked for."""
    wanted = [number for number, bits in enumerate(found) if bits]
    starts = list(islice(_starts(text, pieces), wanted[-1] + 1)) if wanted else []
    for number in wanted:
        for word, bit in zip(_analysed(pieces[number]), found[number], strict=True):
            if bit:
                yield Span(starts[number] + word.where.start, starts[number] + word.where.end)


@lru_cache(maxsize=TREES_KEPT)
def _ready(tree: Tree) -> Ready:
    bits, wanted = Bits(), dict.fromkeys(sought(tree))
    nears = [leaf for leaf in wanted if isinstance(leaf, Near)]
    pairs = tuple((bits.phrase(near.parts[0]), bits.phrase(near.parts[1]), near.within) for near in nears)
    phrases = [bits.phrase(leaf) for leaf in wanted if not isinstance(leaf, Near)]
    single = reduce(or_, (phrase[0] for phrase in phrases if len(phrase) == 1), 0)
    longer = tuple(phrase for phrase in phrases if len(phrase) > 1)
    return Ready(Seen(bits, words_alone=not (longer or pairs)), ((single,), *longer), pairs)


def _places(ready: Ready, bits: Sequence[int]) -> Iterator[range]:
    marked = [i for i, some in enumerate(bits) if some]
    for phrase in ready.phrases:
        yield from _standing(phrase, bits, marked)
    for first, second, within in ready.pairs:
        one, other = list(_standing(first, bits, marked)), list(_standing(second, bits, marked))
        yield from chain(near_one(one, other, within), near_one(other, one, within))


def _standing(phrase: Phrase, bits: Sequence[int], marked: Sequence[int]) -> Iterator[range]:
    """Where the words of a phrase stand, `marked` being the places of all that is wanted."""
    length, first = len(phrase), phrase[0]
    starts = (i for i in marked if bits[i] & first and i + length <= len(bits))
    return (range(i, i + length) for i in starts if all(bits[i + k] & phrase[k] for k in range(1, length)))


def _offsets(text: str, pieces: Sequence[str], found: Sequence[Sequence[int]]) -> dict[int, tuple[int, int]]:
    """The start and the end of the wanted words of a text, by their numbers; the text is these pieces and spaces."""
    where = {}
    placed = zip(pieces, _starts(text, pieces), accumulate(map(len, found), initial=0), strict=False)
    for piece, start, number in compress(placed, map(any, found)):
        for n, word in enumerate(_analysed(piece), number):
            where[n] = start + word.where.start, start + word.where.end
    return where


def _starts(text: str, pieces: Sequence[str]) -> Iterator[int]:
    """Where each piece begins; at once if there is but one space between any two."""
    if len(text) == sum(map(len, pieces)) + len(pieces) - 1:
        return map(add, accumulate(map(len, pieces), initial=0), range(len(pieces)))
    return _found(text, pieces)


def _found(text: str, pieces: Sequence[str]) -> Iterator[int]:
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        yield at
        at += len(piece)


def _analysed(piece: str) -> Iterable[Term]:
    return analysed(piece) if len(piece) <= LONGEST_PIECE else terms(piece)
