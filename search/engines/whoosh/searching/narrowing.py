"""Narrowing: what was found, less what is not chosen; how many each facet counts, its own choice apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from itertools import islice

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh.arrays import Ids, Mask
from search.engines.whoosh.searching.columns import Columns
from search.engines.whoosh.searching.counting import Counted
from search.engines.whoosh.searching.facet_columns import FacetColumn
from search.engines.whoosh.searching.found import Found
from search.engines.whoosh.searching.opened import Opened
from search.engines.whoosh.searching.slate import Slate
from search.facets import FACETS
from search.query import Query

DATE, DAYS = "date", "days"  # the facet, and the range of days, that both narrow the time


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What was found, with a mask for each facet that has chosen values, and one for the days asked for."""

    query: Query
    found: Found
    columns: Columns
    slate: Slate
    deadline: Deadline
    masks: Mapping[str, Mask]
    _known: dict[tuple[str, ...], Ids] = field(default_factory=dict)  # by the masks that count

    @classmethod
    def by(cls, query: Query, found: Found, generation: Opened, deadline: Deadline) -> "Narrowed":
        """What was found, narrowed by a query."""
        deadline.meet()
        columns = generation.columns
        chosen = dict.fromkeys(name for name, _ in sorted(query.choices | query.excluded))
        masks = {name: _fitting(query, columns.facets[name], name, found.ids) for name in chosen}
        if query.since or query.until:
            masks[DAYS] = columns.in_range(query, found.ids)
        return cls(query, found, columns, generation.view.slate, deadline, masks)

    def hits(self) -> Found:
        """What has all that is chosen."""
        mask = self._mask(())
        return self.found if mask is None else self.found.at(mask)

    def ids(self, *but: str) -> Ids:
        """The documents that have all that is chosen, some choices left out of account."""
        counting = tuple(name for name in self.masks if name not in but)
        if counting not in self._known:
            mask = self._mask(but)
            self._known[counting] = self.found.ids if mask is None else self.found.ids[mask]
        return self._known[counting]

    def counted(self, name: str) -> Counted:
        """The values of a facet, its own choice left out of account."""
        self.deadline.meet()
        column = self.columns.facets[name]
        counts = column.counts(self.ids(name), self.slate)
        facet = next(facet for facet in FACETS if facet.name == name)
        return Counted(facet, column, counts, self.query.values(name), self.query.unwanted(name))

    def months(self) -> tuple[tuple[str, int], ...]:
        """How many paragraphs each month has, whatever time is asked for; the undated are in none."""
        self.deadline.meet()
        counts = np.bincount(self.columns.months[self.ids(DATE, DAYS)]).tolist()
        named = zip(self.columns.month_names, counts, strict=False)
        return tuple((name, count) for name, count in islice(named, 1, None) if count)

    def days(self) -> tuple[tuple[str, int], ...]:
        """How many paragraphs each day asked for has, where these are few."""
        if not (self.query.by_day and self.query.since):
            return ()
        days = self.columns.days[self.ids(DATE)]
        counts = np.bincount(days - self.query.since.toordinal()).tolist()
        return tuple((str(self.query.since + timedelta(n)), count) for n, count in enumerate(counts) if count)

    def articles(self) -> int:
        """How many articles the hits are in."""
        articles = self.columns.article[self.ids()]
        if self.found.ascending:  # then the paragraphs of an article stand side by side
            return int(np.count_nonzero(np.diff(articles))) + bool(len(articles))
        return int(np.count_nonzero(np.bincount(articles)))

    def _mask(self, but: tuple[str, ...]) -> Mask | None:
        kept = [mask for name, mask in self.masks.items() if name not in but]
        return reduce(np.logical_and, kept) if kept else None


def _fitting(query: Query, column: FacetColumn, name: str, ids: Ids) -> Mask:
    """Which of these documents have a chosen value of a facet, if any is chosen, and no excluded one."""
    chosen, unwanted = query.values(name), query.unwanted(name)
    mask = column.having(chosen, ids) if chosen else np.ones(len(ids), np.bool_)
    if unwanted:
        mask &= ~column.having(unwanted, ids)
    return mask
