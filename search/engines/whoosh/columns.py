"""Columns: what a search needs of every paragraph at once, as arrays: days, order, and the values of each facet."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from search.facets import FACETS, Aliases, aliases
from search.model import Article, Paragraph
from search.query import Query

Mask = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.int64]

UNDATED = 0  # no day: date.toordinal() counts from 1


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet's values by paragraph: paragraph `documents[i]` has value `values[ordinals[i]]`; and its aliases."""

    values: tuple[str, ...]
    documents: Ids
    ordinals: Ids
    aliases: Mapping[str, tuple[str, ...]]

    def having(self, chosen: Iterable[str], size: int) -> Mask:
        """The paragraphs that have any of these values."""
        names = frozenset(chosen)
        wanted = np.fromiter((value in names for value in self.values), dtype=bool, count=len(self.values))
        mask = np.zeros(size, dtype=bool)
        mask[self.documents[wanted[self.ordinals]]] = True
        return mask

    def counts(self, among: Mask) -> dict[str, int]:
        """How many of these paragraphs have each value."""
        counted = np.bincount(self.ordinals[among[self.documents]], minlength=len(self.values))
        return {self.values[i]: int(counted[i]) for i in np.flatnonzero(counted)}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an index, by Whoosh's document number: `days` as toordinal(), `order` by article and number."""

    days: Ids
    order: Ids
    facets: Mapping[str, FacetColumn]

    @property
    def aliases(self) -> Aliases:
        """Other names for values, by facet."""
        return {name: column.aliases for name, column in self.facets.items()}

    def in_range(self, query: Query) -> Mask:
        """The paragraphs published within the days asked for."""
        mask = np.ones(len(self.days), dtype=bool)
        if query.since or query.until:
            mask &= self.days != UNDATED
        if query.since:
            mask &= self.days >= query.since.toordinal()
        if query.until:
            mask &= self.days <= query.until.toordinal()
        return mask

    def chosen(self, query: Query) -> dict[str, Mask]:
        """For each facet of which values are chosen, the paragraphs that have one of them."""
        chosen = {name: query.values(name) for name in self.facets}
        return {n: self.facets[n].having(values, len(self.days)) for n, values in chosen.items() if values}

    def save(self, folder: Path) -> None:
        """Write the columns into a folder."""
        arrays = {"days": self.days, "order": self.order}
        for name, column in self.facets.items():
            arrays |= {f"{name}.documents": column.documents, f"{name}.ordinals": column.ordinals}
        for name, array in arrays.items():
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
        values = {name: column.values for name, column in self.facets.items()}
        (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
        (folder / "aliases.json").write_text(json.dumps(self.aliases), encoding="utf-8")


def load_columns(folder: Path) -> Columns:
    """The columns that were saved in a folder."""
    values = json.loads((folder / "values.json").read_text(encoding="utf-8"))
    others = json.loads((folder / "aliases.json").read_text(encoding="utf-8"))
    facets = {
        f.name: FacetColumn(
            tuple(values[f.name]),
            _array(folder, f"{f.name}.documents"),
            _array(folder, f"{f.name}.ordinals"),
            {name: tuple(meant) for name, meant in others[f.name].items()},
        )
        for f in FACETS
    }
    return Columns(_array(folder, "days"), _array(folder, "order"), facets)


def _array(folder: Path, name: str) -> Ids:
    array: Ids = np.load(folder / f"{name}.npy", allow_pickle=False)
    return array


def columns_of(documents: Iterable[tuple[int, Article, Paragraph]], size: int) -> Columns:
    """The columns of documents, given by number; `size` is one more than the highest number."""
    days = np.zeros(size, dtype=np.int64)
    keys: list[tuple[str, int]] = [("", 0)] * size
    collected: dict[str, _Collected] = {f.name: _Collected() for f in FACETS}
    for number, article, paragraph in documents:
        days[number] = article.published.value.toordinal() if article.published.value else UNDATED
        keys[number] = (article.id, paragraph.number)
        for facet in FACETS:
            collected[facet.name].add(number, facet.values(article, paragraph))
            collected[facet.name].known_as.update(facet.known_as(article, paragraph))
    order = np.empty(size, dtype=np.int64)
    order[sorted(range(size), key=keys.__getitem__)] = np.arange(size)
    return Columns(days, order, {name: c.column() for name, c in collected.items()})


class _Collected:
    """A facet column while it grows."""

    def __init__(self) -> None:
        self.ordinal: dict[str, int] = {}
        self.pairs: list[tuple[int, int]] = []
        self.known_as: set[tuple[str, str]] = set()

    def add(self, document: int, values: tuple[str, ...]) -> None:
        self.pairs += [(document, self.ordinal.setdefault(v, len(self.ordinal))) for v in dict.fromkeys(values)]

    def column(self) -> FacetColumn:
        pairs = np.array(self.pairs, dtype=np.int64).reshape(-1, 2)
        others = aliases(self.known_as, self.ordinal)
        return FacetColumn(tuple(self.ordinal), pairs[:, 0].copy(), pairs[:, 1].copy(), others)
