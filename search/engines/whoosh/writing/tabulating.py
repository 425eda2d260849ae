"""Tabulating: the facts of a generation's segments become its columns: one numbering of documents, values in order."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from search.engine import Contents
from search.engines.whoosh.arrays import Array, Mask, narrowed, save
from search.engines.whoosh.layout import ALIASES, COLUMNS, UNDATED
from search.engines.whoosh.strings import joined
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.parts import Part
from search.facets import FACETS, NOBODY, UNKNOWN, Facet, aliases

EPOCH = np.datetime64("0001-01-01") - np.timedelta64(1, "D")  # day 1 of date.toordinal() is the first of the year 1


def tabulate(folder: Path, parts: Sequence[Part]) -> Contents:
    """Write the columns of all segments of a generation, in their order; what they hold."""
    live = _each(parts, lambda part: np.ones(part.size, np.bool_) if part.live is None else part.live).astype(np.bool_)
    statements = _each(parts, lambda part: part.arrays["statements"])
    days = _each(parts, lambda part: part.arrays["days"])
    table = {"days": days, "live": live.view(np.uint8), "spoken": (statements > 0).view(np.uint8)}
    table["number"] = _each(parts, lambda part: part.arrays["numbers"])
    facets = {facet.name: _facet(parts, facet) for facet in FACETS}
    articles = _articles(parts, live)
    save(folder / COLUMNS, table | _months(days) | articles | {n: a for f in facets.values() for n, a in f.items()})
    living = {name: _living_values(arrays, name, live) for name, arrays in facets.items()}
    _write_aliases(folder, parts, living)
    return Contents(
        articles=len(articles["article_ends"]),
        paragraphs=int(np.count_nonzero(live)),
        statements=int(statements[live].sum(dtype=np.int64)),
        speakers=len(living["speaker"] - {NOBODY, UNKNOWN}),
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        outlets=tuple(sorted(living["outlet"] - {UNKNOWN})),
    )


def _each(parts: Sequence[Part], of: Callable[[Part], Array]) -> Array:
    return np.concatenate([np.empty(0, np.uint8), *map(of, parts)])


def _months(days: Array) -> dict[str, Array]:
    """The month of each day, from 1; 0 for no day."""
    dated = days != UNDATED
    months = (EPOCH + days[dated].astype("timedelta64[D]")).astype("datetime64[M]").astype(np.int64) + 1970 * 12
    before = int(months.min()) - 1 if len(months) else 0
    numbers = np.zeros(len(days), np.int64)
    numbers[dated] = months - before
    return {"months": narrowed(numbers), "month_before": np.array([before], np.int64)}


def _articles(parts: Sequence[Part], live: Mask) -> dict[str, Array]:
    """The ids of the living articles, sorted; of each its first document and how many; of each document its article."""
    ids = [values_of(part.arrays, "key.article") for part in parts]
    known = [id for some in ids for id in some]
    before = np.cumsum([0, *map(len, ids)])
    of_document = np.concatenate(
        [np.empty(0, np.int64), *(p.arrays["key.article.first"] + b for p, b in zip(parts, before, strict=False))]
    )[np.flatnonzero(live)]
    numbers, first, counts = np.unique(of_document, return_index=True, return_counts=True)
    order = sorted(range(len(numbers)), key=lambda n: known[numbers[n]])
    rank = np.empty(len(known), np.int64)
    rank[numbers[order]] = np.arange(len(order))
    text, ends = joined(known[numbers[n]] for n in order)
    article = np.zeros(len(live), np.uint32)
    article[live] = rank[of_document]
    documents = np.flatnonzero(live).astype(np.uint32)
    return {
        "articles": text,
        "article_ends": ends,
        "first": documents[first[order]],
        "paragraphs": counts[order].astype(np.uint32),
        "article": article,
    }


def _facet(parts: Sequence[Part], facet: Facet) -> dict[str, Array]:
    """The columns of a facet, its values sorted."""
    own = [values_of(part.arrays, facet.name) for part in parts]
    values = sorted(set().union(*own))
    number = {value: n for n, value in enumerate(values)}
    lookups = [np.array([*map(number.__getitem__, some), len(values)], np.int64) for some in own]
    bases = np.cumsum([0, *(part.size for part in parts)])
    first = [lookup[part.arrays[f"{facet.name}.first"]] for lookup, part in zip(lookups, parts, strict=True)]
    more = [lookup[part.arrays[f"{facet.name}.ordinals"]] for lookup, part in zip(lookups, parts, strict=True)]
    documents = [p.arrays[f"{facet.name}.documents"] + b for p, b in zip(parts, bases, strict=False)]
    text, ends = joined(values)
    none = np.empty(0, np.int64)
    arrays = {
        "values": text,
        "value_ends": ends,
        "first": np.concatenate([none, *first]).astype(np.min_scalar_type(len(values))),
        "more_documents": np.concatenate([none, *documents]).astype(np.uint32),
        "more_ordinals": narrowed(np.concatenate([none, *more])),
        "ranks": _ranks([facet.title(value.decode()) for value in values]),
    }
    return {f"{facet.name}.{name}": array for name, array in arrays.items()}


def _ranks(labels: Sequence[str]) -> Array:
    """The place of each label when they are sorted."""
    ranks = np.empty(len(labels), np.uint32)
    ranks[sorted(range(len(labels)), key=labels.__getitem__)] = np.arange(len(labels), dtype=np.uint32)
    return ranks


def _living_values(columns: Mapping[str, Array], name: str, live: Mask) -> set[str]:
    """The values of a facet that living documents have."""
    values = values_of(columns, name)
    more = columns[f"{name}.more_ordinals"][live[columns[f"{name}.more_documents"]]]
    held = np.unique(np.concatenate([columns[f"{name}.first"][live], more])).tolist()
    return {values[number].decode() for number in held if number < len(values)}


def _write_aliases(folder: Path, parts: Sequence[Part], living: Mapping[str, set[str]]) -> None:
    """Write the other names that living documents know for values."""
    found = {}
    for facet in FACETS:
        some = [part for part in parts if f"known.{facet.name}.values" in part.arrays]
        known = {tuple(json.loads(pair)) for part in some for pair in _living_pairs(part, facet.name)}
        found[facet.name] = aliases(sorted(known), living[facet.name])
    (folder / ALIASES).write_text(json.dumps(found), encoding="utf-8")


def _living_pairs(part: Part, name: str) -> list[bytes]:
    pairs = values_of(part.arrays, f"known.{name}")
    if part.live is None:
        return pairs
    held = part.arrays[f"known.{name}.first"][part.live], part.arrays[f"known.{name}.ordinals"]
    more = held[1][part.live[part.arrays[f"known.{name}.documents"]]]
    numbers = np.unique(np.concatenate([held[0], more])).tolist()
    return [pairs[number] for number in numbers if number < len(pairs)]
