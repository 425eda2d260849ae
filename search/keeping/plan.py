"""A plan: which files are to be read, which stay as they are known, and by what terms that was decided."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from search.keeping.ledger import Entry
from search.report import Files
from search.seen import Seen


@dataclass(frozen=True, slots=True)
class Look:
    """A file that is to be read: how it was seen, the hash of its content (nothing if it cannot be read), its key."""

    path: str
    seen: Seen
    hash: bytes
    key: bytes


@dataclass(slots=True)
class Plan:
    """What is to be done: the files to be read, and those that stay as the ledger has them.

    `again` are files that are as they were and are read all the same, for the rules or what is installed has changed;
    `moved` are pairs of paths; `left` were not looked at.
    """

    to_read: dict[str, Look] = field(default_factory=dict)
    kept: dict[str, Entry] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether no file is to be read, and none is gone."""
        return not (self.to_read or self.removed)

    @property
    def files(self) -> Files:
        """How many of each there are."""
        return Files(
            new=len(self.new),
            changed=len(self.changed),
            again=len(self.again),
            moved=len(self.moved),
            removed=len(self.removed),
            unchanged=len(self.kept),
            left=self.left,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a plan is made: the rules and surroundings of now, what is on the shelf (None: do not ask), since when.

    `largest` is the size of a file that is read. `since` is in nanoseconds; what is older is not looked at, and no file
    is taken for removed, as no file of a folder is that is `closed`.
    """

    rules: str
    environment: Callable[[], str]
    largest: int
    shelf: Collection[bytes] | None = None
    since: int = 0
    closed: Collection[str] = ()
