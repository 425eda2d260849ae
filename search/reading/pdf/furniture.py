"""Furniture: running heads, running feet and page numbers, which stand on the pages of a PDF and not in its text.

A line at the edge of a page is a running one if it stands at the edge of other pages too, whatever its numbers are; the
number of the page itself is known by its form.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from search.reading.pdf.lines import Line

EDGE = 3  # lines at the top and at the foot of a page, among which running ones stand
SHARE = 0.3  # of the pages; heads of left and right pages, and of chapters, differ
MOST = 0.6  # of the pages: what stands alone at one height on so many is a running head, whatever it says
GAP = 1.6  # times the usual step from row to row: a line beyond it stands alone
LEAST_ROWS = 8  # on a page that can be told a running line by
LONGEST = 150  # characters of a running line
OTHER_DIGITS = re.compile(r"\d+")
NUMBER = re.compile(
    r"""(?ix) \W* (?: (?: page | p\. | seite | s\. | página | pagina | pág\. | стр\.? | str\.? ) \s* )?  # Page 3 of 12
        (?: \d{1,4} | [ivxl]{1,7} ) (?: \s* (?: / | of | von | de | di | sur | из ) \s* \d{1,4} )? \W*"""
)


def without_furniture(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without their running lines, and each of these once, as it stands first."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    places = Counter(_place(line) for page in pages for line in _lonely(page))
    full = sum(1 for page in pages if page)
    running = {shape for shape, count in shapes.items() if count >= max(2, int(SHARE * full))}
    usual = {place for place, count in places.items() if count >= max(3, int(MOST * full))}
    kept, once = list[list[Line]](), dict[tuple[str, str], str]()
    for page in pages:
        bases = [round(line.base) for line in page]
        outer = {max(bases), min(bases)} if bases else set[int]()
        gone = {id(line) for line in _edges(page) if _shape(line) in running or _is_number(line, outer)}
        gone |= {id(line) for line in _lonely(page) if _place(line) in usual}
        for line in page:
            if id(line) in gone and not _numbers_only(line):
                once.setdefault(_shape(line), line.text)
        kept.append([line for line in page if id(line) not in gone])
    return kept, list(once.values())


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the foot of a page that may be running ones; a page has also others."""
    rows = sorted({round(line.base) for line in page})
    edge = {*rows[:EDGE], *rows[-EDGE:]} if len(rows) > EDGE else set[int]()
    return [line for line in page if round(line.base) in edge and len(line.text) <= LONGEST]


def _shape(line: Line) -> tuple[str, str]:
    """What is the same in a running line on all pages: its words, and how high on the page it stands."""
    return OTHER_DIGITS.sub("#", line.text).casefold(), str(round(line.base / 6))


def _lonely(page: Sequence[Line]) -> list[Line]:
    """The first and the last row of a page, if a gap parts it from the others."""
    rows = sorted({round(line.base) for line in page})
    if len(rows) < LEAST_ROWS:
        return []
    step = sorted(above - below for below, above in pairwise(rows))[len(rows) // 2]
    far = {rows[0]} if rows[1] - rows[0] > GAP * step else set[int]()
    far |= {rows[-1]} if rows[-1] - rows[-2] > GAP * step else set[int]()
    return [line for line in page if round(line.base) in far and len(line.text) <= LONGEST]


def _place(line: Line) -> tuple[int, int]:
    """How high a line stands on the page, and in what size."""
    return round(line.base / 3), round(line.height)


def _numbers_only(line: Line) -> bool:
    return bool(NUMBER.fullmatch(line.text))


def _is_number(line: Line, outer: set[int]) -> bool:
    """Whether a line is the number of the page: it stands in the first or the last row."""
    return round(line.base) in outer and _numbers_only(line)
