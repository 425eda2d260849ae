"""Lines: the pieces of text on a page become lines, in the order in which somebody reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

SPACE = 0.15  # of a line's height: a narrower gap stands within a word
LOWERED = 0.35  # of a line's height: what is set higher or lower, such as a note's number, still stands on the line
JOINED = 1.0  # of a line's height: a wider gap parts what stands on one line, unless a bullet stands before it
MARK = 3  # characters: what is no longer may be a bullet or a number before its line


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a piece of one: its text and its place, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    height: float
    bold: bool

    @property
    def top(self) -> float:
        """How high its letters reach."""
        return self.base + self.height * 0.8


def lines_of(pieces: Iterable[Line]) -> list[Line]:
    """Pieces that stand side by side become lines, from the top of the page to its foot."""
    rows: list[list[Line]] = []
    for piece in sorted((p for p in pieces if p.text.strip()), key=lambda p: -p.base):
        if rows and abs(_base(rows[-1]) - piece.base) <= LOWERED * max(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in rows for line in _parted(sorted(row, key=lambda p: p.left))]


def _base(row: list[Line]) -> float:
    return max(row, key=lambda p: p.height).base


def _parted(row: Sequence[Line]) -> Iterable[Line]:
    """The lines in a row, which wide gaps part."""
    group, right = [row[0]], row[0].right
    for piece in row[1:]:
        near = piece.left - right <= JOINED * max(group[-1].height, piece.height)
        if near or (len(group) == 1 and _is_mark(group[0].text.strip(), alone=len(row) == 2)):
            group.append(piece)
        else:
            yield joined(group)
            group, right = [piece], piece.right
        right = max(right, piece.right)
    yield joined(group)


def _is_mark(text: str, *, alone: bool) -> bool:
    """Whether a piece belongs to what stands behind it, however far; a bare number only if nothing else follows.

    >>> _is_mark("•", alone=False), _is_mark("3", alone=True), _is_mark("3", alone=False), _is_mark("on", alone=True)
    (True, True, False, False)
    """
    return len(text) <= MARK and not text.isalpha() and (alone or not text.isdigit())


def joined(group: Sequence[Line]) -> Line:
    """One line of several pieces from left to right."""
    texts = [group[0].text]
    for before, piece in pairwise(group):
        texts += [" "] if piece.left - before.right > SPACE * min(before.height, piece.height) else []
        texts.append(piece.text)
    widest = max(group, key=lambda p: len(p.text))
    letters = sum(len(p.text) for p in group)
    bold = sum(len(p.text) for p in group if p.bold) * 2 > letters
    return Line(
        " ".join("".join(texts).split()), group[0].left, max(p.right for p in group), widest.base, widest.height, bold
    )


def usual_height(lines: Iterable[Line]) -> float:
    """How high most letters are: those of the running text."""
    heights = sorted((line.height, len(line.text)) for line in lines)
    half, passed = sum(length for _, length in heights) / 2, 0
    for height, length in heights:
        passed += length
        if passed >= half:
            return height
    return 0.0


def usual_pitch(lines: Sequence[Line]) -> float:
    """How far below each other lines of a column usually stand."""
    steps = [a.base - b.base for a, b in pairwise(lines) if 0 < a.base - b.base < 3 * a.height]
    return median(steps) if steps else 0.0
