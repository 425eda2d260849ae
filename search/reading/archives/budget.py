"""Budget: how much an archive may unfold to, whatever is packed in whatever; bombs end here."""

from dataclasses import dataclass

from search.errors import ReadError

MOST_MEMBERS = 200_000  # of one file, all in all; their names are held in memory
TIMES_LARGEST = 500  # so many of the largest files may one archive unfold to: 10 GB by default
TIMES_PACKED = 200  # and to so many times its own size: a text packs to a tenth, alike pages to a sixtieth


class Spent(ReadError):
    """An archive that unfolds to more than it may: nothing more is read of it."""


@dataclass(slots=True)
class Budget:
    """What may still be read of an archive: bytes of one file in it, bytes in all, files in all."""

    name: str
    largest: int
    bytes: int
    members: int = MOST_MEMBERS

    @classmethod
    def of(cls, name: str, size: int, largest: int) -> "Budget":
        """The budget of a file of this size."""
        return cls(name, largest, min(TIMES_LARGEST * largest, largest + TIMES_PACKED * size))

    def unfold(self, count: int) -> None:
        """Take these bytes away; raises Spent where they are more than there are."""
        self.bytes -= count
        if self.bytes < 0:
            raise Spent(f"{self.name}: unfolds to far more than its size and was not read to its end; split it")

    def open(self) -> None:
        """Take one file away; raises Spent where there is none left."""
        self.members -= 1
        if self.members < 0:
            raise Spent(f"{self.name}: holds more than {MOST_MEMBERS:,} files, and the rest was not read; split it")
