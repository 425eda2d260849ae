"""Tabulating: the facts of a generation's segments become its columns: one numbering of documents, values in order."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from search.contents import Contents
from search.engines.whoosh.arrays import Array, Mask, narrowed, save
from search.engines.whoosh.layout import COLUMNS, PLACE, UNDATED
from search.engines.whoosh.strings import joined, ranked
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.parts import Part
from search.engines.whoosh.writing.tabulating_facets import facet_columns, living_values, write_aliases
from search.facets import FACETS, NAMELESS, UNKNOWN

EPOCH = np.datetime64("0001-01-01") - np.timedelta64(1, "D")  # day 1 of date.toordinal() is the first of the year 1


def tabulate(folder: Path, parts: Sequence[Part]) -> Contents:
    """Write the columns of all segments of a generation, in their order; what they hold."""
    live = _each(parts, lambda part: np.ones(part.size, np.bool_) if part.live is None else part.live).astype(np.bool_)
    statements = _each(parts, lambda part: part.arrays["statements"])
    articles = _articles(parts, live)
    facets = {name: array for facet in FACETS for name, array in facet_columns(parts, facet).items()}
    save(folder / COLUMNS, _documents(parts, live, statements) | articles | facets)
    living = {facet.name: living_values(facets, facet.name, live) for facet in FACETS}
    write_aliases(folder, parts, living)
    return Contents(
        articles=len(articles["article_ends"]),
        paragraphs=int(np.count_nonzero(live)),
        statements=int(statements[live].sum(dtype=np.int64)),
        speakers=len(living["speaker"].difference(NAMELESS)),
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        outlets=tuple(sorted(living["outlet"] - {UNKNOWN})),
    )


def _each(parts: Sequence[Part], of: Callable[[Part], Array]) -> Array:
    """One array of what each part has; an empty one where there are no parts."""
    return np.concatenate([np.empty(0, np.uint8), *map(of, parts)])


def _documents(parts: Sequence[Part], live: Mask, statements: Array) -> dict[str, Array]:
    """Of each document its day and month, whether it lives, whether it has statements, its number in its article."""
    days = _each(parts, lambda part: part.arrays["days"])
    return {
        "days": days,
        "live": live.view(np.uint8),
        "spoken": (statements > 0).view(np.uint8),
        "number": _each(parts, lambda part: part.arrays["numbers"]),
        **_months(days),
        **_said(parts),
    }


def _said(parts: Sequence[Part]) -> dict[str, Array]:
    """Where each stretch of words that somebody says begins, as a place, and how many words it has."""
    starts, base = [np.empty(0, np.int64)], 0
    for part in parts:
        documents, first = (part.arrays[f"said.{name}"].astype(np.int64) for name in ("documents", "starts"))
        starts.append(((documents + base) << PLACE) | first)
        base += part.size
    return {"said": np.concatenate(starts), "said_sizes": _each(parts, lambda part: part.arrays["said.sizes"])}


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
    known = [id for part in parts for id in values_of(part.arrays, "key.article")]
    documents = np.flatnonzero(live).astype(np.uint32)
    of_document = _articles_of_documents(parts)[documents]
    numbers, first, own, counts = np.unique(of_document, return_index=True, return_inverse=True, return_counts=True)
    ids = [known[number] for number in numbers.tolist()]
    order, ranks = ranked(ids)
    text, ends = joined(ids[number] for number in order)
    article = np.zeros(len(live), np.uint32)
    article[documents] = ranks[own]
    return {
        "articles": text,
        "article_ends": ends,
        "first": documents[first[order]],
        "paragraphs": counts[order].astype(np.uint32),
        "article": article,
    }


def _articles_of_documents(parts: Sequence[Part]) -> Array:
    """The number of each document's article, the articles of all parts numbered through."""
    found, before = [np.empty(0, np.int64)], 0
    for part in parts:
        own = part.arrays["key.article.first"].astype(np.int64)  # a small part's are too narrow for the sum
        found.append(own + before)
        before += len(part.arrays["key.article.value_ends"])
    return np.concatenate(found)
