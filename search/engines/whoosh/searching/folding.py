"""Folding: of the hits in each article the one that stands first, and how many more there are."""

from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Ids, Scores
from search.engines.whoosh.searching.columns import Columns
from search.engines.whoosh.searching.found import Found, in_order
from search.query import Query
from search.ranking import EQUAL


@dataclass(frozen=True, slots=True)
class Folded:
    """One hit of each article, in the order of documents; and how many more each article has."""

    hits: Found
    further: Ids

    def more(self, document: int) -> int:
        """How many more hits the article of this one has."""
        return int(self.further[np.searchsorted(self.hits.ids, document)])


def folded(found: Found, query: Query, columns: Columns) -> Folded:
    """Of the hits of each article the one that stands first in a query's order.

    The paragraphs of an article are documents side by side, so its hits are a run of all hits.
    """
    hits = in_order(found)
    if not len(hits.ids):
        return Folded(hits, np.empty(0, np.int64))
    starts = np.flatnonzero(np.diff(columns.article[hits.ids].astype(np.int64), prepend=-1))
    if query.ordered != "relevance":  # within an article all are of one day
        return Folded(hits.at(starts), np.diff(starts, append=len(hits.ids)) - 1)
    sizes = np.diff(starts, append=len(hits.ids))
    return Folded(hits.at(_best(np.round(hits.scores, EQUAL), starts, sizes)), sizes - 1)


def _best(scores: Scores, starts: Ids, sizes: Ids) -> Ids:
    """Where in each run the highest score stands first."""
    highest = np.flatnonzero(scores == np.repeat(np.maximum.reduceat(scores, starts), sizes))
    runs = np.searchsorted(starts, highest, side="right")
    best: Ids = highest[np.diff(runs, prepend=0) != 0]
    return best
