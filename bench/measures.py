"""Measures: how good one ranking is, as trec_eval reckons it (map, ndcg_cut_10, recall_100).

A document answers or it does not: grades above 0 are all the same. What answers and is not found counts as nothing.
"""

from collections.abc import Sequence, Set
from math import log2


def average_precision(ranking: Sequence[str], relevant: Set[str]) -> float:
    """The mean, over the relevant documents, of the precision at the rank of each.

    >>> average_precision(["a", "x", "b"], {"a", "b"}), average_precision(["a", "x"], {"a", "b"})
    (0.8333333333333333, 0.5)
    """
    ranks = [rank for rank, document in enumerate(ranking, 1) if document in relevant]
    return sum(number / rank for number, rank in enumerate(ranks, 1)) / len(relevant)


def ndcg(ranking: Sequence[str], relevant: Set[str], depth: int = 10) -> float:
    """The normalised discounted cumulative gain: one at rank r counts 1 / log2(r + 1), in parts of the best sum.

    >>> ndcg(["a", "b", "x"], {"a", "b"}), round(ndcg(["x", "a"], {"a"}), 4), ndcg(["x", "a"], {"a"}, 1)
    (1.0, 0.6309, 0.0)
    """
    gained = sum(1 / log2(rank + 1) for rank, document in enumerate(ranking[:depth], 1) if document in relevant)
    return gained / sum(1 / log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))


def recall(ranking: Sequence[str], relevant: Set[str], depth: int = 100) -> float:
    """The share of the relevant documents that stand among the first.

    >>> recall(["a", "x", "b"], {"a", "b", "c", "d"}), recall(["x", "a"], {"a"}, 1)
    (0.5, 0.0)
    """
    return len(relevant & set(ranking[:depth])) / len(relevant)
