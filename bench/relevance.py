"""Relevance: how well the engine, on its default settings, ranks the documents of judged collections.

python -m bench.relevance [DIR ...] [--json]     (bench/README.md)
"""

import argparse
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean

import numpy as np

from bench.judged import DOCUMENTS, JUDGEMENTS, QUERIES, Judged, judged
from bench.measures import average_precision, ndcg, recall
from search.deadline import NO_DEADLINE
from search.engines.whoosh import WhooshEngine
from search.engines.whoosh.searching.execution import Execution
from search.engines.whoosh.searching.opened import Opened, opened
from search.engines.whoosh.searching.ordering import page_of
from search.language.forms import word
from search.language.siblings import siblings
from search.model import Article
from search.query import PAGE_SIZE, Query
from search.tree import Tree

DEPTH = 1000  # results a query: trec_eval's custom
TOKEN = re.compile(r"[a-z0-9]+")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "relevance"
OWN = ("time", "cran")  # the collections of the folder `shared`

# The MAP of Whoosh 2.7.4 as it comes, OrGroup over the same tokens, title and text as one field
STOCK = {"time": 0.658, "cran": 0.292, "cisi": 0.153, "med": 0.523, "lisa": 0.272, "npl": 0.278}

Figures = Mapping[str, float]


def measured(collection: Judged) -> Figures:
    """The number of the queries, and the mean over them of each measure."""
    with tempfile.TemporaryDirectory() as folder:
        generation = built(Path(folder) / "index", collection.articles)
        pairs = [(ranking(text, generation), collection.relevant[id]) for id, text in collection.queries.items()]
    return {
        "queries": len(pairs),
        "MAP": fmean(average_precision(*pair) for pair in pairs),
        "nDCG10": fmean(ndcg(*pair) for pair in pairs),
        "R100": fmean(recall(*pair) for pair in pairs),
    }


def built(folder: Path, articles: Iterable[Article]) -> Opened:
    """An index of these articles, opened."""
    engine = WhooshEngine(folder)
    contents = engine.build(articles)
    return opened(engine.generations.current(), contents)


def ranking(text: str, generation: Opened) -> list[str]:
    """The ids of the articles found, in the order in which they stand on the pages of the search."""
    tree, query = asked(text), Query(text)
    if tree is None:
        return []
    found = Execution(generation.view, generation.columns, NO_DEADLINE).found(tree)
    windows = [query.on_page(n).window for n in range(1, DEPTH // PAGE_SIZE + 1)]
    pages = [page_of(found, query, generation.columns, window) for window in windows]
    return generation.columns.articles.words(generation.columns.article[np.concatenate(pages)])


def asked(text: str) -> Tree | None:
    """What somebody asks who types the words of a text side by side, however many; None without any.

    >>> asked("Floods (OR")
    Terms(terms=('flood',), exact=False, written='floods')
    """
    return siblings([[part for token in TOKEN.findall(text.lower()) if (part := word(token))]])


def table(figures: Mapping[str, Figures]) -> Iterator[str]:
    """The figures of each collection, and how many times the MAP of stock Whoosh ours is."""
    yield f"{'collection':12}{'queries':>9}{'MAP':>8}{'nDCG@10':>9}{'R@100':>8}{'MAP / Whoosh':>14}"
    for name, each in figures.items():
        times = f"{each['MAP'] / STOCK[name]:.2f}" if name in STOCK else "–"
        yield f"{name:12}{each['queries']:9}{each['MAP']:8.3f}{each['nDCG10']:9.3f}{each['R100']:8.3f}{times:>14}"


def main() -> None:
    """Print the table, or the same as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", metavar="DIR", help=f"{DOCUMENTS}, {QUERIES} and {JUDGEMENTS}")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    try:
        collections = _by_name(given.folders or [SHARED / name for name in OWN])
    except (OSError, ValueError, KeyError) as error:
        parser.error(f"no judged collection: {type(error).__name__}: {error}")
    figures = {name: measured(collection) for name, collection in collections.items()}
    print(json.dumps(figures, indent=1) if given.json else "\n".join(table(figures)))


def _by_name(folders: Iterable[Path]) -> dict[str, Judged]:
    """The collections by the names of their folders; where two folders have one name, by the whole path."""
    named: dict[str, Judged] = {}
    for folder in folders:
        name = folder.resolve().name
        named[str(folder) if name in named else name] = judged(folder)
    return named


if __name__ == "__main__":
    main()
