"""Tabulating facets: the values of a facet in all segments become its columns; the other names that values have."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, Mask, narrowed
from search.engines.whoosh.layout import ALIASES
from search.engines.whoosh.strings import joined, ranked
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.parts import Part
from search.facets import FACETS, Facet, aliases

NONE = np.empty(0, np.int64)


def facet_columns(parts: Sequence[Part], facet: Facet) -> dict[str, Array]:
    """The columns of a facet, its values sorted (FacetColumn in searching/ reads them)."""
    values, numbers = _numbered([values_of(part.arrays, facet.name) for part in parts])
    text, ends = joined(values)
    first, documents, ordinals = _ordinals(parts, facet.name, numbers)
    arrays = {
        "values": text,
        "value_ends": ends,
        "first": first.astype(np.min_scalar_type(len(values))),
        "more_documents": documents.astype(np.uint32),
        "more_ordinals": narrowed(ordinals),
        "ranks": ranked([facet.title(value.decode()) for value in values])[1],
    }
    return {f"{facet.name}.{name}": array for name, array in arrays.items()}


def _numbered(values: Sequence[Sequence[bytes]]) -> tuple[list[bytes], list[Array]]:
    """All values, sorted; for each part the numbers that its own have among them, and how many there are for none."""
    found = sorted(set().union(*values))
    number = {value: n for n, value in enumerate(found)}
    return found, [np.array([*map(number.__getitem__, own), len(found)], np.int64) for own in values]


def _ordinals(parts: Sequence[Part], name: str, numbers: Sequence[Array]) -> tuple[Array, Array, Array]:
    """The first value of each document; documents that have more, and which; documents numbered through all parts."""
    first, documents, ordinals, base = [NONE], [NONE], [NONE], 0
    for part, number in zip(parts, numbers, strict=True):
        first.append(number[part.arrays[f"{name}.first"]])
        documents.append(part.arrays[f"{name}.documents"].astype(np.int64) + base)
        ordinals.append(number[part.arrays[f"{name}.ordinals"]])
        base += part.size
    return np.concatenate(first), np.concatenate(documents), np.concatenate(ordinals)


def living_values(columns: Arrays, name: str, live: Mask) -> set[str]:
    """The values of a facet that living documents have, by the facet's columns."""
    first, documents, ordinals = (columns[f"{name}.{each}"] for each in ("first", "more_documents", "more_ordinals"))
    return {value.decode() for value in _held(values_of(columns, name), first[live], ordinals[live[documents]])}


def write_aliases(folder: Path, parts: Sequence[Part], living: Mapping[str, set[str]]) -> None:
    """Write the other names that living documents know for values, of which some live in each facet."""
    found = {}
    for facet in FACETS:
        some = [part for part in parts if f"known.{facet.name}.values" in part.arrays]
        known = {tuple(json.loads(pair)) for part in some for pair in _living_pairs(part, f"known.{facet.name}")}
        found[facet.name] = aliases(sorted(known), living[facet.name])
    (folder / ALIASES).write_text(json.dumps(found), encoding="utf-8")


def _living_pairs(part: Part, name: str) -> list[bytes]:
    """The other names with their values, in JSON, that living documents know."""
    pairs = values_of(part.arrays, name)
    if part.live is None:
        return pairs
    first, documents, ordinals = (part.arrays[f"{name}.{each}"] for each in ("first", "documents", "ordinals"))
    return _held(pairs, first[part.live], ordinals[part.live[documents]])


def _held(values: Sequence[bytes], first: Array, further: Array) -> list[bytes]:
    """The values that are somebody's first or further one; the number behind the last means none."""
    numbers = np.unique(np.concatenate([first, further])).tolist()
    return [values[number] for number in numbers if number < len(values)]
