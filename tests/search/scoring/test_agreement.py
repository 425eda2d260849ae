"""Our scores are those of the scorer that stands beside the shared data."""

from functools import cache
from pathlib import Path

import pytest

from bench.attribution import LARGEST, scored
from search.attribution import attribute
from search.scoring import Score, score
from search.scoring.gold import gold_in
from search.scoring.marks import Gold

TOLERATED = 0.005  # the last names of a few odd phrases are a matter of taste


@cache
def ours(name: str, shared: Path) -> Score:
    marked = [one for one in gold_in(shared / "attribution" / f"{name}.jsonl", LARGEST) if isinstance(one, Gold)]
    return Score(tuple(score(attribute(one.article), one) for one in marked))


@pytest.mark.parametrize("name", ["polnear", "gum_wikinews"])
def test_our_figures_are_those_of_the_shared_scorer(shared: Path, name: str) -> None:
    theirs = scored(name, shared).figures
    figures = ours(name, shared).figures
    assert set(figures) >= {"P", "R", "F1", "span_F1", "span_and_speaker_R"}
    assert figures == pytest.approx({key: theirs[key] for key in figures}, abs=TOLERATED)
    assert (len(ours(name, shared).articles), ours(name, shared).paragraphs) == (
        theirs["articles"],
        theirs["paragraphs"],
    )
