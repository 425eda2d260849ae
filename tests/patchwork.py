"""Indexes of several segments, some documents of which are deleted: what updates make of an index."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import Newsroom, chance, corpus

from search.engines.whoosh import WhooshEngine
from search.model import Article


@dataclass(frozen=True, slots=True)
class History:
    """Lots of articles as they came, a later one in the place of an earlier of its id; those `gone` in the end."""

    lots: Sequence[Sequence[Article]]
    gone: Collection[str] = ()

    @property
    def living(self) -> list[Article]:
        """The articles that are left."""
        last = {article.id: article for lot in self.lots for article in lot}
        return [article for article in last.values() if article.id not in self.gone]


def history(*seed: object, articles: int, lots: int, silent: bool = False) -> History:
    """So many articles in so many lots; where these are several, two more lots of updates, and some ids go."""
    draw, first = chance("history", *seed), corpus(*seed, articles=articles, silent=silent)
    if lots == 1:
        return History([first])
    ids, newsroom = [article.id for article in first], Newsroom(draw, silent)
    updates = [[newsroom.article(id) for id in draw.choices(ids, k=articles // 4)] for _ in range(2)]
    return History([*(first[n::lots] for n in range(lots)), *updates], draw.sample(ids, articles // 6))


def patched(folder: Path, history: History) -> WhooshEngine:
    """An engine that was given one lot after the other, each of which is a segment of its index."""
    engine = WhooshEngine(folder)
    first, *later = history.lots
    engine.build(first)
    for lot in later:
        engine.update(lot)
    if history.gone:
        engine.update((), history.gone)
    return engine
