"""Filters: which of some documents are of a time, have a value, or are of an article; nothing is worth more for it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh.arrays import Ids, Mask
from search.engines.whoosh.searching.cache import Cache
from search.engines.whoosh.searching.columns import Columns
from search.engines.whoosh.searching.found import Found
from search.standing import places
from search.text import terms
from search.tree import Articles, Dated, Filter, In, Valued

AT_ONCE = 1_000  # values looked at between two looks at the clock


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters over the columns of a generation; `found` is what finds words."""

    columns: Columns
    cache: Cache
    deadline: Deadline
    found: Callable[[In], Found]

    def passing(self, tree: Filter, ids: Ids) -> Mask:
        """For which of these documents a filter holds; raises QueryError when the deadline is past."""
        self.deadline.meet()
        match tree:
            case Dated(since, until):
                return self.columns.dated(since, until, ids)
            case Valued(facet):
                return self.columns.facets[facet].holding(self.cache.get(tree, lambda: self._values(tree)), ids)
            case Articles(part):
                return self._of_articles(part, ids)

    def _of_articles(self, part: In, ids: Ids) -> Mask:
        """Which are of an article that has a document for which the part holds."""
        wanted = np.zeros(len(self.columns.articles), np.bool_)
        wanted[self.columns.article[self.found(part).ids]] = True
        return np.asarray(wanted[self.columns.article[ids]])

    def _values(self, valued: Valued) -> Ids:
        """The ordinals of the values that have what is looked for."""
        fit = []
        for number, value in enumerate(self.columns.facets[valued.facet].values):
            if number % AT_ONCE == 0:
                self.deadline.meet()
            fit.append(any(True for _ in places(valued.part, list(terms(value.decode())))))
        return np.flatnonzero(fit)
