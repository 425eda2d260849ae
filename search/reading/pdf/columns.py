"""Columns: the lines of a page in the order of reading, block by block; a block is a column, or a piece of one.

From the top, as many lines as leave a gap free from top to bottom are columns side by side; a line that crosses the
gap, such as a headline over all columns, ends them. Columns are cut again: a page may hold two stories of two columns.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from search.reading.pdf.lines import Line, usual_height

GUTTER = 0.8  # of a line's height: a narrower gap is between words and not between columns
LEAST = 3  # lines that a column has; two short lines beside each other are a chance
DEEPEST = 6  # columns within columns
TRIED = 4  # gaps, the widest ones, that may be one between columns
MOST_LINES = 1_200  # on a page; more are read as they stand
LARGER = 1.3  # times the height of the text: a headline
STEP = 1.8  # of its height: how far the lines of a headline stand from each other
BETWEEN_CELLS = " | "
CELL = 22  # characters: columns whose pieces are mostly shorter are those of a table

Gap = tuple[float, float]


def blocks_of(lines: Sequence[Line], depth: int = 0) -> Iterator[list[Line]]:
    """The blocks of a page, whose lines are given from top to bottom."""
    if depth == DEEPEST or len(lines) > MOST_LINES:
        yield list(lines)
        return
    start, alone = 0, list[Line]()
    while start < len(lines):
        end, gap = _band(lines, start)
        if gap is None or (alone and _is_headline(alone[-1], lines[start], lines[start:end])):
            alone.append(lines[start])
            start += 1
            continue
        if alone:
            yield alone
        alone = []
        yield from _columns(lines[start:end], gap, depth)
        start = end
    if alone:
        yield alone


def _is_headline(before: Line, line: Line, band: Sequence[Line]) -> bool:
    """Whether a line is the rest of a headline that stands over the columns, rather than the first of one of them."""
    alike = abs(line.height - before.height) < 0.1 * line.height and line.bold == before.bold
    near = before.base - line.base < STEP * line.height
    return alike and near and line.height >= LARGER * usual_height(band)


def _columns(band: Sequence[Line], gap: Gap, depth: int) -> Iterator[list[Line]]:
    if is_table(band):
        yield from rows_of(band)
        return
    middle = (gap[0] + gap[1]) / 2
    yield from blocks_of([line for line in band if line.left < middle], depth + 1)
    yield from blocks_of([line for line in band if line.left >= middle], depth + 1)


def _band(lines: Sequence[Line], start: int) -> tuple[int, Gap | None]:
    """Up to which line a gap between columns stays free, and that gap; None if there is none here."""
    gaps: list[Gap] = [(float("-inf"), float("inf"))]
    kept: tuple[int, Gap | None] = (start, None)
    for end in range(start, len(lines)):
        gaps = list(_free(gaps, lines[end]))
        inner = [gap for gap in gaps if gap[0] > float("-inf") and gap[1] < float("inf")]
        widest = sorted(inner, key=lambda gap: gap[0] - gap[1])[:TRIED]
        if parting := next((gap for gap in widest if _parts(lines[start : end + 1], gap)), None):
            kept = (end + 1, parting)
        elif kept[1] or (not inner and end - start > LEAST):
            break
    return kept


def _free(gaps: list[Gap], line: Line) -> Iterator[Gap]:
    """What a line leaves free of gaps; of each at least a gutter."""
    least = GUTTER * line.height
    for low, high in gaps:
        for gap in ((low, min(high, line.left)), (max(low, line.right), high)):
            if gap[1] - gap[0] >= least:
                yield gap


def _parts(lines: Sequence[Line], gap: Gap) -> bool:
    """Whether there are columns on both sides of a gap."""
    left = [line for line in lines if line.right <= gap[0]]
    right = [line for line in lines if line.left >= gap[1]]
    return len({line.base for line in left}) >= LEAST and len({line.base for line in right}) >= LEAST


def is_table(band: Sequence[Line]) -> bool:
    """Whether columns are those of a table: most pieces are short and stand in rows."""
    rows = len({round(line.base) for line in band})
    return sorted(len(line.text) for line in band)[len(band) // 2] <= CELL and len(band) >= 1.6 * rows


def rows_of(band: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of a table, each one block of one line."""
    row: list[Line] = []
    for before, line in pairwise([band[0], *band]):
        if row and before.base - line.base > before.height * 0.35:
            yield [_row(row)]
            row = []
        row.append(line)
    yield [_row(row)]


def _row(cells: list[Line]) -> Line:
    first = min(cells, key=lambda cell: cell.left)
    text = BETWEEN_CELLS.join(cell.text for cell in sorted(cells, key=lambda cell: cell.left))
    return Line(text, first.left, max(cell.right for cell in cells), first.base, first.height, first.bold)
