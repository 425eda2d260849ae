"""Columns: what a search needs of every document at once, as arrays: day, place in order, the values of each facet."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, load
from search.engines.whoosh.layout import ALIASES, COLUMNS, UNDATED
from search.engines.whoosh.lexicon import Lexicon
from search.engines.whoosh.searching.found import Ids, Mask, Slate
from search.facets import FACETS, Aliases
from search.query import Query

KNOWN = 10_000  # values of which the numbers are remembered


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet's values by document: `first` is the ordinal of the first value, len(values) where there is none.

    Document `more_documents[i]` has the value `more_ordinals[i]`, too. `ranks` are the values' places by label.
    """

    values: Lexicon
    first: Array
    more_documents: Array
    more_ordinals: Array
    ranks: Array
    known: dict[str, int | None] = field(default_factory=dict)  # numbers of the values that were asked for

    def number(self, value: str) -> int | None:
        """The ordinal of a value; None where no document has it."""
        if len(self.known) > KNOWN:
            self.known.clear()
        if value not in self.known:
            self.known[value] = self.values.number(value)
        return self.known[value]

    def having(self, chosen: Iterable[str], ids: Ids) -> Mask:
        """Which of these documents have any of the values."""
        wanted = np.zeros(len(self.values) + 1, dtype=np.bool_)
        wanted[[n for value in chosen if (n := self.number(value)) is not None]] = True
        mask: Mask = wanted[self.first[ids]]
        if len(self.more_documents):
            mask |= np.isin(ids, self.more_documents[wanted[self.more_ordinals]], kind="table")
        return mask

    def counts(self, ids: Ids, slate: Slate) -> Ids:
        """How many of these documents have each value, by ordinal."""
        values = len(self.values)
        counts = np.bincount(self.first[ids], minlength=values + 1)[:values]
        if not len(self.more_documents):
            return counts
        return counts + np.bincount(self._more(ids, slate), minlength=values)

    def _more(self, ids: Ids, slate: Slate) -> Array:
        """The ordinals of the further values of these documents."""
        with slate.marks() as marks:
            marks[ids] = True
            more = self.more_ordinals[marks[self.more_documents]]
            marks[ids] = False
        return more


class Columns:
    """The columns of a generation, by the document's number in the view."""

    def __init__(self, arrays: Arrays, folder: Path) -> None:
        self._folder = folder
        self.days, self.spoken, self.live = (
            arrays["days"],
            arrays["spoken"].view(np.bool_),
            arrays["live"].view(np.bool_),
        )
        self.months = arrays["months"]  # 0 where undated, else counted from that before the first, `month_before`
        self.month_before = int(arrays["month_before"][0])
        self.articles = Lexicon(arrays["articles"].data, arrays["article_ends"])  # in the order of their ids
        self.first_of_article, self.paragraphs_of_article = arrays["first"], arrays["paragraphs"]
        self.article, self.number = arrays["article"], arrays["number"]
        self.facets: Mapping[str, FacetColumn] = {f.name: _facet(arrays, f.name) for f in FACETS}

    @cached_property
    def aliases(self) -> Aliases:
        """Other names for values, by facet."""
        found = json.loads((self._folder / ALIASES).read_text(encoding="utf-8"))
        return {name: {other: tuple(meant) for other, meant in others.items()} for name, others in found.items()}

    def documents_of(self, article: int) -> range:
        """The documents of an article, by its number in `articles`: they stand side by side."""
        first = int(self.first_of_article[article])
        return range(first, first + int(self.paragraphs_of_article[article]))

    @cached_property
    def month_names(self) -> tuple[str, ...]:
        """What each month is called by its number in `months`: 2024-05."""
        last = int(self.months.max()) if len(self.months) else 0
        months = (divmod(self.month_before + number, 12) for number in range(last + 1))
        return tuple(f"{year:04}-{month + 1:02}" for year, month in months)

    def order(self, ids: Ids) -> Ids:
        """A number for each document by which documents stand in the order of articles and paragraphs."""
        return (self.article[ids].astype(np.int64) << 32) | self.number[ids]

    def in_range(self, query: Query, ids: Ids) -> Mask:
        """Which of these documents were published within the days asked for."""
        days = self.days[ids]
        mask: Mask = days >= query.since.toordinal() if query.since else days != UNDATED  # which is before any day
        if query.until:
            mask &= days <= query.until.toordinal()
        return mask


def load_columns(folder: Path) -> Columns:
    """The columns of a generation's folder."""
    return Columns(load(folder / COLUMNS), folder)


def _facet(arrays: Arrays, name: str) -> FacetColumn:
    values = Lexicon(arrays[f"{name}.values"].data, arrays[f"{name}.value_ends"])
    first, ranks = arrays[f"{name}.first"], arrays[f"{name}.ranks"]
    return FacetColumn(values, first, arrays[f"{name}.more_documents"], arrays[f"{name}.more_ordinals"], ranks)
