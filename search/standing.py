"""Standing: where in a text the words of a query stand, one beside the other or near each other."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from search.expansion import fits
from search.text import Term
from search.tree import Expanded, Fuzzy, Leaf, Near, Prefix, Terms


def places(wanted: Leaf, text: Sequence[Term]) -> Iterator[range]:
    """Where in a text this stands, as the positions of its words; of a Near, each part that is near the other."""
    match wanted:
        case Terms():
            return _side_by_side(wanted, text)
        case Near():
            return _near(wanted, text)
        case Expanded(words):
            return (range(i, i + 1) for i, term in enumerate(text) if term.exact in words)
        case Prefix() | Fuzzy():
            fit = fits(wanted)
            return (range(i, i + 1) for i, term in enumerate(text) if fit(term.exact))


def _side_by_side(wanted: Terms, text: Sequence[Term]) -> Iterator[range]:
    words = [t.exact if wanted.exact else t.stem for t in text]
    length = len(wanted.terms)
    starts = range(len(words) - length + 1)
    return (range(i, i + length) for i in starts if tuple(words[i : i + length]) == wanted.terms)


def _near(wanted: Near, text: Sequence[Term]) -> Iterator[range]:
    first, second = (list(_side_by_side(part, text)) for part in wanted.parts)
    return chain(near_one(first, second, wanted.within), near_one(second, first, wanted.within))


def near_one(places: Iterable[range], others: Sequence[range], within: int) -> Iterator[range]:
    """Those of the places that have one of the others, all in order, apart from them and with few words between."""
    starts = [other.start for other in others]
    length = len(others[0]) if others else 0
    for place in places:
        before = place.start - length
        if _one_between(starts, place.stop, place.stop + within) or _one_between(starts, before - within, before):
            yield place


def _one_between(numbers: Sequence[int], least: int, most: int) -> bool:
    at = bisect_left(numbers, least)
    return at < len(numbers) and numbers[at] <= most
