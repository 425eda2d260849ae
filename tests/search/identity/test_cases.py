"""Each file under cases/ says who speaks in some articles, and under which name the index should show them.

file = three quotation marks, a speakers.toml (optional)
proposed = [["Bob Quist", "Robert Quist"]]      # what is proposed, and nothing else
[[article]]
speaks = [{ name = "Robert Quist", role = "mayor", kind = "person", shown = "Bob Quist" }]  # the name is enough
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from speaking import article_of, decided_by, known_from, shown_in

from search.identity import Identities
from search.model import Article, Speaker

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def articles_of(case: Mapping[str, Any]) -> list[Article]:
    return [
        article_of(f"a{n}", *(Speaker(s["name"], s.get("kind", "person"), s.get("role", "")) for s in one["speaks"]))
        for n, one in enumerate(case["article"])
    ]


def decide(case: Mapping[str, Any], folder: Path) -> Identities:
    return known_from(articles_of(case), decided_by(folder, case.get("file", "")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_a_case(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    known = decide(case, tmp_path)
    wanted = [[s.get("shown", s["name"]) for s in one["speaks"]] for one in case["article"]]
    assert [shown_in(known.renamed(article)) for article in articles_of(case)] == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_case_proposes(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    proposed = [[one.group.name, one.other.name] for one in decide(case, tmp_path).proposals]
    assert proposed == case.get("proposed", [])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_keeps_the_spelling_of_the_article_and_tells_those_of_others(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    known = decide(case, tmp_path)
    for before in articles_of(case):
        own = [s.speaker for p in before.paragraphs for s in p.statements]
        new = [s.speaker for p in known.renamed(before).paragraphs for s in p.statements]
        pairs = [(a, b) for a, b in zip(own, new, strict=True) if a and b]
        assert all(a.own_name == b.own_name for a, b in pairs)
        assert all({a.name, b.name} <= {b.name, *b.also} for a, b in pairs)
