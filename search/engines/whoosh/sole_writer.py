"""The sole writer: one process at a time makes generations in an index folder; another is told who is at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from search.engines.whoosh.holder import Holder
from search.engines.whoosh.pointer import refuse_foreign
from search.errors import LockedIndex


class SoleWriter:
    """The lock of an index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FileLock(folder / "lock", timeout=0)  # one object, so that its holder may take it again

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only writer, as often as one likes; raises ForeignIndex or LockedIndex."""
        refuse_foreign(self.folder)
        (self.folder / "generations").mkdir(parents=True, exist_ok=True)
        again, holder = self._lock.is_locked, Holder(self.folder / "holder")
        try:
            self._lock.acquire()
        except Timeout:
            raise LockedIndex(
                f"Another reindex{holder.name} is writing to {self.folder}; wait for it, then try again."
            ) from None
        try:
            if not again:
                holder.sign()
            yield
        finally:
            if not again:
                holder.leave()
            self._lock.release()

    def room(self) -> Path:
        """The folder for what a writer finds again the next time."""
        (self.folder / "work").mkdir(exist_ok=True)
        return self.folder / "work"
