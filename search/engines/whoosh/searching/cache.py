"""The cache: what was worked out and may be asked for again, up to so many bytes, shared between threads."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Protocol, TypeVar


class Sized(Protocol):
    """What knows how many bytes it takes."""

    @property
    def nbytes(self) -> int: ...


T = TypeVar("T", bound=Sized)

ENTRY = 500  # bytes that an entry takes beside its arrays


class Cache:
    """Values by key; of those asked for longest ago as many go as do not fit into `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit, self.held = limit, 0
        self._values: OrderedDict[Hashable, Sized] = OrderedDict()
        self._turn = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made where it is not held; two threads may make the same one at a time."""
        with self._turn:
            if (value := self._values.get(key)) is not None:
                self._values.move_to_end(key)
                return value  # type: ignore[return-value]  # a key is asked for with one kind of value
        made = make()
        self._keep(key, made)
        return made

    def _keep(self, key: Hashable, value: Sized) -> None:
        size = value.nbytes + ENTRY
        if size > self.limit // 4:
            return  # it would drive out most others
        with self._turn:
            if key not in self._values:
                self._values[key] = value
                self.held += size
            while self.held > self.limit:
                _, gone = self._values.popitem(last=False)
                self.held -= gone.nbytes + ENTRY
