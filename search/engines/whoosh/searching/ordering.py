"""Ordering: which documents stand on a page."""

from datetime import date

import numpy as np

from search.engines.whoosh.arrays import Ids, Scores
from search.engines.whoosh.layout import UNDATED
from search.engines.whoosh.searching.columns import Columns
from search.engines.whoosh.searching.found import Found
from search.query import Query
from search.ranking import EQUAL

BLOCK = 64  # scores of which the highest is looked for first


def page_of(found: Found, query: Query, columns: Columns, window: slice) -> Ids:
    """The documents of a stretch of all hits, in a query's order: best, newest or oldest first.

    Those that are equal in it stand in the order of articles and paragraphs.
    """
    by_score = query.ordered == "relevance"
    worth = found.scores if by_score else _by_day(columns.days[found.ids], query.ordered)
    best = _best(worth, window.stop)
    ids = found.ids[best]
    return ids[np.lexsort((columns.order(ids), -np.round(worth[best], EQUAL)))][window]


def _by_day(days: Ids, order: str) -> Scores:
    """The higher, the earlier a document stands; the undated last."""
    if order == "newest":
        return days.astype(np.float64)
    return -np.where(days == UNDATED, date.max.toordinal() + 1, days).astype(np.float64)


def _best(worth: Scores, wanted: int) -> Ids:
    """Where the highest stand, at least so many, and all that equal the last of them."""
    if len(worth) <= wanted:
        return np.arange(len(worth))
    blocks = len(worth) // BLOCK
    if blocks > wanted:
        highest = worth[: blocks * BLOCK].reshape(blocks, BLOCK).max(axis=1)  # each block has one as high as that
        likely = np.flatnonzero(worth >= np.partition(highest, -wanted)[-wanted] - 10.0**-EQUAL)
    else:
        likely = np.arange(len(worth))
    last = np.partition(worth[likely], -wanted)[-wanted]
    best: Ids = likely[worth[likely] >= last - 10.0**-EQUAL]
    return best
