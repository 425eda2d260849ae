"""Judged: a collection of texts with queries and judgements, read from a folder of three files."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.model import Article, Fact, Paragraph
from search.parameters import NO_TEXT

DOCUMENTS, QUERIES, JUDGEMENTS = "docs.jsonl", "queries.jsonl", "qrels.tsv"

GRADE = re.compile(r"-?\d+(?:\.\d+)?")  # 4   -1   1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A collection: its documents, the text of each query that some of them answer, and which answer it."""

    articles: tuple[Article, ...]
    queries: Mapping[str, str]
    relevant: Mapping[str, Set[str]]


def judged(folder: Path) -> Judged:
    """The collection of a folder. Each document is an article of one paragraph; queries that none answers are left out.

    Raises OSError, ValueError and KeyError where the files are not of that form.
    """
    relevant = _relevant(folder / JUDGEMENTS)
    queries = {str(query["id"]): query["text"] for query in _objects(folder / QUERIES)}
    answered = {id: text for id, text in queries.items() if id in relevant}
    if not answered:
        raise ValueError(f"no query in {folder} has a document that answers it")
    return Judged(tuple(map(_article, _objects(folder / DOCUMENTS))), answered, relevant)


def _relevant(path: Path) -> dict[str, set[str]]:
    """The documents judged above 0, by query. The first line may name the columns: query, document, grade."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for number, line in enumerate(_lines(path)):
        query, *_, document, grade = line.split()  # trec_eval's files have an iteration after the query
        if number == 0 and not GRADE.fullmatch(grade):
            continue
        if float(grade) > 0:
            relevant[query].add(document)
    return relevant


def _article(document: Mapping[str, Any]) -> Article:
    title, text = (NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", document.get(name) or "") for name in ("title", "text"))
    stated: Fact[str] = Fact(title, "stated") if title else Fact()
    return Article(str(document["id"]), stated, Fact(), Fact(), (Paragraph(1, "body", text),))


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, _lines(path))


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file that are not empty."""
    with path.open(encoding="utf-8-sig") as lines:
        yield from (line for line in lines if line.strip())
