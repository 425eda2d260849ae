"""Rows: the values of a facet as the page prints them, each worked out once, for a page has fifty."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from search.facets import Facet
from search.results import FacetValue
from web.figures import number
from web.links import Links
from web.wording import title

State = Literal["", "on", "off"]


@dataclass(frozen=True, slots=True)
class Row:
    """A value: whether it is chosen ("on") or left out ("off"), its words, its count, the link that chooses it.

    `back` is the link that leaves a chosen one out, or an excluded one no longer; "" where it is neither: that is left
    out by a button of the one form that all rows share, for fifty more links would be half of the page.
    """

    state: State
    value: str
    words: str
    count: str
    link: str
    back: str


def rows(facet: Facet, values: Iterable[FacetValue], links: Links) -> Iterator[Row]:
    """These values of a facet."""
    return (_row(facet, value, links) for value in values)


def _row(facet: Facet, v: FacetValue, links: Links) -> Row:
    state: State = "on" if v.selected else "off" if v.excluded else ""
    back = links.excluding(facet.name, v.value) if state else ""
    link = links.toggled(facet.name, v.value)
    return Row(state, v.value, title(v.value, facet), number(v.count), link, back)
