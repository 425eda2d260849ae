"""The benchmark of the page: python -m bench.pages [--paragraphs N] [--work DIR] (bench/README.md).

How long a page of results takes beside the engine alone, how many bytes it has, and what a browser does with it.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench.beside import Beside, beside
from bench.corpus import VERSION, articles
from bench.engines.onrecord import query_of
from bench.figures import Figure, by_kind
from bench.painting import Painted, painted
from bench.press import VERSION as PRESS
from bench.press import press
from bench.queries import Asked, queries
from bench.weights import BUDGET, weights
from search.engines.whoosh import WhooshEngine
from search.processes import usable_cores
from web import create_app

PARAGRAPHS, REPEAT = 20_000, 7
RATIO = 1.3  # the page's time, at most, in the engine's


@dataclass(frozen=True, slots=True)
class Report:
    """Milliseconds by kind of query, of the page and of the engine alone, again and again and for the first time;
    bytes by part, of a page with one chip and of one with three; what the browser did with the latter."""

    paragraphs: int
    again: Mapping[str, tuple[Figure, Figure]]
    first: Mapping[str, tuple[Figure, Figure]]
    weights: Sequence[Mapping[str, int]]
    painted: Painted | None

    def lines(self) -> Iterator[str]:
        """The tables."""
        yield f"{self.paragraphs:,} paragraphs; p50 / p95 in milliseconds of the processor; the budget is {RATIO} times"
        yield from _table(self.again)
        yield "The same, each query asked for the first time since the index was opened"
        yield from _table(self.first)
        for weight in self.weights:
            yield "Bytes: " + ", ".join(f"{name} {size:,}" for name, size in weight.items()) + f" of {BUDGET:,}"
        if seen := self.painted:
            yield f"Browser: {seen.requests} requests of {', '.join(seen.hosts)}; layout shift {seen.shift:.3f}"
            yield f"First paint {seen.painted.p50:.0f} ms, DOMContentLoaded {seen.ready.p50:.0f} ms (p50)"


def _table(times: Mapping[str, tuple[Figure, Figure]]) -> Iterator[str]:
    yield f"{'':>10}{'page':>18}{'engine':>18}{'times':>16}"
    for kind, (page, alone) in times.items():
        ratio = f"{page.p50 / alone.p50:.2f} / {page.p95 / alone.p95:.2f}"
        yield f"{kind:>10}{page.p50:>11.2f} /{page.p95:>5.2f}{alone.p50:>11.2f} /{alone.p95:>5.2f}{ratio:>16}"


def main() -> None:
    """Measure, print the tables, write the file."""
    given = _arguments()
    with _folder(given.work) as work:
        report = _measured(_built(work, given.paragraphs), given.paragraphs, given.repeat)
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


def _built(work: Path, paragraphs: int) -> Path:
    """An index of so many paragraphs, built where it is not there yet."""
    folder = work / f"pages-{paragraphs}-v{VERSION}.{PRESS}"
    if not (folder / "current").exists():
        WhooshEngine(folder).build(press(articles(paragraphs)), processes=usable_cores())
    return folder


def _measured(folder: Path, paragraphs: int, repeat: int) -> Report:
    asked = queries(paragraphs)
    wanted = [query_of(one) for one in asked]
    first, again = beside(folder, wanted, repeat)
    three = next(q for q, a in zip(wanted, asked, strict=True) if a.kind == "filter")
    one = replace(three, since=None, until=None)
    app = create_app(engine=WhooshEngine(folder))
    read = app.test_client().get
    weighed = [weights(read(q.address()).text, lambda address: read(address).data) for q in (one, three)]
    seen = painted(app, three.address(), repeat)
    return Report(paragraphs, _by_kind(again, asked), _by_kind(first, asked), weighed, seen)


def _by_kind(times: Beside, asked: Sequence[Asked]) -> dict[str, tuple[Figure, Figure]]:
    pages, alone = by_kind(times.pages, asked), by_kind(times.alone, asked)
    return {kind: (page, alone[kind]) for kind, page in pages.items()}


if __name__ == "__main__":
    main()
