"""Rows: a table with a header, as spreadsheets and databases write it, has an article a row."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from typing import Any

from search.days import day_comes_first
from search.errors import ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import addressable, article, id_of
from search.reading.columns import Columns, columns_of
from search.reading.entries import stated_day
from search.reading.fragments import paragraphs_of_html
from search.reading.header import header_of
from search.reading.kinds import kind_of, numbered, pieces
from search.reading.written import day_told

LONGEST_CELL = 2_000_000  # characters: a book, and half of a file that has lost a quotation mark
HTML = re.compile(r"<(?:p|br|div)\b[^<>]*>", re.IGNORECASE)

csv.field_size_limit(LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, which row of the table it is, and in which line it ends."""

    cells: Sequence[str]
    number: int
    line: int


def articles_of_rows(text: str, name: str) -> Iterator[Article | ReadError]:
    """The articles of a table; a bad row is an error of its own, which says the line that the row ends in."""
    text = text.removeprefix("\ufeff")
    columns = columns_of(text, name)
    day_first = day_comes_first(_cells(text, columns, "date"))
    found = False
    for row in _rows(text, columns, name):
        found = found or isinstance(row, Row)
        yield _article(row, columns, name, day_first) if isinstance(row, Row) else row
    if not found:
        yield ReadError(f"{name}: has a header and no rows; remove it")


def _rows(text: str, columns: Columns, name: str) -> Iterator[Row | ReadError]:
    """The rows below the header that are not empty."""
    lines = _reader(text, columns)
    number = 0
    while True:
        number += 1
        try:
            row = Row(next(lines), number, lines.line_num)
        except StopIteration:
            return
        except csv.Error as error:
            yield _fault(name, Row((), number, lines.line_num), str(error))
            continue
        if number > columns.row and any(cell.strip() for cell in row.cells):
            yield row


def _reader(text: str, columns: Columns) -> Any:
    return csv.reader(StringIO(text, newline=""), delimiter=columns.delimiter, strict=True)


def _cells(text: str, columns: Columns, column: str) -> Iterator[str]:
    """The cells of a column, as far as the table can be read; none where it has no such column."""
    if column in columns.names:
        place = columns.names.index(column)
        with suppress(csv.Error):
            yield from (cells[place] for cells in _reader(text, columns) if len(cells) > place)


def _article(row: Row, columns: Columns, name: str, day_first: bool | None) -> Article | ReadError:
    names, cells = columns.names, row.cells
    if len(cells) > len(names) or len(cells) < names.index("text") + 1:
        return _fault(name, row, f"it has {len(cells):,} cells, the header {len(names):,}")
    said = {column: cell.strip() for column, cell in zip(names, cells, strict=False) if column and cell.strip()}
    paragraphs = numbered(_paragraphs(said.pop("text", "")))
    id = addressable(said.pop("id", "")) or f"{id_of(name)}-{row.number}"
    try:
        raw = _written(cells, columns.delimiter)
        return article(id, header_of(_keys(said, day_first)), paragraphs, path=name, raw=raw)
    except ReadError as error:
        return _fault(name, row, f"it{str(error).removeprefix(name).lstrip(':').partition(';')[0]}")


def _keys(said: Mapping[str, str], day_first: bool | None) -> dict[str, object]:
    """What a row states; its day, if it is in figures, in the order in which its column has them."""
    day = day_told(said.get("date", ""), day_first=day_first)
    written = stated_day(said.get("date", ""))
    return {**said, "date": str(day) if day and written == said.get("date") else written}


def _paragraphs(cell: str) -> Iterator[tuple[ParagraphKind, str]]:
    """The paragraphs of a cell: of its HTML, or parted by blank lines, or else by line ends."""
    if HTML.search(cell):
        yield from paragraphs_of_html(cell)
    else:
        broken = cell if "\n\n" in cell else cell.replace("\n", "\n\n")
        yield from ((kind_of(piece), piece) for piece in pieces(broken))


def _written(cells: Sequence[str], delimiter: str) -> str:
    """The row as a table has it."""
    file = StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="").writerow(cells)
    return file.getvalue()


def _fault(name: str, row: Row, reason: str) -> ReadError:
    return ReadError(
        f"{name}: row {row.number}, which ends in line {row.line}, is no article ({reason}); mend or remove it"
    )
