"""The benchmark of the page: python -m bench.pages [--paragraphs N] [--work DIR] (bench/README.md).

How long a page of results takes beside the engine alone, how many bytes it has, and what a browser does with it.
"""

import argparse
import gc
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from bench.corpus import VERSION, articles
from bench.engines.onrecord import query_of
from bench.figures import Figure, Times, by_kind
from bench.painting import Painted, painted
from bench.press import VERSION as PRESS
from bench.press import press
from bench.queries import Asked, queries
from bench.weights import BUDGET, weights
from search.engines.whoosh import WhooshEngine
from search.highlight import snippet
from search.processes import usable_cores
from search.query import Query
from search.turns import TURN
from web import create_app
from web.found import SHOWN

PARAGRAPHS, REPEAT = 20_000, 7
RATIO = 1.3  # the page's time, at most, in the engine's


@dataclass(frozen=True, slots=True)
class Report:
    """Milliseconds of page and engine by kind of query, their ratio; bytes by part; what the browser did."""

    paragraphs: int
    pages: dict[str, Figure]
    engine: dict[str, Figure]
    weights: dict[str, int]
    painted: Painted | None

    def lines(self) -> Iterator[str]:
        """The tables."""
        yield f"{self.paragraphs:,} paragraphs; p50 / p95 in milliseconds of the processor; the budget is {RATIO} times"
        yield f"{'':>10}{'page':>18}{'engine':>18}{'times':>16}"
        for kind, page in self.pages.items():
            alone = self.engine[kind]
            times = f"{page.p50 / alone.p50:.2f} / {page.p95 / alone.p95:.2f}"
            yield f"{kind:>10}{page.p50:>11.2f} /{page.p95:>5.2f}{alone.p50:>11.2f} /{alone.p95:>5.2f}{times:>16}"
        yield "Bytes: " + ", ".join(f"{name} {size:,}" for name, size in self.weights.items()) + f" of {BUDGET:,}"
        if seen := self.painted:
            yield f"Browser: {seen.requests} requests of {', '.join(seen.hosts)}; layout shift {seen.shift:.3f}"
            yield f"First paint {seen.painted.p50:.0f} ms, DOMContentLoaded {seen.ready.p50:.0f} ms (p50)"


def main() -> None:
    """Measure, print the tables, write the file."""
    given = _arguments()
    with _folder(given.work) as work:
        report = _measured(_engine(work, given.paragraphs), given.paragraphs, given.repeat)
    print("\n".join(report.lines()))
    if given.json:
        given.json.write_text(json.dumps(asdict(report), indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description="Measures pages of results.")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, metavar="N", help="in the corpus")
    parser.add_argument("--repeat", type=int, default=REPEAT, metavar="K", help="times that each query is timed")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keeps the index for the next run")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    return parser.parse_args()


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        yield given
    else:
        with tempfile.TemporaryDirectory(prefix="onrecord-pages-") as folder:
            yield Path(folder)


def _engine(work: Path, paragraphs: int) -> WhooshEngine:
    """An engine over so many paragraphs, built where it is not there yet."""
    folder = work / f"pages-{paragraphs}-v{VERSION}.{PRESS}"
    engine = WhooshEngine(folder)
    if not folder.exists():
        engine.build(press(articles(paragraphs)), processes=usable_cores())
    return engine


def _measured(engine: WhooshEngine, paragraphs: int, repeat: int) -> Report:
    app, asked = create_app(engine=engine), queries(paragraphs)
    wanted = [query_of(one) for one in asked]
    pages, alone = _times(app, engine, wanted, repeat)
    full = next(q.address() for q, a in zip(wanted, asked, strict=True) if a.kind == "filter")
    read = app.test_client().get
    weighed = weights(read(full).text, lambda address: read(address).data)
    return Report(paragraphs, _by_kind(pages, asked), _by_kind(alone, asked), weighed, painted(app, full, repeat))


def _by_kind(times: Times, asked: Sequence[Asked]) -> dict[str, Figure]:
    return by_kind(times, asked)


def _times(app: Flask, engine: WhooshEngine, wanted: Sequence[Query], repeat: int) -> tuple[Times, Times]:
    """Milliseconds of each query's page, and of the engine alone, by turns; the first round only warms up."""
    environs = [EnvironBuilder(path=query.address()).get_environ() for query in wanted]
    pages: dict[int, list[float]] = {n: [] for n in range(len(wanted))}
    alone: dict[int, list[float]] = {n: [] for n in range(len(wanted))}
    for turn in range(repeat + 1):
        if turn == 1:
            gc.collect()
            gc.freeze()
        for n, query in enumerate(wanted):
            page, own = _timed(lambda n=n: _page(app, environs[n])), _timed(lambda q=query: _answer(engine, q))
            if turn:
                pages[n].append(page)
                alone[n].append(own)
    gc.unfreeze()
    return pages, alone


def _timed(deed: Callable[[], object]) -> float:
    """Milliseconds of the processor, for others may be at work on the machine; nothing here waits for anything."""
    begun = time.thread_time()
    deed()
    return 1000 * (time.thread_time() - begun)


def _page(app: Flask, environ: dict[str, object]) -> None:
    """A page as a server has it made; what a client does to ask for it is no part of it."""
    _, status, _ = run_wsgi_app(app, dict(environ), buffered=True)
    assert status.startswith("200"), status


def _answer(engine: WhooshEngine, query: Query) -> None:
    """What the page asks of the engine, and nothing else: the hits read, their snippets, the values that it shows."""
    with TURN:
        results = engine.search(query)
        for hit in results.hits:
            snippet(hit.paragraph.text, results.query.tree, deadline=results.deadline)
        for values in results.facets.values():
            len(values), values[:SHOWN]


if __name__ == "__main__":
    main()
