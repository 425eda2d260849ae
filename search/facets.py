"""Facets: the ways to narrow a search, one line each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from search.model import Article, Paragraph

UNKNOWN = "unknown"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow: its name in addresses and JSON, its heading, and the values that a paragraph has in it.

    `labels` words the values that do not speak for themselves; `by_value` lists the highest value first, as for years,
    and not the most frequent. `known_as` are the other names that a paragraph knows for its values, as (name, value).
    """

    name: str
    label: str
    values: Callable[[Article, Paragraph], tuple[str, ...]]
    labels: Mapping[str, str] = field(default_factory=dict)
    by_value: bool = False
    known_as: Callable[[Article, Paragraph], tuple[tuple[str, str], ...]] = lambda article, paragraph: ()

    def title(self, value: str) -> str:
        """What a person reads for a value."""
        return self.labels.get(value, value)


Aliases = Mapping[str, Mapping[str, tuple[str, ...]]]  # by the name of the facet


def aliases(known_as: Iterable[tuple[str, str]], values: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """For each other name the values that it means; one that is a value itself means that one.

    >>> aliases([("B. Lee", "Bob Lee"), ("Lee", "Bob Lee")], ["Bob Lee", "Lee"])
    {'B. Lee': ('Bob Lee',)}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name, value in known_as:
        if name not in values:
            found[name].add(value)
    return {name: tuple(sorted(meant)) for name, meant in found.items()}


def _speakers(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return paragraph.speakers or ((UNKNOWN,) if paragraph.statements else (NOBODY,))


def _spellings(article: Article, paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    return tuple((name, voice.name) for voice in paragraph.voices for name in voice.also)


def _outlet(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (article.outlet.value or UNKNOWN,)


def _year(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (str(article.published.value.year) if article.published.value else UNKNOWN,)


KINDS = {"body": "Text", "heading": "Headings", "caption": "Captions", "footnote": "Footnotes", "embed": "Posts"}

FACETS = (
    Facet("speaker", "Speaker", _speakers, {NOBODY: "Nobody speaks", UNKNOWN: "Unknown speaker"}, known_as=_spellings),
    Facet("outlet", "Outlet", _outlet, {UNKNOWN: "Unknown outlet"}),
    Facet("date", "Year", _year, {UNKNOWN: "Unknown date"}, by_value=True),
    Facet(
        "kind", "Part of the article", lambda article, paragraph: (paragraph.kind,), KINDS | {"boilerplate": "Other"}
    ),
)
