"""Spotting: the places of a text at which a query looks, found fast, for a page of results shows many texts.

A query is made ready once; each piece of text between spaces is compared with it once (wanted.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate, chain, compress, islice
from operator import add, or_

from search.model import Span
from search.parts import sought_in
from search.spoken import spoken
from search.standing import near_one
from search.text import analysed, terms
from search.tree import Near, Or, Tree, sought
from search.wanted import Bits, Phrase, Seen

TREES_KEPT = 64  # queries ready at a time


@dataclass(frozen=True, slots=True)
class Ready:
    """A query made ready: its phrases, all its single words as one of them; its pairs and their distances.

    `said` is what it looks for in what is said, which is none of these.
    """

    seen: Seen
    phrases: tuple[Phrase, ...]
    pairs: tuple[tuple[Phrase, Phrase, int], ...]
    said: Or


def spotted(text: str, tree: Tree, statements: Iterable[Span] | None = None) -> Iterator[Span]:
    """Where a text has what a tree looks for, in no order; places may overlap.

    What it looks for in what is said is found in each of these statements by itself, or anywhere if None are given.
    """
    ready = _ready(tree)
    anywhere = _spotted(text, ready)
    return chain(anywhere, _in_statements(text, ready.said, statements)) if ready.said.parts else anywhere


def _spotted(text: str, ready: Ready) -> Iterator[Span]:
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


def _in_statements(text: str, said: Or, statements: Iterable[Span] | None) -> Iterator[Span]:
    if statements is None:
        yield from spotted(text, said)
        return
    words = list(terms(text))
    for stretch in spoken(text, statements):
        start, end = words[stretch.start].where.start, words[stretch.stop - 1].where.end
        for place in spotted(text[start:end], said):
            yield Span(start + place.start, start + place.end)


def _words(text: str, pieces: Sequence[str], found: Sequence[Sequence[int]]) -> Iterator[Span]:
    """The same where nothing but single words is looked for."""
    wanted = [number for number, bits in enumerate(found) if bits]
    starts = list(islice(_starts(text, pieces), wanted[-1] + 1)) if wanted else []
    for number in wanted:
        for word, bit in zip(analysed(pieces[number]), found[number], strict=True):
            if bit:
                yield Span(starts[number] + word.where.start, starts[number] + word.where.end)


@lru_cache(maxsize=TREES_KEPT)
def _ready(tree: Tree) -> Ready:
    """A query made ready; kept, for each text of a page asks for it."""
    bits, wanted = Bits(), dict.fromkeys(sought(tree))
    nears = [leaf for leaf in wanted if isinstance(leaf, Near)]
    pairs = tuple((bits.phrase(near.parts[0]), bits.phrase(near.parts[1]), near.within) for near in nears)
    phrases = [bits.phrase(leaf) for leaf in wanted if not isinstance(leaf, Near)]
    single = reduce(or_, (phrase[0] for phrase in phrases if len(phrase) == 1), 0)
    longer = tuple(phrase for phrase in phrases if len(phrase) > 1)
    return Ready(
        Seen(bits, words_alone=not (longer or pairs)), ((single,), *longer), pairs, Or(tuple(sought_in(tree, "said")))
    )


def _places(ready: Ready, bits: Sequence[int]) -> Iterator[range]:
    """Where phrases and pairs stand, as the numbers of words, given the bits of all words of a text."""
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
        for n, word in enumerate(analysed(piece), number):
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
