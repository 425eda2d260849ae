"""The protocol: what every engine of the benchmark is asked to do, and the answer that all of them give."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from bench.queries import Asked
from search.model import Article

FACET_VALUES, HITS = 10, 10
Counts = Mapping[str, int]


class Unavailable(Exception):
    """The engine is not on this machine."""


class Unanswered(Exception):
    """The engine has no such queries."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many paragraphs, the first values of speaker, outlet and year, paragraphs by month, texts with snippets.

    `seconds` is what the engine itself measured, where reaching it takes time that is not its own; `note` is what the
    engine says of an answer that is not all that was asked for.
    """

    total: int
    facets: Mapping[str, Counts]
    months: Counts = field(default_factory=dict)
    hits: tuple[tuple[str, str], ...] = ()
    seconds: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as most engines want it: a number, the day as toordinal(), the month as counted from year 0."""

    number: int
    text: str
    speakers: tuple[str, ...]
    outlet: str
    day: int
    month: int


class Engine(Protocol):
    """Keeps an index in a folder."""

    def build(self, articles: Iterable[Article]) -> None:
        """Index these, on disk when it returns."""
        ...

    def open(self) -> None:
        """Make ready to answer from what was built."""
        ...

    def answer(self, asked: Asked) -> Answer:
        """The whole job: total, facets, months, hits with stored text and a marked snippet; raises Unanswered."""
        ...


def rows(articles: Iterable[Article]) -> Iterator[Row]:
    """The paragraphs of articles, numbered from 1."""
    number = 0
    for article in articles:
        day, outlet = article.published.value, article.outlet.value or ""
        assert day, "every article of the corpus has a day"
        for paragraph in article.paragraphs:
            number += 1
            month = day.year * 12 + day.month - 1
            yield Row(number, paragraph.text, paragraph.speakers, outlet, day.toordinal(), month)


def first(counts: Mapping[str, int]) -> Counts:
    """The most frequent values."""
    return dict(sorted(counts.items(), key=lambda pair: -pair[1])[:FACET_VALUES])


def each(joined: Iterable[tuple[str, int]], comma: str = ",") -> Counts:
    """How often each speaker, from how often each set of speakers; "" is nobody."""
    counts: dict[str, int] = {}
    for names, count in joined:
        for name in names.split(comma) if names else ():
            counts[name] = counts.get(name, 0) + count
    return counts


def by_month(counts: Iterable[tuple[int, int]]) -> tuple[Counts, Counts]:
    """The months, and the years, which are sums of months."""
    months: dict[str, int] = {}
    years: dict[str, int] = {}
    for month, count in sorted(counts):
        name = month_name(month)
        months[name] = count
        years[name[:4]] = years.get(name[:4], 0) + count
    return months, years


@cache
def month_name(month: int) -> str:
    """
    >>> month_name(2024 * 12 + 4)
    '2024-05'
    """
    return f"{month // 12}-{month % 12 + 1:02}"
