"""Short ways to write down an article, its paragraphs and who speaks in them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from search.model import Article, Evidence, Fact, Paragraph, Span, Speaker, Statement
from search.query import Query


def says(name: str | None) -> Statement:
    """A statement of this speaker, None for one whom nobody knows."""
    speaker = Speaker(name) if name else None
    return Statement(Span(0, 0), "", "indirect", speaker, "said", Evidence("test", "", 1), 1.0)


def paragraph(text: str, *statements: Statement) -> Paragraph:
    """A paragraph of body text; `article` numbers it."""
    return Paragraph(0, "body", text, statements)


def article(
    id: str, *paragraphs: Paragraph, outlet: str = "", published: date | None = None, title: str = "", raw: str = ""
) -> Article:
    """An article of these paragraphs, numbered from 1."""
    return Article(
        id,
        Fact(title, "stated") if title else Fact(),
        Fact(outlet, "stated") if outlet else Fact(),
        Fact(published, "stated") if published else Fact(),
        tuple(Paragraph(n, p.kind, p.text, p.statements) for n, p in enumerate(paragraphs, 1)),
        raw=raw,
    )


def query_of(words: str = "", chosen: Mapping[str, Iterable[str]] | None = None, **rest: object) -> Query:
    """A query from plain values: `query_of("troops", {"speaker": ["Ann Lee"]}, sort="newest")`."""
    choices = frozenset((facet, value) for facet, values in (chosen or {}).items() for value in values)
    return replace(Query(words, choices), **rest)  # type: ignore[arg-type]
