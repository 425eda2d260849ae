"""Wording: the words of the program's tables, such as a facet's heading, in the language of the page."""

from collections.abc import Iterable, Mapping
from typing import get_args

from flask import Flask

from search.attribution.cues import ACTS
from search.facets import FACETS, Facet
from search.model import ParagraphKind, StatementKind
from search.query import SORTS
from web.preferences import language


def tables() -> Mapping[str, Iterable[str]]:
    """The words of each table, by what they are: the context in which a translator finds them."""
    values = {f"value of {facet.name}": facet.labels.values() for facet in FACETS}
    kinds = {"kind of paragraph": get_args(ParagraphKind), "kind of statement": get_args(StatementKind)}
    return {"facet": [facet.label for facet in FACETS], **values, "order": SORTS, "act": ACTS, **kinds}


def worded(word: str, table: str) -> str:
    """A word of a table, such as `"newest"|worded("order")`.

    >>> worded("newest", "order")
    'newest'
    """
    return language().words.pgettext(table, word)


def heading(facet: Facet) -> str:
    """What stands over a facet."""
    return worded(facet.label, "facet")


def title(value: str, facet: Facet) -> str:
    """What is read for a value; a name is left alone, even where it reads like a label."""
    label = facet.labels.get(value)
    return worded(label, f"value of {facet.name}") if label else facet.title(value)


def register(app: Flask) -> None:
    """Give an app's templates these words."""
    app.jinja_env.filters.update(worded=worded, heading=heading, title_of=title)
