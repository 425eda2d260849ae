"""Xapian, for a Python that has it: reads commands from standard input, a line of JSON each, and answers likewise.

Run by xapian.py with the Python of the system, so nothing of this project is imported. First line: the folder and
"build" or "open". Words stand twice, as Xapian's own term generator has them: stemmed, and as written.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import xapian

OUTLET, SPEAKERS, MONTH, DAY = range(4)  # slots of values
OUTLET_TERM, SPEAKER_TERM = "XO", "XS"
STEM = xapian.Stem("english")


def build(folder: Path, lines: Iterable[str]) -> None:
    """Index rows, then compact the index, as its manual advises for one that is only read."""
    growing = folder.with_name(folder.name + ".growing")
    database = xapian.WritableDatabase(str(growing), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(STEM)
    for line in lines:
        database.add_document(document(generator, *json.loads(line)))
    database.commit()
    database.compact(str(folder))
    database.close()
    shutil.rmtree(growing)


def document(
    generator: xapian.TermGenerator, text: str, speakers: list[str], outlet: str, month: int, day: int
) -> xapian.Document:
    """A paragraph with its words, its values, and the terms by which it is narrowed."""
    made = xapian.Document()
    generator.set_document(made)
    generator.index_text(text)
    made.set_data(text)
    for slot, value in ((OUTLET, outlet), (SPEAKERS, ",".join(speakers)), (MONTH, str(month))):
        made.add_value(slot, value)
    made.add_value(DAY, xapian.sortable_serialise(day))
    for term in (OUTLET_TERM + outlet, *(SPEAKER_TERM + name for name in speakers)):
        made.add_boolean_term(term)
    return made


def answers(folder: Path, lines: Iterable[str]) -> None:
    """Answer each line; the seconds are those between its being read and its answer being whole."""
    database = xapian.Database(str(folder))
    for line in lines:
        asked = json.loads(line)
        begun = time.perf_counter()
        answer = found(database, asked)
        print(json.dumps({**answer, "seconds": time.perf_counter() - begun}), flush=True)


def found(database: xapian.Database, asked: dict[str, Any]) -> dict[str, object]:
    """The total, how often each value, and ten texts with snippets."""
    enquire = xapian.Enquire(database)
    enquire.set_query(narrowed(words(asked), asked))
    spies = [xapian.ValueCountMatchSpy(slot) for slot in (SPEAKERS, OUTLET, MONTH)]
    for spy in spies:
        enquire.add_matchspy(spy)
    matched = enquire.get_mset(0, 10, database.get_doccount())
    texts = [match.document.get_data().decode() for match in matched]
    hits = [(text, matched.snippet(text, 400, STEM).decode()) for text in texts]
    counts = [[(item.term.decode(), item.termfreq) for item in spy.values()] for spy in spies]
    return {"total": matched.get_matches_estimated(), "counts": counts, "hits": hits}


def words(asked: dict[str, Any]) -> xapian.Query:
    """The query for the words alone: phrases and prefixes as written, all else by its stem."""
    given = list(asked["words"])
    if asked["kind"] == "phrase":
        return xapian.Query(xapian.Query.OP_PHRASE, given)
    if asked["kind"] == "prefix":
        return xapian.Query(xapian.Query.OP_WILDCARD, given[0], 0, xapian.Query.WILDCARD_LIMIT_ERROR)
    operator = xapian.Query.OP_OR if asked["kind"] == "or" else xapian.Query.OP_AND
    return xapian.Query(operator, ["Z" + STEM(word.lower()).decode() for word in given])


def narrowed(query: xapian.Query, asked: dict[str, Any]) -> xapian.Query:
    """The words, filtered by outlet, speaker and days."""
    filters = [xapian.Query(prefix + asked[name]) for prefix, name in NARROWING.items() if asked[name]]
    if asked["days"]:
        days = (xapian.sortable_serialise(day) for day in asked["days"])
        filters.append(xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, *days))
    for chosen in filters:
        query = xapian.Query(xapian.Query.OP_FILTER, query, chosen)
    return query


NARROWING = {OUTLET_TERM: "outlet", SPEAKER_TERM: "speaker"}
VERBS: dict[str, Callable[[Path, Iterable[str]], None]] = {"build": build, "open": answers}

if __name__ == "__main__":
    verb, place = json.loads(sys.stdin.readline())
    VERBS[verb](Path(place), sys.stdin)
