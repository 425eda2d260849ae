"""Articles in which nothing is told but who speaks, and what is made of them."""

from collections.abc import Iterable
from pathlib import Path

from examples import article, paragraph

from search.identity import Identities, identities
from search.identity.decided import NOTHING_DECIDED, Decided, decided_in
from search.identity.tally import Tally
from search.model import Article, Evidence, Span, Speaker, Statement


def article_of(id: str, *speakers: Speaker) -> Article:
    """An article in which each of these speaks in a paragraph of their own."""
    return article(id, *(paragraph("", _says(speaker)) for speaker in speakers))


def known_from(articles: Iterable[Article], decided: Decided = NOTHING_DECIDED) -> Identities:
    """Who is who in these articles."""
    tally = Tally()
    for one in articles:
        tally.add(one)
    return identities(tally, decided)


def decided_by(folder: Path, text: str) -> Decided:
    """What a speakers.toml of this text decides, put into the folder."""
    (folder / "speakers.toml").write_text(text, encoding="utf-8")
    return decided_in([folder])


def shown_in(one: Article) -> list[str]:
    """The names of those who speak, in their order."""
    return [s.speaker.name for p in one.paragraphs for s in p.statements if s.speaker]


def _says(speaker: Speaker) -> Statement:
    return Statement(Span(0, 0), "", "indirect", speaker, "said", Evidence("test", "", 1), 1.0)
