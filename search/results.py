"""Results: what an engine answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from search.deadline import NO_DEADLINE, Deadline
from search.facets import NOBODY, UNKNOWN, Facet
from search.model import Article, Paragraph
from search.query import PAGE_SIZE, Query

FACET_LIMIT = 200  # values of a facet that are shown; of 5,000 speakers nobody reads the last


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found, and its article, which comes without paragraphs and without raw text."""

    article: Article
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet and how many paragraphs have it, the facet's own choices left out of account."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query: how many paragraphs in all, one page of them, and each facet's values.

    `months` are how many each month ("2024-05") has, in order, whatever days and years are asked for. `notes` are
    sentences about what was searched where that is not all that was asked for. The `deadline` of the search holds for
    its snippets, too.
    """

    query: Query
    total: int
    hits: Sequence[Hit]
    facets: Mapping[str, Sequence[FacetValue]]
    months: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    deadline: Deadline = field(default=NO_DEADLINE, compare=False)

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))


def facet_values(facet: Facet, counts: Mapping[str, int], query: Query) -> tuple[FacetValue, ...]:
    """A facet's values: the chosen first, even at 0; then the most frequent; "unknown" and such last."""
    chosen = query.values(facet.name)
    everything = {**dict.fromkeys(chosen, 0), **{value: n for value, n in counts.items() if n}}
    values = sorted((FacetValue(v, facet.title(v), n, v in chosen) for v, n in everything.items()), key=_by_label)
    if facet.by_value:
        values.reverse()
    else:
        values.sort(key=lambda v: -v.count)
    return tuple(sorted(values, key=lambda v: (not v.selected, v.value in (UNKNOWN, NOBODY))))


def _by_label(value: FacetValue) -> str:
    return value.label
