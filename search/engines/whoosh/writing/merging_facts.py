"""Merging facts: those of several parts become those of one; values that no living document has are left out."""

from collections.abc import Sequence

import numpy as np

from search.engines.whoosh.arrays import Array, narrowed
from search.engines.whoosh.writing.facts import SAID, VALUED, valued, values_of
from search.engines.whoosh.writing.parts import Part, bases, renumbered


def merged_facts(parts: Sequence[Part]) -> dict[str, Array]:
    """The facts of all parts; values that no living document has are left out."""
    facts = {n: np.concatenate([part.alive(part.arrays[n]) for part in parts]) for n in ("days", "numbers")}
    facts["statements"] = narrowed(np.concatenate([part.alive(part.arrays["statements"]) for part in parts]))
    facts |= _merged_said(parts)
    return facts | {name: array for v in VALUED for name, array in _merged_values(parts, v).items()}


def _merged_said(parts: Sequence[Part]) -> dict[str, Array]:
    """The stretches of words that somebody says in living documents."""
    rows = [np.empty((3, 0), np.int64)]
    for part, base in zip(parts, bases(parts), strict=False):
        documents, *words = (part.arrays[name].astype(np.int64) for name in SAID)
        if part.live is not None:
            kept = part.live[documents]
            documents, words = renumbered(part.live)[documents[kept]], [each[kept] for each in words]
        rows.append(np.array([documents + base, *words]))
    return {name: narrowed(each) for name, each in zip(SAID, np.concatenate(rows, axis=1), strict=True)}


def _merged_values(parts: Sequence[Part], name: str) -> dict[str, Array]:
    ordinal: dict[bytes, int] = {}
    first, documents, ordinals = [], [], []
    for part, base in zip(parts, bases(parts), strict=False):
        mine, (others, further) = part.alive(part.arrays[f"{name}.first"]), _further(part, name)
        values = values_of(part.arrays, name)
        lookup = np.full(len(values) + 1, -1, np.int64)
        by_document = np.argsort(np.concatenate([np.arange(len(mine)), others]), kind="stable")
        for value in _in_order(np.concatenate([mine, further])[by_document], len(values)):
            lookup[value] = ordinal.setdefault(values[value], len(ordinal))
        first.append(lookup[mine])
        documents.append(others + base)
        ordinals.append(lookup[further])
    all_first = np.concatenate(first)
    all_first[all_first < 0] = len(ordinal)
    return valued(name, ordinal, all_first, (np.concatenate(documents), np.concatenate(ordinals)))


def _in_order(ordinals: Array, none: int) -> list[int]:
    """The numbers that occur, but not `none`, in the order in which they first do."""
    found, at = np.unique(ordinals, return_index=True)
    return [number for number in found[np.argsort(at)].tolist() if number != none]


def _further(part: Part, name: str) -> tuple[Array, Array]:
    """The further values of living documents, these numbered anew."""
    documents, ordinals = part.arrays[f"{name}.documents"], part.arrays[f"{name}.ordinals"]
    if part.live is None:
        return documents, ordinals
    kept = part.live[documents]
    return renumbered(part.live)[documents[kept]], ordinals[kept]
