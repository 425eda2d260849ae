"""What was found: documents and their scores; joined, crossed and taken away from each other, in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Ids, Mask, Scores
from search.engines.whoosh.searching.slate import Slate

FEW = 32  # times fewer than the others: then each is looked up in them, and they are not gone through


@dataclass(frozen=True, slots=True)
class Found:
    """Documents, each once, with their scores, which are above 0; `ascending` says whether they are in order."""

    ids: Ids
    scores: Scores
    ascending: bool = True

    @property
    def nbytes(self) -> int:
        """How many bytes these take."""
        return self.ids.nbytes + self.scores.nbytes

    def at(self, kept: Mask | Ids) -> "Found":
        """Some of these."""
        return Found(self.ids[kept], self.scores[kept], self.ascending)


NOTHING = Found(np.empty(0, np.int64), np.empty(0, np.float64))


def crossed(parts: Sequence[Found], slate: Slate) -> Found:
    """The documents of all parts; their scores added up."""
    first, *others = sorted(parts, key=lambda part: len(part.ids))
    for other in others:
        first = _crossed(first, other, slate)
    return first


def joined(parts: Sequence[Found], slate: Slate) -> Found:
    """The documents of any of the parts; their scores added up."""
    return most(parts, slate, 1, 0.0)


def most(parts: Sequence[Found], slate: Slate, enough: int, whole: float) -> Found:
    """The documents of at least so many of the parts; their scores added up, and `whole` for those in all parts.

    Whoever is in so many of them is in one of all but the `enough - 1` longest: only those are gone through.
    """
    some = sorted((part for part in parts if len(part.ids)), key=lambda part: len(part.ids))
    if len(some) < enough or not some:
        return NOTHING
    if len(parts) == enough:
        return crossed(some, slate)
    short, long = some[: len(some) - enough + 1], some[len(some) - enough + 1 :]
    found = _joined(short, slate)
    if enough == 1:
        return found
    found, often = _counted(found, short, long, slate)
    return Found(found.ids, found.scores + whole * (often == len(parts)), found.ascending).at(often >= enough)


def read_off(found: Found, ids: Ids, slate: Slate) -> Scores:
    """The score of each of these documents; 0 where it was not found."""
    if not len(found.ids):
        return np.zeros(len(ids))
    if found.ascending and len(ids) * FEW < len(found.ids):
        at = np.minimum(np.searchsorted(found.ids, ids), len(found.ids) - 1)
        return np.where(found.ids[at] == ids, found.scores[at], 0.0)
    with slate.scores() as scores:
        scores[found.ids] = found.scores
        read = scores[ids]
        scores[found.ids] = 0.0
    return read


def in_order(found: Found) -> Found:
    """The same in ascending order."""
    if found.ascending:
        return found
    order = np.argsort(found.ids, kind="stable")
    return Found(found.ids[order], found.scores[order])


def _crossed(few: Found, many: Found, slate: Slate) -> Found:
    if not (few.ascending and many.ascending) or len(few.ids) * FEW < len(many.ids):
        more = read_off(many, few.ids, slate)
        there = np.flatnonzero(more)
        return Found(few.ids[there], few.scores[there] + more[there], few.ascending)
    with slate.marks() as marks:
        marks[few.ids] = True
        of_many = np.flatnonzero(marks[many.ids])
        marks[few.ids] = False
        both = many.ids[of_many]
        marks[both] = True
        of_few = np.flatnonzero(marks[few.ids])
        marks[both] = False
    return Found(both, few.scores[of_few] + many.scores[of_many])


def _joined(parts: Sequence[Found], slate: Slate) -> Found:
    """The documents of any part. The parts go onto the slate one over the other; who is new there is noted."""
    if len(parts) == 1:
        return parts[0]
    with slate.scores() as scores:
        new = []
        for part in reversed(parts):
            there = scores[part.ids]
            new.append(part.ids[there == 0.0])
            scores[part.ids] = there + part.scores
        ids = np.concatenate(new)
        found = Found(ids, scores[ids], ascending=False)
        scores[ids] = 0.0
    return found


def _counted(found: Found, short: Sequence[Found], long: Sequence[Found], slate: Slate) -> tuple[Found, Ids]:
    """What was found in the short parts with the long ones' scores added, and in how many of all each is."""
    often, scores = np.zeros(len(found.ids), np.int64), found.scores
    for part in short:
        often += read_off(part, found.ids, slate) > 0.0
    for part in long:
        more = read_off(part, found.ids, slate)
        often += more > 0.0
        scores = scores + more
    return Found(found.ids, scores, found.ascending), often
