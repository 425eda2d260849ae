"""Paragraphs: the lines of a column become paragraphs again; `continuing.py` puts those together that it cuts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.model import ParagraphKind
from search.reading.kinds import kind_of
from search.reading.pdf.columns import BETWEEN_CELLS
from search.reading.pdf.hyphens import Words
from search.reading.pdf.lines import Line, usual_height, usual_pitch

LARGER = 1.12  # times the height of the text: a heading
SMALLER = 0.9  # times the height of the text: notes, captions
LOOSE = 1.35  # times the usual step from line to line: a new paragraph
INDENT = 0.6  # of a line's height: a new paragraph
EVEN = 0.25  # of a column's lines: so many end at one place only where both edges are even
SHORT = 0.85  # of a column's width: a line that ends before it may be the last of its paragraph
MOST_LINES = 200  # of a paragraph; longer ones have lost what parts them
LONGEST_CAPTION = 400  # characters of small text that is no note; longer ones are boxes with a text of their own
LONGEST_HEADING = 250  # characters
END = re.compile(r"[.!?…:][\"”»’')\]]*$")
MARKED = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})[.)]?\s*[“\"«„]?[^\W\d_a-z]")  # 12 See the land register
LEADER = re.compile(r"(?:\. ?|… ?|_|·){4,}\s*\d{0,4}$")  # What it costs . . . . . . 12
BULLET = re.compile(r"[•‣▪◦●■–-]\s")
CAPTION = re.compile(
    r"(?i)(?:photo|picture|image|fig(?:ure)?|abb(?:ildung)?|foto|bild|graphic|chart|map|рис)\b\.?.{0,3}\S"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or that much of one as stands in one column; `cut` if it may go on in the next."""

    kind: ParagraphKind
    text: str
    height: float
    opens: bool
    cut: bool


def pieces_of(block: Sequence[Line], usual: float, words: Words) -> Iterator[Piece]:
    """The paragraphs of a block, from top to bottom; `usual` is the height of the text."""
    left, right = _margins(block)
    pitch = usual_pitch(block)
    group: list[Line] = []
    for line in block:
        if group and _begins(line, group, pitch, left, right):
            yield _piece(group, usual, words, left, right)
            group = []
        group.append(line)
    if group:
        yield _piece(group, usual, words, left, right)


def _margins(block: Sequence[Line]) -> tuple[float, float]:
    """The left and the right edge of a column: where most lines begin and end, or the farthest end of ragged ones."""
    begins, ends = (
        Counter(round(at / 2) for at in ats) for ats in zip(*((o.left, o.right) for o in block), strict=True)
    )
    place = min(at for at, count in begins.items() if count == max(begins.values()))
    left = min(line.left for line in block if abs(line.left / 2 - place) <= 1)
    end, count = ends.most_common(1)[0]
    even = count > 2 and count >= EVEN * len(block)
    height = usual_height(block)
    return left, end * 2.0 if even else max(line.right for line in block if line.height == height)


def _begins(line: Line, group: Sequence[Line], pitch: float, left: float, right: float) -> bool:
    """Whether a line begins a new paragraph."""
    before = group[-1]
    if len(group) >= MOST_LINES or LEADER.search(line.text) or LEADER.search(before.text):
        return True
    if abs(line.height - before.height) > 0.12 * max(line.height, before.height) or line.bold != before.bold:
        return True
    step = before.base - line.base
    if step > LOOSE * max(pitch, before.height) or step < 0 or BULLET.match(line.text):
        return True
    short = before.right < left + SHORT * (right - left)
    if line.left - left > INDENT * line.height and (short or line.left - before.left > INDENT * line.height):
        return not _hangs(group)
    return short and bool(END.search(before.text))


def _hangs(group: Sequence[Line]) -> bool:
    """Whether a paragraph's first line begins before the others: the item of a list."""
    return bool(BULLET.match(group[0].text) or MARKED.match(group[0].text))


def _piece(group: Sequence[Line], usual: float, words: Words, left: float, right: float) -> Piece:
    text = group[0].text
    for _, line in pairwise(group):
        text = words.joined(text, line.text)
    height = group[0].height
    full = group[-1].right >= left + SHORT * (right - left)
    row = BETWEEN_CELLS in text
    opens = row or group[0].left - left > INDENT * height or bool(BULLET.match(text))
    kind = _kind(text, group, usual)
    return Piece(
        kind,
        text,
        height,
        opens,
        cut=kind == "body" and not row and not END.search(text) and (full or text[-1:] == "-"),
    )


def _kind(text: str, group: Sequence[Line], usual: float) -> ParagraphKind:
    height, bold = group[0].height, group[0].bold
    if LEADER.search(text):
        return "boilerplate"
    if BETWEEN_CELLS in text or BULLET.match(text):
        return "body"
    if len(text) <= LONGEST_HEADING and (height >= LARGER * usual or (bold and not END.search(text))):
        return "heading"
    if height <= SMALLER * usual:
        return "footnote" if MARKED.match(text) else "caption" if len(text) <= LONGEST_CAPTION else kind_of(text)
    if CAPTION.match(text) and len(text) <= LONGEST_HEADING and not END.search(text):
        return "caption"
    return "body" if len(group) > 1 else kind_of(text)
