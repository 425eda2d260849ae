"""Chips: what narrows a query, each with the way to take it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.facets import FACETS, Facet
from search.query import Query
from web.figures import day
from web.links import Links
from web.translating import gettext
from web.wording import heading, title


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: the heading of its facet, its words, whether it leaves out, and the address without it."""

    heading: str
    words: str
    excluded: bool
    link: str


def chips(query: Query, links: Links) -> list[Chip]:
    """What narrows a query, in the order of the facets."""
    return [*(chip for facet in FACETS for chip in _of_facet(facet, query, links)), *_of_days(query, links)]


def _of_facet(facet: Facet, query: Query, links: Links) -> Iterator[Chip]:
    for value in query.values(facet.name):
        yield Chip(heading(facet), title(value, facet), excluded=False, link=links.toggled(facet.name, value))
    for value in query.unwanted(facet.name):
        yield Chip(heading(facet), title(value, facet), excluded=True, link=links.excluding(facet.name, value))


def _of_days(query: Query, links: Links) -> Iterator[Chip]:
    for name, label in (("from", gettext("From")), ("to", gettext("To"))):
        if value := query.days()[name]:
            yield Chip(label, day(value), excluded=False, link=links.to(query.without(name)))
