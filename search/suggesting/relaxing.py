"""Relaxing: what a query that finds nothing would find if something that it asks for were dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from search.deadline import NO_DEADLINE, Deadline
from search.engine import Engine
from search.errors import QueryError
from search.facets import FACETS
from search.query import Query
from search.suggesting.units import units, without

SEARCHES = 12  # at most, for one page
FEWEST, MOST = 2, 6  # words or phrases of which one may be dropped

Dropped = Literal["choice", "days", "word", "some", "words", "filters"]
COARSE = frozenset({"some", "words", "filters"})  # what leaves little of the query, and so is offered last


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A query that finds something, what was dropped for it, and how many paragraphs it finds, never none.

    `dropped` is what: all choices of a `facet`, whose `values` they are; the days; one word or phrase, in `values`;
    that more than any one of the words be there ("some"); all words; or everything that is chosen, the days as well.
    """

    query: Query
    dropped: Dropped
    facet: str = ""
    values: tuple[str, ...] = ()
    total: int = 0


def relaxed(query: Query, engine: Engine, deadline: Deadline = NO_DEADLINE) -> tuple[Relaxed, ...]:
    """What would find something, first what finds most of those that keep most of the query.

    Meant for a query that finds nothing. Past the deadline nothing more is tried.
    """
    options = islice((option for option in _options(query) if option.query != query), SEARCHES)
    found = [_found(option, engine) for option in options if not deadline.past]
    alone = {option.total for option in found if option.dropped == "word"}  # then any of the words are but these
    useful = (option for option in found if option.total and not (option.dropped == "some" and option.total in alone))
    return tuple(sorted(useful, key=lambda option: (option.dropped in COARSE, -option.total)))


def _found(option: Relaxed, engine: Engine) -> Relaxed:
    try:
        return replace(option, total=engine.search(option.query).total)
    except QueryError:  # it takes too long, or what is left of the words cannot be read
        return option


def _options(query: Query) -> Iterator[Relaxed]:
    """What may be dropped, the most promising first."""
    filters = [*_choices(query), *_days(query)]
    yield from filters
    yield from _words(query)
    if len(filters) > 1:
        yield Relaxed(query.cleared(), "filters")
    if filters and query.words:
        yield Relaxed(query.with_words(""), "words")


def _choices(query: Query) -> Iterator[Relaxed]:
    """The choices of each facet, together: those of one facet stand side by side, and fewer of them find less."""
    for facet in FACETS:
        if values := (*query.values(facet.name), *query.unwanted(facet.name)):
            yield Relaxed(query.free_of(facet.name), "choice", facet.name, values)


def _days(query: Query) -> Iterator[Relaxed]:
    if query.since or query.until:
        yield Relaxed(query.without("from").without("to"), "days")


def _words(query: Query) -> Iterator[Relaxed]:
    """Each word or phrase, then that more than any one be there; none where parentheses, OR or NEAR bind them."""
    parts = tuple(units(query.words))
    wanted = [number for number, part in enumerate(parts) if part.wanted]
    if any(part.binds for part in parts) or not FEWEST <= len(wanted) <= MOST:
        return
    for number in wanted:
        yield Relaxed(query.with_words(without(parts, number)), "word", "", (parts[number].text,))
    if len(telling := [part.text for part in parts if part.tells]) > 1:
        left_out = [part.text for part in parts if not (part.wanted or part.is_and)]
        yield Relaxed(query.with_words(" ".join([f"({' OR '.join(telling)})", *left_out])), "some")
