"""Attribution: how often the right speaker is found, and how fast.

python bench/attribution.py [SHARED]
"""

import importlib.util
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.answer import article_data
from search.attribution import attribute
from search.model import Article
from search.reading import read
from search.text import terms

ROOT = Path(__file__).resolve().parents[1]
SEEDS, SEEDS_GOLD = ROOT / "seeds", ROOT / "tests" / "data" / "seeds_gold.jsonl"
LARGEST = 100_000_000  # bytes
WORST = 10  # articles to name

Marks = Mapping[str, Any]  # an article's gold: its paragraphs [{n, must, may}], names as lists of acceptable ones


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the speakers that must be found how many are, and of those given how many are wrong."""

    must: int = 0
    found: int = 0
    given: int = 0
    wrong: int = 0

    @property
    def shares(self) -> dict[str, float]:
        """Both as shares, between 0 and 1."""
        return {"found": self.found / max(1, self.must), "wrong": self.wrong / max(1, self.given)}

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.must + other.must, self.found + other.found, self.given + other.given, self.wrong + other.wrong
        )


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


def matches(name: str, acceptable: Iterable[str]) -> bool:
    """Whether a name is one of those: equal but for case and a leading "the", or one ending with a space and the other.

    >>> matches("The Pentagon", ["Pentagon"]), matches("Lee", ["Ann Lee"]), matches("Keelee", ["Lee"])
    (True, True, False)
    """
    ours = _plain(name)
    theirs = [_plain(one) for one in acceptable]
    return any(ours == one or ours.endswith(f" {one}") or one.endswith(f" {ours}") for one in theirs)


def tally(article: Article, marks: Marks) -> Tally:
    """An article held against its marks."""
    speakers = {paragraph.number: paragraph.speakers for paragraph in article.paragraphs}
    return sum((_tally(speakers.get(marked["n"], ()), marked) for marked in marks["paragraphs"]), Tally())


def seeds() -> dict[str, Tally]:
    """The sample corpus, a tally for each file."""
    gold = [json.loads(line) for line in SEEDS_GOLD.read_text(encoding="utf-8").splitlines()]
    return {marks["file"]: tally(_attributed(SEEDS / marks["file"]), marks) for marks in gold}


def first_article(shared: Path) -> Tally:
    """The article that the project began with."""
    marks = json.loads((shared / "attribution" / "seed_000.json").read_text(encoding="utf-8"))
    return tally(_attributed(shared / "seeds" / f"{marks['id']}.txt"), marks)


def scored(name: str, shared: Path) -> Scored:
    """A set of gold articles, attributed by one process and scored by the scorer that stands beside them."""
    scorer = _scorer(shared)
    gold = scorer.load(shared / "attribution" / f"{name}.jsonl")
    articles = list(_articles(shared / "attribution" / f"{name}.jsonl"))
    begun = time.perf_counter()
    predicted = [article_data(attribute(article)) for article in articles]
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


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _tally(given: Sequence[str], marked: Marks) -> Tally:
    must, may = marked["must"], marked["may"]
    return Tally(
        len(must),
        sum(any(matches(name, one) for name in given) for one in must),
        len(given),
        sum(not any(matches(name, one) for one in [*must, *may]) for name in given),
    )


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


def _attributed(path: Path) -> Article:
    (article,) = _articles(path)
    return attribute(article)


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


def _show_tally(name: str, found: Tally) -> None:
    print(f"\n{name}: {found.found} of {found.must} found ({found.shares['found']:.3f}), ", end="")
    print(f"{found.wrong} of {found.given} given are wrong ({found.shares['wrong']:.3f})")


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


def main(shared: Path) -> None:
    """Print all scores."""
    _show_tally("seed_000", first_article(shared))
    tallies = seeds()
    _show_tally("sample corpus", sum(tallies.values(), Tally()))
    _worst({file: one.must - one.found + one.wrong for file, one in tallies.items()})
    for name in ("polnear", "gum_wikinews"):
        _show_scored(name, scored(name, shared))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT.parent / "shared")
