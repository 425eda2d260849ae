"""Units: a query as what may be taken out of it: its words and phrases, each with what stands before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.suggesting.typed import Piece, pieces
from search.text import STOPWORDS


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase with the minus or NOT before it, an operator or a parenthesis: its text and its last piece."""

    text: str
    piece: Piece

    @property
    def wanted(self) -> bool:
        return self.piece.kind in ("word", "phrase") and not self.piece.excluded

    @property
    def tells(self) -> bool:
        """Whether it is wanted and no stop word."""
        words = self.piece.words
        return self.wanted and not (words and all(word.exact in STOPWORDS for word in words))

    @property
    def is_and(self) -> bool:
        return self.piece.kind == "operator" and self.piece.text == "AND"

    @property
    def binds(self) -> bool:
        """Whether it holds words together, so that none of them can be taken out."""
        return self.piece.kind in ("open", "close") or (self.piece.kind == "operator" and not self.is_and)


def units(typed: str) -> Iterator[Unit]:
    """The units of a query in order.

    >>> [unit.text for unit in units('ferry AND -"at sea" NOT tolls')]
    ['ferry', 'AND', '-"at sea"', 'NOT tolls']
    """
    start = None
    for piece in pieces(typed):
        start = piece.where.start if start is None else start
        if piece.kind != "minus" and piece.text != "NOT":
            yield Unit(typed[start : piece.where.end], piece)
            start = None


def without(units: Sequence[Unit], number: int) -> str:
    """The query without one of its units, and without an AND that stood beside it.

    >>> without(list(units("ferry AND tolls quay")), 2)
    'ferry quay'
    """
    before, after = units[:number], units[number + 1 :]
    if after and after[0].is_and:
        after = after[1:]
    elif before and before[-1].is_and:
        before = before[:-1]
    return " ".join(unit.text for unit in (*before, *after))
