"""Real pages keep their days: the share of right ones, and of invented ones, has a floor in tests/floors.toml."""

import gzip
import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

from search.model import Article
from search.reading.html import articles_of_html
from search.scoring.floors import faults

FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))


def judged(page: dict[str, str | None], folder: Path, url: str) -> str:
    """Whether the day of a page is right, wrong, missed or invented."""
    name = str(page["file"])
    (answer,) = articles_of_html(gzip.decompress((folder / name).read_bytes()), name.removesuffix(".gz"), url)
    found = str(answer.published.value) if isinstance(answer, Article) and answer.published.value else None
    words = {(True, True): "right", (True, False): "wrong", (False, True): "none", (False, False): "invented"}
    return words[page["date"] is not None, found == page["date"]]


@pytest.mark.parametrize("given", [True, False], ids=["with its address", "without"])
def test_pages_keep_their_days(shared: Path, given: bool) -> None:
    folder = shared / "pages"
    pages = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    counts = Counter(judged(page, folder, str(page["url"]) if given else "") for page in pages)
    dated = counts["right"] + counts["wrong"]
    scores = {"right": counts["right"] / dated, "invented": counts["invented"] / len(pages)}
    assert faults(scores, FLOORS["pages"]) == []
