"""Strings: many strings of bytes kept as two arrays, all of them one after the other, and where each ends."""

import mmap
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T", bound=Hashable)

Numbers = npt.NDArray[Any]  # of whichever width
Named = Mapping[str, Numbers]


def joined(strings: Iterable[bytes]) -> tuple[Numbers, Numbers]:
    """The two arrays: uint8 and uint32.

    >>> joined([b"oar", b"", b"sail"])[1].tolist()
    [3, 3, 7]
    """
    kept = list(strings)
    ends = np.cumsum(np.fromiter(map(len, kept), np.int64, len(kept)))
    return np.frombuffer(b"".join(kept), np.uint8), ends.astype(np.uint32)


def parted(text: Numbers, ends: Numbers) -> list[bytes]:
    """The strings again.

    >>> parted(*joined([b"oar", b"", b"sail"]))
    [b'oar', b'', b'sail']
    """
    whole, stops = text.tobytes(), ends.tolist()
    return [whole[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


def narrowed(numbers: Numbers) -> Numbers:
    """Numbers from nought on in the narrowest type that holds them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max())) if len(numbers) else np.uint8)


def release(arrays: Named) -> None:
    """Give back the memory of arrays that are mapped from files; whoever looks at them again reads them again."""
    if hasattr(mmap, "MADV_DONTNEED"):
        maps = {id(held): held for array in arrays.values() if isinstance(held := _held(array), mmap.mmap)}
        for each in maps.values():
            each.madvise(mmap.MADV_DONTNEED)


def _held(array: Numbers) -> object:
    """What an array lies in: NumPy keeps a view of it, or itself."""
    return getattr(array.base, "obj", array.base)


class Numbering(dict[T, int]):
    """Numbers things from nought on, as they are asked for.

    >>> number = Numbering[str]()
    >>> [number["oar"], number["sail"], number["oar"]]
    [0, 1, 0]
    """

    def __missing__(self, thing: T) -> int:
        self[thing] = number = len(self)
        return number
