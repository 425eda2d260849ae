"""Strings: many strings of bytes kept as two arrays, all of them one after the other, and where each ends.

And the two ways to number them: as they come, or as they are sorted.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from search.engines.whoosh.arrays import Array

T = TypeVar("T", bound=Hashable)
Text = TypeVar("Text", bytes, str)


def joined(strings: Iterable[bytes]) -> tuple[Array, Array]:
    """The two arrays: uint8 and uint32.

    >>> joined([b"oar", b"", b"sail"])[1].tolist()
    [3, 3, 7]
    """
    kept = list(strings)
    ends = np.cumsum(np.fromiter(map(len, kept), np.int64, len(kept)))
    return np.frombuffer(b"".join(kept), np.uint8), ends.astype(np.uint32)


def parted(text: Array, ends: Array) -> list[bytes]:
    """The strings again.

    >>> parted(*joined([b"oar", b"", b"sail"]))
    [b'oar', b'', b'sail']
    """
    whole, stops = text.tobytes(), ends.tolist()
    return [whole[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


class Numbering(dict[T, int]):
    """Array things from nought on, as they are asked for.

    >>> number = Numbering[str]()
    >>> [number["oar"], number["sail"], number["oar"]]
    [0, 1, 0]
    """

    def __missing__(self, thing: T) -> int:
        self[thing] = number = len(self)
        return number


def ranked(strings: Sequence[Text]) -> tuple[list[int], Array]:
    """The numbers of strings as these are sorted; and the place of each string among them (uint32).

    >>> order, ranks = ranked(["sail", "oar", "tar"])
    >>> order, ranks.tolist()
    ([1, 0, 2], [1, 0, 2])
    """
    order = sorted(range(len(strings)), key=strings.__getitem__)
    ranks = np.empty(len(strings), np.uint32)
    ranks[order] = np.arange(len(strings), dtype=np.uint32)
    return order, ranks
