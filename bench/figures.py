"""Figures: milliseconds as p50 and p95, by kind of query and over all, and how many times ours another engine's are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.queries import KINDS, Asked

OURS = "onrecord"
Times = Mapping[int, list[float]]  # milliseconds, by the number of the query


@dataclass(frozen=True, slots=True)
class Figure:
    """The middle, and what only one in twenty exceeds."""

    p50: float
    p95: float


def figure(values: Iterable[float]) -> Figure:
    """
    >>> figure([1.0, 2.0, 3.0])
    Figure(p50=2.0, p95=2.9)
    """
    p50, p95 = np.percentile(list(values), [50, 95]).round(4).tolist()
    return Figure(p50, p95)


def by_kind(times: Times, asked: Sequence[Asked]) -> dict[str, Figure]:
    """An engine's figures for each kind of query that it answers, and for all of them."""
    numbers = {str(kind): [n for n, a in enumerate(asked) if a.kind == kind] for kind in KINDS}
    some = {kind: _of(times, chosen) for kind, chosen in {**numbers, "all": range(len(asked))}.items()}
    return {kind: figure(values) for kind, values in some.items() if values}


def ratios(times: Mapping[str, Times]) -> dict[str, Figure]:
    """Each engine's figures divided by ours, over the queries that both answer; empty where we were not asked."""
    if OURS not in times:
        return {}
    return {name: _ratio(others, times[OURS]) for name, others in times.items() if name != OURS}


def _ratio(others: Times, ours: Times) -> Figure:
    both = sorted(others.keys() & ours.keys())
    theirs, own = figure(_of(others, both)), figure(_of(ours, both))
    return Figure(round(theirs.p50 / own.p50, 3), round(theirs.p95 / own.p95, 3))


def _of(times: Times, numbers: Iterable[int]) -> list[float]:
    return [ms for number in numbers for ms in times.get(number, ())]
