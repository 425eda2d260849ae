"""Expanding: what an open word stands for in a view; only where that is too much, the tree says so word by word."""

import numpy as np

from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.searching.leaves import Leaves
from search.engines.whoosh.searching.postings import numbered
from search.expansion import EXPANSION_LIMIT, expanded
from search.parts import opened
from search.tree import Open, Tree


def bounded(tree: Tree, leaves: Leaves) -> tuple[Tree, tuple[str, ...]]:
    """The tree, none of whose words stands for more than EXPANSION_LIMIT, and sentences on those that did."""
    if all(_at_most(leaf, leaves) <= EXPANSION_LIMIT for leaf in opened(tree)):
        return tree, ()
    return expanded(tree, lambda leaf: _frequencies(leaf, leaves))


def _at_most(leaf: Open, leaves: Leaves) -> int:
    """How many words a leaf stands for, or more: one that is in several fields or segments counts several times."""
    return sum(len(words) for name in FIELDS for words in leaves.words(name, leaf))


def _frequencies(leaf: Open, leaves: Leaves) -> dict[str, int]:
    """The words that a leaf stands for, and in how many documents each stands, in whatever field."""
    known: dict[str, int] = {}
    pairs = [np.empty(0, np.int64)]
    for name in FIELDS:
        for segment, words in zip(leaves.view.segments, leaves.words(name, leaf), strict=True):
            leaves.deadline.meet()
            postings, numbers = segment.fields[name], numbered(words)
            own = [known.setdefault(word, len(known)) for word in postings.lexicon.words(numbers)]
            often = postings.starts[numbers + 1].astype(np.int64) - postings.starts[numbers]
            ids = np.concatenate([np.empty(0, np.int64), *postings.pieces(words)]) + segment.base
            pairs.append(np.repeat(np.array(own, np.int64), often) * leaves.view.size + ids)
    each = np.unique(np.concatenate(pairs))
    if leaves.view.live is not None:
        each = each[leaves.view.live[each % leaves.view.size]]
    counts = np.bincount(each // max(1, leaves.view.size), minlength=len(known)).tolist()
    return {word: counts[number] for word, number in known.items() if counts[number]}
