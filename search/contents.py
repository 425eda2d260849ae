"""Contents: what an index holds, in numbers."""

from dataclasses import dataclass, field
from datetime import date

from search.facets import UNKNOWN


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index holds; `built` is when it was finished, in UTC, `parser` the model that helped to attribute."""

    articles: int = 0
    paragraphs: int = 0
    statements: int = 0
    speakers: int = 0
    built: str = ""
    outlets: tuple[str, ...] = field(default=())
    parser: str = ""

    @property
    def day(self) -> date | None:
        """The day on which it was finished; None where that is not known."""
        return date.fromisoformat(self.built[:10]) if self.built else None


@dataclass(frozen=True, slots=True)
class Edition:
    """What an index is by name: its generation, what that was built by, the generation to go back to ("" if none)."""

    generation: str
    fingerprint: str
    before: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Coverage:
    """How many articles an outlet has in a month ("2024-05"); both may be unknown."""

    outlet: str
    month: str
    articles: int


def month_of(day: date | None) -> str:
    """
    >>> month_of(date(2024, 5, 31)), month_of(None)
    ('2024-05', 'unknown')
    """
    return day.isoformat()[:7] if day else UNKNOWN
