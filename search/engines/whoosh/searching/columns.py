"""Columns: what a search needs of every document at once, as arrays: day, place in order, the values of each facet."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from search.contents import Coverage
from search.engines.whoosh.arrays import Arrays, Ids, Mask, load
from search.engines.whoosh.layout import ALIASES, COLUMNS, UNDATED
from search.engines.whoosh.lexicon import Lexicon
from search.engines.whoosh.searching.facet_columns import FacetColumn, facet_column
from search.engines.whoosh.searching.stretches import Stretches
from search.facets import FACETS, UNKNOWN, Aliases
from search.query import Query


class Columns:
    """The columns of a generation, by the document's number in the view."""

    def __init__(self, arrays: Arrays, folder: Path) -> None:
        self._folder = folder
        self.days = arrays["days"]  # date.toordinal(), or UNDATED
        self.spoken, self.live = arrays["spoken"].view(np.bool_), arrays["live"].view(np.bool_)
        self.months = arrays["months"]  # 0 where undated, else counted from that before the first, `month_before`
        self.month_before = int(arrays["month_before"][0])
        self.articles = Lexicon(arrays["articles"].data, arrays["article_ends"])  # in the order of their ids
        self.first_of_article, self.paragraphs_of_article = arrays["first"], arrays["paragraphs"]
        self.article, self.number = arrays["article"], arrays["number"]
        self.said = Stretches(arrays["said"], arrays["said_sizes"])
        self.facets: Mapping[str, FacetColumn] = {f.name: facet_column(arrays, f.name) for f in FACETS}

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

    def coverage(self) -> tuple[Coverage, ...]:
        """How many articles each outlet has in each month, in order."""
        outlets, first = self.facets["outlet"], self.first_of_article
        pairs = outlets.first[first].astype(np.int64) << 32 | self.months[first]
        counted = zip(*map(np.ndarray.tolist, np.unique(pairs, return_counts=True)), strict=True)
        named = ((*outlets.values.words([pair >> 32]), self._month(pair & 0xFFFFFFFF), n) for pair, n in counted)
        return tuple(sorted(Coverage(*each) for each in named))

    def _month(self, number: int) -> str:
        return self.month_names[number] if number else UNKNOWN

    def order(self, ids: Ids) -> Ids:
        """A number for each document by which documents stand in the order of articles and paragraphs."""
        return (self.article[ids].astype(np.int64) << 32) | self.number[ids]

    def in_range(self, query: Query, ids: Ids) -> Mask:
        """Which of these documents were published within the days asked for."""
        return self.dated(query.since, query.until, ids)

    def dated(self, since: date | None, until: date | None, ids: Ids) -> Mask:
        """Which of these documents were published from the one day to the other, both included."""
        days = self.days[ids]
        mask: Mask = days >= since.toordinal() if since else days != UNDATED  # which is before any day
        if until:
            mask &= days <= until.toordinal()
        return mask


def load_columns(folder: Path) -> Columns:
    """The columns of a generation's folder."""
    return Columns(load(folder / COLUMNS), folder)
