"""Keeping: the paragraphs that a reader has put aside, with the references by which each is cited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from search.citing import FORMS, cite
from search.citing.citation import Citation
from search.engine import Engine
from search.model import Article, Paragraph
from web.found import at_place


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph that is kept: its place, and its references by the name of their form."""

    place: str
    article: Article
    paragraph: Paragraph
    citations: Sequence[Citation]
    references: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Keeping:
    """Kept paragraphs, in the order in which they were put aside, and the places of those that are gone."""

    kept: Sequence[Kept]
    gone: Sequence[str]


def keep(engine: Engine, places: Sequence[str], today: date | None = None) -> Keeping:
    """The paragraphs at these places, as they are read today."""
    read = today or datetime.now(UTC).date()
    found = {place: at_place(engine, place) for place in places}
    kept = [_kept(place, *there, read) for place, there in found.items() if there]
    return Keeping(kept, [place for place, there in found.items() if not there])


def _kept(place: str, article: Article, paragraph: Paragraph, read: date) -> Kept:
    citations = [Citation(article, paragraph, read, statement) for statement in paragraph.statements]
    citations = citations or [Citation(article, paragraph, read)]
    return Kept(place, article, paragraph, citations, {form.name: cite(citations, form) for form in FORMS})
