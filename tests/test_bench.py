"""The benchmark of the engine: its corpus is always the same, and a small run measures and agrees."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
import Stemmer

from bench.corpus import articles
from bench.queries import KINDS, queries
from bench.words import CHANGING, ENDINGS, FUNCTION, vocabulary

ROOT = Path(__file__).resolve().parents[1]
ENGINES = ("onrecord", "fts5", "floor")


def test_the_same_number_of_paragraphs_is_the_same_corpus() -> None:
    first, second = list(articles(3_000)), list(articles(3_000))
    assert first == second
    assert sum(len(article.paragraphs) for article in first) == 3_000


def test_a_smaller_corpus_is_the_beginning_of_a_larger() -> None:
    smaller = list(articles(500))
    assert list(islice(articles(2_500), len(smaller) - 1)) == smaller[:-1]


def test_there_are_five_queries_of_each_kind_and_always_the_same() -> None:
    asked = queries(20_000)
    assert [a.kind for a in asked] == [kind for kind in KINDS for _ in range(5)]
    assert asked == queries(20_000)


@pytest.mark.parametrize("algorithm", ["english", "porter"])
def test_every_stemmer_says_the_same_of_an_invented_word(algorithm: str) -> None:
    stem, written = Stemmer.Stemmer(algorithm).stemWord, vocabulary().written
    bases = range(len(FUNCTION), len(FUNCTION) + CHANGING, 97)
    forms = [(written[n + CHANGING * ending], written[n]) for n in bases for ending in range(len(ENDINGS))]
    fixed = [(w.lower(), w.lower()) for w in written[vocabulary().numbers("unchanging", "name")[::397]]]
    assert [(word, stem(word)) for word, _ in forms + fixed] == forms + fixed


def test_a_small_run_measures_every_engine_and_all_agree(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    wanted = ["--paragraphs", "2000", "--engines", ",".join(ENGINES), "--repeat", "1", "--json", file]
    done = subprocess.run([sys.executable, "-m", "bench", *wanted], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    figures = json.loads(file.read_text(encoding="utf-8"))
    parts = {"ratios", "indexing", "cold", "memory", "concurrency", "snippets", "machine", "disagreements"}
    assert figures.keys() >= {*ENGINES, *parts}
    assert figures["onrecord"]["common"].keys() == {"p50", "p95"}
    assert figures["ratios"].keys() == {"fts5", "floor"}
    assert figures["concurrency"]["equal"]
    assert figures["disagreements"] == []


def test_reindexing_is_measured_by_stage() -> None:
    command = [sys.executable, "-m", "bench.reindexing", "--alone", "--sizes", "600", "--processes", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert all(figures[stage] > 0 for stage in ("Looking", "Reading", "Indexing", "in all", "memory, MB", "disk, MB"))
