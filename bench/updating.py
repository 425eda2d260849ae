"""Updating: how soon changed articles are found in a large index.

python -m bench.updating INDEX [ARTICLES]      an index that `python -m bench --keep` left; it is copied by links
"""

import shutil
import sys
import tempfile
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.corpus import articles
from search.engines.whoosh import WhooshEngine
from search.model import Article
from search.query import Query

NEWS = "Zzyzx"  # a word of no article until it is changed
TIMES = 3


def seconds(engine: WhooshEngine, changed: list[Article]) -> float:
    """From the changed articles to a search that finds them, the index opened anew."""
    begun = time.perf_counter()
    engine.update(changed)
    total = engine.search(Query(NEWS)).total
    taken = time.perf_counter() - begun
    assert total == len(changed)
    return taken


def changed(article: Article) -> Article:
    """The article with a new word in its first paragraph."""
    first, *rest = article.paragraphs
    return replace(article, paragraphs=(replace(first, text=f"{NEWS} {first.text}"), *rest))


def main(index: Path, count: int) -> None:
    """Print the seconds of a few updates, one after the other."""
    some = [changed(article) for article in islice(articles(100 * count), count)]
    with tempfile.TemporaryDirectory(dir=index.parent) as folder:
        copy = Path(folder) / "index"
        shutil.copytree(index, copy, copy_function=_linked)
        engine = WhooshEngine(copy)
        held = engine.contents().paragraphs
        taken = sorted(seconds(engine, some) for _ in range(TIMES))
    print(f"{count} changed articles are found in {held:,} paragraphs after {', '.join(f'{t:.2f}' for t in taken)} s")


def _linked(source: str, target: str) -> str:
    """Large files are linked; the pointer and the lock, which change, are copied."""
    if Path(source).stat().st_size < 1000:
        return str(shutil.copy2(source, target))
    Path(target).hardlink_to(source)
    return target


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 100)
