"""Facets: the ways to narrow a search, one line each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from search.model import Article, Paragraph, Statement

UNKNOWN = "unknown"
NOBODY = "nobody"
UNSUPPORTED = "unsupported"  # the article is in a language of which nobody has worked out who speaks
NAMELESS = (UNKNOWN, NOBODY, UNSUPPORTED)  # what is no name: it comes last, however frequent

Values = Callable[[Article, Paragraph], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow: its name in addresses and JSON, its heading, and the values that a paragraph has in it.

    `labels` words the values that do not speak for themselves; `by_value` lists the highest value first, as for years,
    and not the most frequent. `known_as` are the other names that a paragraph knows for its values, as (name, value).
    """

    name: str
    label: str
    values: Values
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
    return paragraph.speakers or _without(article, paragraph)


def _spellings(article: Article, paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    return tuple((name, voice.name) for voice in paragraph.voices for name in voice.also)


def _outlet(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (article.outlet.value or UNKNOWN,)


def _year(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (str(article.published.value.year) if article.published.value else UNKNOWN,)


def _language(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    return (article.language.value or UNKNOWN,)


def _of_statements(value: Callable[[Statement], str]) -> Values:
    """What the statements of a paragraph have, each once."""

    def values(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(filter(None, map(value, paragraph.statements))))
        return found or _without(article, paragraph)

    return values


def _without(article: Article, paragraph: Paragraph) -> tuple[str, ...]:
    """What stands for a value that a paragraph does not have."""
    return (UNKNOWN if paragraph.statements else NOBODY if article.supported else UNSUPPORTED,)


SILENT = {NOBODY: "Nobody speaks", UNSUPPORTED: "Language not supported"}
MANNERS = {"direct": "Word for word", "mixed": "Partly word for word", "indirect": "In other words"}
ACTS = {
    "said": "Said",
    "asked": "Asked",
    "wrote": "Wrote",
    "announced": "Announced",
    "promised": "Promised",
    "warned": "Warned",
    "predicted": "Predicted",
    "claimed": "Claimed",
    "criticised": "Criticised",
    "praised": "Praised",
    "denied": "Denied",
    "admitted": "Admitted",
    "declined": "Declined to say",
}
PARTS = {"body": "Text", "heading": "Headings", "caption": "Captions", "footnote": "Footnotes", "embed": "Posts"}
OTHER = {"boilerplate": "Other"}

SPEAKERS = Facet("speaker", "Speaker", _speakers, SILENT | {UNKNOWN: "Unknown speaker"}, known_as=_spellings)
FACETS = (
    SPEAKERS,
    Facet("outlet", "Outlet", _outlet, {UNKNOWN: "Unknown outlet"}),
    Facet("date", "Year", _year, {UNKNOWN: "Unknown date"}, by_value=True),
    Facet("kind", "Quoted or reported", _of_statements(attrgetter("kind")), SILENT | MANNERS),
    Facet("act", "Said, denied, promised …", _of_statements(attrgetter("act")), SILENT | ACTS | {UNKNOWN: "No verb"}),
    Facet("venue", "Where it was said", _of_statements(attrgetter("venue")), SILENT | {UNKNOWN: "No place named"}),
    Facet("language", "Language", _language, {UNKNOWN: "Unknown language"}),
    Facet("part", "Part of the article", lambda article, paragraph: (paragraph.kind,), PARTS | OTHER),
)
