"""Press: the bench's corpus as a full page needs it: titles, addresses, roles, and every facet with many values."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from search.facets import ACTS
from search.model import Article, Fact, Paragraph, ParagraphKind, Statement, StatementKind

VERSION = 1  # raise it when the same corpus becomes another press
TITLE = 8  # words
LANGUAGES = ("en",) * 12 + ("de", "fr", "es", "is", "nb", "sv", "da", "nl")
PARTS = ("body",) * 12 + get_args(ParagraphKind)
KINDS = get_args(StatementKind)
VENUES = ("", "", "", *(f"{n}. hearing of the harbour board" for n in range(1, 30)))
ROLES = ("", "minister", "harbour master", "head of the island council", "spokesman")


def press(articles: Iterable[Article]) -> Iterator[Article]:
    """The same articles, with all that real ones have beside their texts; the same for the same articles."""
    for number, article in enumerate(articles):
        words = article.paragraphs[0].text.replace(",", "").split()[:TITLE]
        yield replace(
            article,
            title=Fact(" ".join(words).rstrip("."), "stated"),
            url=f"https://paper.example/{article.published.value}/{'-'.join(words[:4]).lower()}",
            language=Fact(LANGUAGES[number % len(LANGUAGES)], "stated"),
            paragraphs=tuple(_varied(p, 7 * number + p.number) for p in article.paragraphs),
        )


def _varied(paragraph: Paragraph, number: int) -> Paragraph:
    """The paragraph of this number: another kind, other manners of saying."""
    statements = tuple(_said(statement, number) for statement in paragraph.statements)
    return replace(paragraph, kind=PARTS[number % len(PARTS)], statements=statements)


def _said(statement: Statement, number: int) -> Statement:
    role = ROLES[number % len(ROLES)]
    return replace(
        statement,
        kind=KINDS[number % len(KINDS)],
        act=(*ACTS, "")[number % (len(ACTS) + 1)],
        venue=VENUES[number % len(VENUES)],
        speaker=replace(statement.speaker, role=role) if statement.speaker else None,
    )
