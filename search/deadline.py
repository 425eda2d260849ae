"""A deadline: how long a search may take. Whoever works in small steps asks before each whether there is time left."""

from dataclasses import dataclass
from time import monotonic

from search.errors import QueryError

SECONDS = 2.0  # longer than that nobody waits for a page


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock; it holds in every thread, for nothing has to interrupt it."""

    end: float = float("inf")

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds from now."""
        return cls(monotonic() + seconds)

    @property
    def past(self) -> bool:
        """Whether there is no time left."""
        return monotonic() >= self.end

    def meet(self) -> None:
        """Raises QueryError where it is past."""
        if self.past:
            raise QueryError("This search takes too long; use rarer words, or fewer with * or ~.")


NO_DEADLINE = Deadline()
