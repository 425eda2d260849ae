"""The benchmark of the engine: python -m bench --paragraphs N --json FILE (bench/README.md)."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.engines import NAMES
from bench.run import Wanted, run

LEAST = 1_000  # paragraphs; in fewer no word is rare
STOCK_PARAGRAPHS = 20_000  # stock Whoosh indexes some 500 a second


def main() -> None:
    """Measure, print the tables, write the file."""
    given = _arguments()
    with _folder(given.work) as work:
        report = run(
            Wanted(given.paragraphs, given.engines.split(","), given.repeat, work, given.keep, given.stock_paragraphs)
        )
    print("\n".join(report.lines()))
    if given.json:
        given.json.write_text(json.dumps(report.as_data(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures On Record's engine beside others.")
    parser.add_argument("--paragraphs", type=int, required=True, metavar="N", help="in the corpus")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    parser.add_argument("--engines", default=",".join(NAMES), metavar="A,B", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--repeat", type=int, default=7, metavar="K", help="times that each query is timed")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keeps the rivals' indexes for the next run")
    parser.add_argument("--keep", action="store_true", help="keep our own index too")
    parser.add_argument("--stock-paragraphs", type=int, metavar="M", help="for stock Whoosh's rate of indexing")
    given = parser.parse_args()
    if given.paragraphs < LEAST:
        parser.error(f"the corpus needs {LEAST:,} paragraphs at least")
    if given.stock_paragraphs is None:
        given.stock_paragraphs = min(given.paragraphs, STOCK_PARAGRAPHS) if "stock" in given.engines.split(",") else 0
    return given


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given
    else:
        with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
            yield Path(folder)


if __name__ == "__main__":
    main()
