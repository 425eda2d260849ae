"""Relevance: how well the Whoosh engine ranks two judged collections, as mean average precision.

python bench/relevance.py [SHARED]
"""

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from search.engines.whoosh import WhooshEngine
from search.engines.whoosh.execution import Weighting, found
from search.engines.whoosh.schema import stored_article
from search.model import Article, Fact, Paragraph
from search.text import terms
from search.tree import Or, Terms

COLLECTIONS = ("time", "cran")
DEPTH = 1000  # results a query: trec_eval's custom
WHOOSH_ALONE = {"time": 0.658, "cran": 0.292}  # MAP of Whoosh's own OR over the same tokens


@dataclass(frozen=True, slots=True)
class Judged:
    """A collection with its judgements: the text of each query, and the documents that answer it."""

    articles: tuple[Article, ...]
    queries: Mapping[str, str]
    relevant: Mapping[str, Set[str]]


def judged(folder: Path) -> Judged:
    """The collection of a folder; only queries that some document answers count."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        relevant[query] |= {document} if int(grade) > 0 else set()
    return Judged(
        tuple(_article(line) for line in _lines(folder / "docs.jsonl")),
        {line["id"]: line["text"] for line in _lines(folder / "queries.jsonl") if relevant[line["id"]]},
        relevant,
    )


def average_precisions(collection: Judged) -> tuple[float, ...]:
    """How well the engine ranks the collection for each of its queries."""
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder) / "index")
        engine.build(collection.articles)
        current = FileStorage(str(engine.generations.current()), readonly=True)
        with FileIndex(current).searcher(weighting=Weighting()) as searcher:
            names = {number: stored_article(fields).id for number, fields in searcher.reader().iter_docs()}
            return tuple(
                average_precision((names[n] for n in ranking(text, searcher)), collection.relevant[query])
                for query, text in collection.queries.items()
            )


def mean(precisions: Sequence[float]) -> float:
    """The mean average precision, MAP."""
    return sum(precisions) / len(precisions)


def ranking(query: str, searcher: Searcher) -> list[int]:
    """The numbers of the documents that hold any word of a query, best first.

    The tree is built here, for these queries are longer than the language allows a person to type.
    """
    words = re.findall(r"[a-z0-9]+", query.lower())
    tree = Or(tuple(Terms((term.stem,)) for word in words for term in terms(word)))
    matched, scores = found(tree, searcher)
    numbers = np.flatnonzero(matched)
    return [int(number) for number in numbers[np.argsort(-scores[numbers], kind="stable")][:DEPTH]]


def average_precision(documents: Iterable[str], relevant: Set[str]) -> float:
    """The mean, over the relevant documents, of the precision at the rank of each; 0 for one not found.

    >>> average_precision(["a", "x", "b"], {"a", "b"})
    0.8333333333333333
    """
    precisions, hits = 0.0, 0
    for rank, document in enumerate(documents, 1):
        if document in relevant:
            hits += 1
            precisions += hits / rank
    return precisions / len(relevant)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    return map(json.loads, filter(None, path.read_text(encoding="utf-8").split("\n")))


def _article(line: dict[str, str]) -> Article:
    return Article(line["id"], Fact(line["title"]), Fact(), Fact(), (Paragraph(1, "body", line["text"]),))


def main(shared: Path) -> None:
    """Print the table."""
    print(f"{'collection':12}{'queries':>9}{'MAP':>8}{'ours / Whoosh':>16}")
    for name in COLLECTIONS:
        precisions = average_precisions(judged(shared / "relevance" / name))
        ratio = mean(precisions) / WHOOSH_ALONE[name]
        print(f"{name:12}{len(precisions):9}{mean(precisions):8.3f}{ratio:16.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).resolve().parents[2] / "shared")
