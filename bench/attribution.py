"""Attribution: how often the right speaker is found, and how fast.

python bench/attribution.py [SHARED [MODEL]]      MODEL: a spaCy model, as in ONRECORD_PARSER
"""

import importlib.util
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.answer import article_data
from search.attribution import attribute
from search.attribution.parsing import Parser
from search.model import Article
from search.reading import read
from search.scoring import ALL, Score, score
from search.scoring.gold import gold_in
from search.scoring.marks import Gold
from search.text import terms

ROOT = Path(__file__).resolve().parents[1]
SEEDS, SEEDS_GOLD = ROOT / "seeds", ROOT / "tests" / "data" / "seeds_gold.jsonl"
LARGEST = 100_000_000  # bytes
WORST = 10  # articles to name


@dataclass(frozen=True, slots=True)
class Scored:
    """What the scorer of the shared data says: the figures, the recall by kind, and each article's mistakes."""

    figures: Mapping[str, float]
    recall_by: Mapping[str, tuple[int, int]]
    mistakes: Mapping[str, int]
    paragraphs: int
    seconds: float
    seconds_for_terms: float
    """What splitting the same paragraphs into words takes: the unit in which the speed is the same on every machine."""


def seeds() -> Score:
    """The sample corpus."""
    return _score(SEEDS_GOLD, SEEDS)


def first_article(shared: Path) -> Score:
    """The article that the project began with."""
    return _score(shared / "attribution" / "seed_000.json", shared / "seeds")


def scored(name: str, shared: Path, parser: Parser | None = None) -> Scored:
    """A set of gold articles, attributed by one process and scored by the scorer that stands beside them."""
    scorer = _scorer(shared)
    gold = scorer.load(shared / "attribution" / f"{name}.jsonl")
    articles = list(_articles(shared / "attribution" / f"{name}.jsonl"))
    begun = time.perf_counter()
    predicted = [article_data(attribute(article, parser)) for article in articles]
    seconds = time.perf_counter() - begun
    figures, by, errors = scorer.score(gold, predicted, errors=sys.maxsize)
    ids = [id for _, id, *_ in errors]
    mistakes = {id: ids.count(id) for id in dict.fromkeys(ids)}
    return Scored(
        figures,
        {key: (right, of) for key, (right, of) in by.items()},
        mistakes,
        sum(len(article.paragraphs) for article in articles),
        seconds,
        _seconds_for_terms(articles),
    )


def _score(gold: Path, texts: Path) -> Score:
    return Score(tuple(score(attribute(one.article), one) for one in _marked(gold, texts)))


def _marked(gold: Path, texts: Path) -> Iterator[Gold]:
    for one in gold_in(gold, LARGEST, texts):
        assert isinstance(one, Gold), one
        yield one


def _seconds_for_terms(articles: Iterable[Article]) -> float:
    begun = time.perf_counter()
    for article in articles:
        for paragraph in article.paragraphs:
            list(terms(paragraph.text))
    return time.perf_counter() - begun


def _articles(path: Path) -> Iterator[Article]:
    for article in read(path, LARGEST):
        assert isinstance(article, Article), article
        yield article


def _scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", shared / "attribution" / "score_attribution.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _worst(counts: Mapping[str, int]) -> None:
    for id in sorted(counts, key=counts.__getitem__, reverse=True)[:WORST]:
        print(f"  {counts[id]:4} mistakes  {id}")


def _show_score(name: str, found: Score) -> None:
    pair = found.rows[ALL]
    print(f"\n{name}: {pair.found} of {pair.expected} found ({found.figures['found']:.3f}), ", end="")
    print(f"{pair.wrong} of {pair.given} given are wrong ({found.figures['wrong']:.3f})")
    _worst({one.id: one.missed + one.wrong for one in found.worst(WORST)})


def _show_scored(name: str, result: Scored) -> None:
    print(
        f"\n{name}: {result.paragraphs / result.seconds:,.0f} paragraphs a second, {result.seconds:.1f} s in all,",
        end="",
    )
    print(f" {result.seconds / result.seconds_for_terms:.1f} times what splitting into words takes")
    for key, value in result.figures.items():
        print(f"  {key:32} {value:.3f}" if isinstance(value, float) else f"  {key:32} {value}")
    for key, (right, of) in sorted(result.recall_by.items()):
        print(f"  recall {key:25} {right / of:.3f} of {of}")
    _worst(result.mistakes)


def main(shared: Path, model: str = "") -> None:
    """Print all scores; with the name of a spaCy model, those with a parser."""
    parser = Parser(model) if model else None
    if parser is None:
        _show_score("seed_000", first_article(shared))
        _show_score("sample corpus", seeds())
    for name in ("polnear", "gum_wikinews"):
        _show_scored(name, scored(name, shared, parser))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT.parent / "shared", *sys.argv[2:3])
