"""Continuing: a paragraph of a PDF that goes on in the next column or on the next page is one."""

from collections.abc import Iterable, Iterator

from search.reading.kinds import LONGEST_PARAGRAPH
from search.reading.pdf.hyphens import Words
from search.reading.pdf.paragraphs import Piece


def continued(pieces: Iterable[Piece], words: Words) -> Iterator[Piece]:
    """The pieces, those put together that are one paragraph; notes and captions may stand between its parts."""
    waiting: Piece | None = None
    between: list[Piece] = []
    for piece in pieces:
        if waiting is None:
            waiting = piece
        elif piece.kind in {"footnote", "caption"} and waiting.cut:
            between.append(piece)
        elif _goes_on(waiting, piece):
            text = words.joined(waiting.text, piece.text)
            waiting = Piece(waiting.kind, text, waiting.height, waiting.opens, piece.cut)
        else:
            yield from (waiting, *between)
            waiting, between = piece, []
    yield from (*((waiting,) if waiting else ()), *between)


def _goes_on(waiting: Piece, piece: Piece) -> bool:
    """Whether a piece is the rest of the one before."""
    alike = abs(waiting.height - piece.height) <= 0.12 * waiting.height
    bearable = len(waiting.text) + len(piece.text) < LONGEST_PARAGRAPH
    return waiting.cut and piece.kind == "body" and alike and bearable and not piece.opens
