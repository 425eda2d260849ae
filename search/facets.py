"""Facets: the ways to narrow a search, one line each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from search.model import Article, Paragraph

UNKNOWN = "unknown"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow: its name in addresses and JSON, its heading, and the values that a paragraph has in it.

    `labels` words the values that do not speak for themselves; `by_value` lists the highest value first, as for years,
    and not the most frequent.
    """

    name: str
    label: str
    values: Callable[[Article, Paragraph], tuple[str, ...]]
    labels: Mapping[str, str] = field(default_factory=dict)
    by_value: bool = False

    def title(self, value: str) -> str:
        """What a person reads for a value."""
        return self.labels.get(value, value)


def _speakers(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return paragraph.speakers or ((UNKNOWN,) if paragraph.statements else (NOBODY,))


def _outlet(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (article.outlet.value or UNKNOWN,)


def _year(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (str(article.published.value.year) if article.published.value else UNKNOWN,)


KINDS = {"body": "Text", "heading": "Headings", "caption": "Captions", "footnote": "Footnotes", "embed": "Posts"}

FACETS = (
    Facet("speaker", "Speaker", _speakers, {NOBODY: "Nobody speaks", UNKNOWN: "Unknown speaker"}),
    Facet("outlet", "Outlet", _outlet, {UNKNOWN: "Unknown outlet"}),
    Facet("date", "Year", _year, {UNKNOWN: "Unknown date"}, by_value=True),
    Facet(
        "kind", "Part of the article", lambda article, paragraph: (paragraph.kind,), KINDS | {"boilerplate": "Other"}
    ),
)
