"""Capitals: a large first letter, which hangs down over several lines, goes back to the line that it begins."""

from collections.abc import Sequence
from dataclasses import replace

from search.reading.pdf.lines import Line, usual_height

LARGE = 1.8  # times the height of the text
MOST = 50  # on a page; what has more is set in such letters
NEAR = 1.5  # of the letter's own height: how far from it its word may stand


def with_capitals(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of a page, each large first letter put before the piece that it belongs to."""
    usual = usual_height(pieces)
    large = [p for p in pieces if p.height >= LARGE * usual and len(p.text.strip()) == 1 and p.text.strip().isalpha()]
    if not usual or len(large) > MOST:
        return list(pieces)
    kept = list(pieces)
    for letter in large:
        beside = [p for p in kept if p is not letter and _is_beside(p, letter)]
        if len(beside) > 1:
            first = max(beside, key=lambda p: p.base)
            kept.remove(letter)
            kept[kept.index(first)] = replace(first, text=letter.text.strip() + first.text.lstrip())
    return kept


def _is_beside(piece: Line, letter: Line) -> bool:
    """Whether a piece of text stands to the right of a large letter, no higher than it is and no lower."""
    level = letter.base - 0.3 * piece.height <= piece.base <= letter.base + letter.height
    return level and 0 <= piece.left - letter.left <= NEAR * letter.height and piece.height * LARGE <= letter.height
