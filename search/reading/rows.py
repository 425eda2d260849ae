"""Rows: a table with a header, as spreadsheets and databases write it, has an article a row."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from search.errors import ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import addressable, article, id_of
from search.reading.entries import stated_day
from search.reading.fragments import paragraphs_of_html
from search.reading.header import NAMES, header_of
from search.reading.kinds import kind_of, numbered, pieces

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 2_000_000  # characters: a book, and half of a file that has lost a quotation mark
MOST_COLUMNS = 1_000

# What a column may be called, besides the names that a header's keys may have. Without regard to case, "_" and "-".
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": tuple(
        "text,body,content,article,article text,full text,fulltext,story,body text,body html,content html,html".split(
            ","
        )
    ),
    "id": tuple("id,article id,uid,guid,identifier".split(",")),
    "title": (*NAMES["title"], "head", "article title", "heading"),
    "outlet": (
        *NAMES["outlet"],
        *"newspaper,media,medium,publication,publisher name,source name,media name".split(","),
    ),
    "date": (
        *NAMES["date"],
        *"pubdate,published at,publish date,date published,published date,day,datetime".split(","),
    ),
    "url": (*NAMES["url"], *"address,permalink,uri,web url,article url,href".split(",")),
    "author": (*NAMES["author"], "writer", "reporter", "author name"),
    "language": (*NAMES["language"], "language code"),
}
OURS = {name: ours for ours, names in COLUMNS.items() for name in names}
HTML = re.compile(r"<(?:p|br|div)\b[^<>]*>", re.IGNORECASE)

csv.field_size_limit(LONGEST_CELL)


def articles_of_rows(text: str, name: str) -> Iterator[Article | ReadError]:
    """The articles of a table; a bad row is an error of its own, which says the line that the row ends in."""
    text = text.removeprefix("\ufeff")
    delimiter, columns = _header(text, name)
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = found = 0
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            break
        except csv.Error as error:
            yield _fault(name, number, lines.line_num, str(error))
            continue
        if number > 1 and any(cell.strip() for cell in cells):
            found += 1
            yield _article(cells, columns, name, number, lines.line_num, delimiter)
    if not found:
        yield ReadError(f"{name}: has a header and no rows; remove it")


def _header(text: str, name: str) -> tuple[str, Sequence[str]]:
    """The sign between the cells, and our name of each column or ""; raises ReadError where none holds the texts."""
    first = text.lstrip("\n").partition("\n")[0]
    headers = {sign: _columns(first, sign) for sign in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda sign: sum(map(bool, headers[sign])))
    if "text" not in headers[delimiter]:
        wanted = ", ".join(COLUMNS["text"][:4])
        raise ReadError(f"{name}: no column is called {wanted} or the like; name the one that holds the texts so")
    return delimiter, headers[delimiter]


def _columns(line: str, delimiter: str) -> list[str]:
    """Our names of the columns; of two columns that would have one name only the first has it."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])[:MOST_COLUMNS]
    except csv.Error:
        return []
    names = [OURS.get(re.sub(r"[\W_]+", " ", cell).strip().casefold(), "") for cell in cells]
    return ["" if name in names[:at] else name for at, name in enumerate(names)]


def _article(
    cells: Sequence[str], columns: Sequence[str], name: str, number: int, line: int, delimiter: str
) -> Article | ReadError:
    if len(cells) > len(columns) or len(cells) < columns.index("text") + 1:
        return _fault(name, number, line, f"it has {len(cells):,} cells, the header {len(columns):,}")
    said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column and cell.strip()}
    paragraphs = numbered(_paragraphs(said.pop("text", "")))
    id = addressable(said.pop("id", "")) or f"{id_of(name)}-{number}"
    try:
        return article(id, header_of(_keys(said)), paragraphs, path=name, raw=_written(cells, delimiter))
    except ReadError as error:
        return _fault(name, number, line, f"it{str(error).removeprefix(name).lstrip(':').partition(';')[0]}")


def _keys(said: Mapping[str, str]) -> dict[str, object]:
    return {key: stated_day(value) if key == "date" else value for key, value in said.items()}


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


def _fault(name: str, number: int, line: int, reason: str) -> ReadError:
    return ReadError(f"{name}: row {number}, which ends in line {line}, is no article ({reason}); mend or remove it")
