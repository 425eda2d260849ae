"""Results: what an engine answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from search.deadline import NO_DEADLINE, Deadline
from search.facets import NAMELESS, Facet
from search.model import Article, Paragraph
from search.query import PAGE_SIZE, Query

FACET_LIMIT = 200  # values of a facet that are shown; of 5,000 speakers nobody reads the last


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found, and its article, which comes without paragraphs and without raw text.

    `more` are further hits in the same article, where results are folded by article.
    """

    article: Article
    paragraph: Paragraph
    more: int = 0


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet and how many paragraphs have it, the facet's own choices left out of account."""

    value: str
    label: str
    count: int
    selected: bool
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query: how many paragraphs, of how many articles; one page of them; each facet's values.

    `months` are how many paragraphs each month ("2024-05") has, in order, whatever days and years are asked for; `days`
    the same for each day asked for ("2024-05-31") where these are few (Query.by_day). `notes` are sentences about what
    was searched where that is not all that was asked for. The `deadline` of the search holds for its snippets, too.
    """

    query: Query
    total: int
    hits: Sequence[Hit]
    facets: Mapping[str, Sequence[FacetValue]]
    articles: int = 0
    months: tuple[tuple[str, int], ...] = ()
    days: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    deadline: Deadline = field(default=NO_DEADLINE, compare=False)

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self._rows // PAGE_SIZE))

    @property
    def named(self) -> list[FacetValue]:
        """The speakers who have a name and say what was looked for, but not those who are left out."""
        return [v for v in self.facets["speaker"] if v.value not in NAMELESS and v.count and not v.excluded]

    @property
    def _rows(self) -> int:
        """How many paragraphs, articles or speakers stand on all pages together."""
        match self.query.view:
            case "articles":
                return self.articles
            case "speakers":
                return len(self.named)
            case _:
                return self.total


def facet_values(facet: Facet, counts: Mapping[str, int], query: Query) -> tuple[FacetValue, ...]:
    """A facet's values: the chosen and excluded first, even at 0; then the most frequent; "unknown" and such last."""
    chosen, unwanted = query.values(facet.name), query.unwanted(facet.name)
    everything = {**dict.fromkeys((*chosen, *unwanted), 0), **{value: n for value, n in counts.items() if n}}
    made = (FacetValue(v, facet.title(v), n, v in chosen, v in unwanted) for v, n in everything.items())
    values = sorted(made, key=_by_label)
    if facet.by_value:
        values.reverse()
    else:
        values.sort(key=lambda v: -v.count)
    return tuple(sorted(values, key=lambda v: (not (v.selected or v.excluded), v.value in NAMELESS)))


def _by_label(value: FacetValue) -> str:
    return value.label
