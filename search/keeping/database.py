"""The database of the shelf: a file that is opened as it was left, or refused."""

import sqlite3
from pathlib import Path

VERSION = "3"  # raise it when what is set aside changes
TABLES = """
create table if not exists files (number integer primary key, key blob unique, entry blob);
create table if not exists articles (file integer, number integer, body blob, primary key (file, number)) without rowid;
create table if not exists facts (name text primary key, value text);
"""


def opened(path: Path) -> sqlite3.Connection:
    """The database in a file; raises DatabaseError for what is none, or one of another version."""
    database = sqlite3.connect(path)
    try:
        database.execute("pragma auto_vacuum = incremental")
        database.execute("pragma synchronous = off")  # what a dying machine leaves is read again, or done again
        database.executescript(TABLES)
        database.execute("insert or ignore into facts values ('version', ?)", (VERSION,))
        (version,) = database.execute("select value from facts where name = 'version'").fetchone()
        if version != VERSION:
            raise sqlite3.DatabaseError("of another version")
        database.commit()
    except BaseException:
        database.close()
        raise
    return database


def remove(path: Path) -> None:
    """Remove the file of one, and what a killed writer left beside it."""
    for end in ("", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
