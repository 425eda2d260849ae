"""A spreadsheet of what was found: CSV, one row a statement, streamed, and safe to open.

The form is that of RFC 4180, in UTF-8 with the mark by which Excel knows it. A spreadsheet takes a cell that begins
with `=` or the like for a formula, and would run what a stranger wrote into an article: such a cell gets an apostrophe
in front.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from search.answer import address
from search.landing import landing
from search.model import Span, Statement
from search.results import Hit

MARK = "\ufeff"
UNKNOWN = "unknown"  # a statement whose speaker nobody knows; where nobody speaks the cell is empty
# After spaces and signs that nobody sees, too; some programs take full-width and small forms for the plain ones.
FORMULA = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row tells of: a statement of a hit, None where nobody speaks; `base` is the address of the site."""

    hit: Hit
    statement: Statement | None
    base: str


COLUMNS: dict[str, Callable[[Row], str]] = {
    "speaker": lambda row: _speaker(row.statement),
    "role": lambda row: row.statement.speaker.role if row.statement and row.statement.speaker else "",
    "kind": lambda row: row.statement.kind if row.statement else "",
    "act": lambda row: row.statement.act if row.statement else "",
    "words": lambda row: row.statement.text if row.statement else "",
    "paragraph": lambda row: row.hit.paragraph.text,
    "outlet": lambda row: row.hit.article.outlet.value or "",
    "outlet_basis": lambda row: row.hit.article.outlet.basis,
    "published": lambda row: row.hit.article.published.value.isoformat() if row.hit.article.published.value else "",
    "published_basis": lambda row: row.hit.article.published.basis,
    "language": lambda row: row.hit.article.language.value or "",
    "supported": lambda row: "yes" if row.hit.article.supported else "no",
    "title": lambda row: row.hit.article.title.value or "",
    "article": lambda row: row.hit.article.id,
    "number": lambda row: str(row.hit.paragraph.number),
    "part": lambda row: row.hit.paragraph.kind,
    "url": lambda row: row.hit.article.url,
    "link": lambda row: landing(row.hit.article.url, row.hit.paragraph.text, _where(row.statement)),
    "page": lambda row: row.base.rstrip("/") + address(row.hit.article.id, row.hit.paragraph.number),
}


def spreadsheet(hits: Iterable[Hit], base: str) -> Iterator[bytes]:
    """The file, a row at a time: the names of the columns, then the statements of these hits.

    `base` is the address of the site, "https://example.org/", to which the links to its pages are added.
    """
    writer = csv.writer(_Through(), quoting=csv.QUOTE_ALL)
    yield (MARK + writer.writerow(COLUMNS)).encode()
    for row in _rows(hits, base):
        yield writer.writerow([harmless(cell(row)) for cell in COLUMNS.values()]).encode()


def harmless(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless(" ＠SUM(1)"), harmless("5 - 4")
    ("'=1+1", "' ＠SUM(1)", '5 - 4')
    """
    written = UNWRITABLE.sub("", text)
    return f"'{written}" if FORMULA.match(written) else written


def _rows(hits: Iterable[Hit], base: str) -> Iterator[Row]:
    for hit in hits:
        for statement in hit.paragraph.statements or (None,):
            yield Row(hit, statement, base)


def _speaker(statement: Statement | None) -> str:
    if not statement:
        return ""
    return statement.speaker.name if statement.speaker else UNKNOWN


def _where(statement: Statement | None) -> Span | None:
    return statement.where if statement else None


class _Through:
    """A file that keeps nothing: what is written comes back, so that a row can go out at once."""

    def write(self, text: str) -> str:
        return text
