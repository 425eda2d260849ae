"""Columns: which column of a table holds what, by what it is called, and what stands between the cells."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from search.errors import ReadError
from search.tables import Table

DELIMITERS = (",", ";", "\t", "|")
MOST = 1_000  # columns
SEPARATOR = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)  # the line with which Excel tells its own kind
SHOWN = 4  # names for a column, in an error

_table = Table(Path(__file__).parent / "columns.toml")
NAMES = {ours: [" ".join(name.split()) for name in _table.text(ours).split(",")] for ours in _table.names()}
_table.refuse_others()
OURS = {name: ours for ours, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Columns:
    """Our name of each column, "" for one that is not known; the sign between cells; in which row all this stands."""

    names: Sequence[str]
    delimiter: str
    row: int


def columns_of(text: str, name: str) -> Columns:
    """The columns of a table; raises ReadError where none holds the texts."""
    told = SEPARATOR.match(text)
    below = text[told.end() if told else 0 :].lstrip("\n")
    header = below.partition("\n")[0]
    found = {sign: _names(header, sign) for sign in ([told[1]] if told else DELIMITERS)}
    delimiter = max(found, key=lambda sign: sum(map(bool, found[sign])))
    if "text" not in found[delimiter]:
        wanted = ", ".join(NAMES["text"][:SHOWN])
        raise ReadError(f"{name}: no column is called {wanted} or the like; name the one that holds the texts so")
    return Columns(found[delimiter], delimiter, row=text.count("\n", 0, len(text) - len(below)) + 1)


def _names(header: str, delimiter: str) -> list[str]:
    """Our names of the columns; of two columns that would have one name only the first has it."""
    try:
        cells = next(csv.reader([header], delimiter=delimiter), [])[:MOST]
    except csv.Error:
        return []
    names = [OURS.get(re.sub(r"[\W_]+", " ", cell).strip().casefold(), "") for cell in cells]
    return ["" if name in names[:at] else name for at, name in enumerate(names)]
