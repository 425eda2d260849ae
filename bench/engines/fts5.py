"""SQLite's FTS5: words stemmed by Porter; what the facets count stands in a narrow table of numbers."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from operator import itemgetter
from pathlib import Path

from bench.engines.protocol import HITS, Answer, Row, Unanswered, by_month, each, first, rows
from bench.queries import Asked
from search.model import Article

TABLES = """
PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -256000; PRAGMA page_size = 8192;
CREATE TABLE paragraph (id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE fact (id INTEGER PRIMARY KEY, speakers INTEGER, outlet INTEGER, month INTEGER, day INTEGER);
CREATE TABLE name (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIRTUAL TABLE words USING
    fts5(text, content='paragraph', content_rowid='id', tokenize='porter unicode61', prefix='3 4');
"""
READING = """
PRAGMA query_only = on; PRAGMA cache_size = -256000; PRAGMA mmap_size = 4000000000; PRAGMA temp_store = memory;
"""
FOUND = """
SELECT fact.id, bm25(words), speakers, outlet, month FROM words CROSS JOIN fact ON fact.id = words.rowid
WHERE words MATCH :words
"""
SHOWN = """
SELECT text, snippet(words, 0, '<b>', '</b>', '…', 40) FROM words WHERE words MATCH :words AND rowid = :id
"""


class Fts5:
    """One database, and one connection for all queries."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "paragraphs.sqlite"

    def build(self, articles: Iterable[Article]) -> None:
        self.file.parent.mkdir(parents=True)
        database = sqlite3.connect(self.file)
        database.executescript(TABLES)
        numbers: dict[str, int] = {}
        for row in rows(articles):
            _insert(database, row, numbers)
        database.executemany("INSERT INTO name VALUES (?, ?)", ((number, name) for name, number in numbers.items()))
        database.execute("INSERT INTO words(words) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = sqlite3.connect(self.file)
        self.database.executescript(READING)
        self.names = dict(self.database.execute("SELECT id, name FROM name"))
        self.numbers: dict[str, set[int]] = {}
        for number, name in self.names.items():
            for part in {name, *name.split(",")}:
                self.numbers.setdefault(part, set()).add(number)

    def answer(self, asked: Asked) -> Answer:
        """One pass for scores and facts, counted here: quicker than a temporary table and GROUP BY."""
        words, (where, days) = _match(asked), self._chosen(asked)
        found = self.database.execute(FOUND + where, {"words": words, **days}).fetchall()
        speakers, outlets, months = (Counter(row[column] for row in found) for column in (2, 3, 4))
        by_each, by_year = by_month(months.items())
        facets = {
            "speaker": first(each((self.names[n], count) for n, count in speakers.items())),
            "outlet": first({self.names[n]: count for n, count in outlets.items()}),
            "year": by_year,
        }
        best = nsmallest(HITS, found, key=itemgetter(1))  # to bm25() less is better
        hits = tuple(self.database.execute(SHOWN, {"words": words, "id": row[0]}).fetchone() for row in best)
        return Answer(len(found), facets, by_each, hits)

    def _chosen(self, asked: Asked) -> tuple[str, dict[str, int]]:
        where = ""
        for name, value in (("outlet", asked.outlet), ("speakers", asked.speaker)):
            if value:
                where += f" AND fact.{name} IN ({', '.join(map(str, self.numbers[value]))})"
        if asked.since and asked.until:
            days = {"since": asked.since.toordinal(), "until": asked.until.toordinal()}
            return where + " AND fact.day BETWEEN :since AND :until", days
        return where, {}


def engine(folder: Path, asked: Sequence[Asked]) -> Fts5:
    """FTS5, where Python's SQLite has it."""
    return Fts5(folder)


def _insert(database: sqlite3.Connection, row: Row, numbers: dict[str, int]) -> None:
    speakers, outlet = (numbers.setdefault(name, len(numbers)) for name in (",".join(row.speakers), row.outlet))
    database.execute("INSERT INTO paragraph VALUES (?, ?)", (row.number, row.text))
    database.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (row.number, row.text))
    database.execute("INSERT INTO fact VALUES (?, ?, ?, ?, ?)", (row.number, speakers, outlet, row.month, row.day))


def _match(asked: Asked) -> str:
    """
    >>> _match(Asked("phrase", ("side", "by")))
    '"side by"'
    """
    match asked.kind:
        case "fuzzy":
            raise Unanswered("FTS5 has no fuzzy words.")
        case "phrase":
            return f'"{" ".join(asked.words)}"'
        case "prefix":
            return f'"{asked.words[0]}" *'
        case "or":
            return " OR ".join(f'"{word}"' for word in asked.words)
        case _:
            return " AND ".join(f'"{word}"' for word in asked.words)
