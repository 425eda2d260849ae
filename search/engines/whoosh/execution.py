"""Execution: a query's tree over a Whoosh searcher, as a mask of paragraphs and a score for each."""

from collections.abc import Iterator
from functools import reduce
from math import log

import numpy as np
import numpy.typing as npt
from whoosh.query import Phrase, Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from search.engines.whoosh.columns import Mask
from search.engines.whoosh.schema import WEIGHTS, exact
from search.tree import And, Everything, Not, Or, Terms, Tree

Scores = npt.NDArray[np.float64]
Found = tuple[Mask, Scores]


class Weighting(BM25F):
    """BM25F with Lucene's idf, which never falls below nought: better on all four judged collections tried."""

    def idf(self, searcher: Searcher, fieldname: str, text: str) -> float:
        parent = searcher.get_parent()
        frequency = parent.doc_frequency(fieldname, text)
        return log(1 + (parent.doc_count_all() - frequency + 0.5) / (frequency + 0.5))


def found(tree: Tree, searcher: Searcher) -> Found:
    """Which documents a tree holds for, and their scores: the sum over its terms and fields.

    AND, OR and NOT are done on masks, not by Whoosh's matchers, some of which are wrong (AndNot's first document).
    """
    size = searcher.doc_count_all()
    match tree:
        case Everything():
            return np.ones(size, dtype=bool), np.zeros(size)
        case Not(part):
            return ~found(part, searcher)[0], np.zeros(size)
        case And(parts):
            return _combined(np.logical_and, [found(part, searcher) for part in parts])
        case Or(parts):
            return _combined(np.logical_or, [found(part, searcher) for part in parts])
        case Terms():
            return _leaf(tree, searcher, size)


def _combined(operation: np.ufunc, parts: list[Found]) -> Found:
    return reduce(operation, [mask for mask, _ in parts]), np.sum([scores for _, scores in parts], axis=0)


def _leaf(wanted: Terms, searcher: Searcher, size: int) -> Found:
    mask, scores = np.zeros(size, dtype=bool), np.zeros(size)
    for field, weight in WEIGHTS.items():
        for document, score in _postings(wanted, exact(field) if wanted.exact else field, searcher):
            mask[document] = True
            scores[document] += weight * score
    return mask, scores


def _postings(wanted: Terms, field: str, searcher: Searcher) -> Iterator[tuple[int, float]]:
    """The documents in which a field has these terms side by side, each with its score."""
    words = list(wanted.terms)
    query = Term(field, words[0]) if len(words) == 1 else Phrase(field, words)
    for leaf, offset in searcher.leaf_searchers():
        matcher = query.matcher(leaf, leaf.context(weighting=searcher.weighting))
        while matcher.is_active():
            yield matcher.id() + offset, matcher.score()
            matcher.next()
