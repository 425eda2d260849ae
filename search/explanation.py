"""Explanations: an article's statements for people, each with the rule that found it and the words it rests on."""

from collections.abc import Iterator
from typing import TypeVar

from search.model import Article, Basis, Fact, Paragraph, Speaker, Statement
from search.sentences import Sentence

T = TypeVar("T")

WIDTH = 100  # characters of a statement that are shown


def explained(article: Article) -> str:
    """What On Record made of an article, as text."""
    return "\n".join(_lines(article))


def sentence_of(statement: Statement, number: int) -> str:
    """Why this speaker, in a sentence: the rule, the words, and where the speaker was named if not here."""
    evidence = statement.evidence
    words = f", by “{' '.join(evidence.words.split())}”" if evidence.words else ""
    named = f"; named in ¶{evidence.paragraph}" if statement.speaker and evidence.paragraph != number else ""
    return f"{evidence.rule}{words}{named}{_otherwise(statement.speaker)}{_occasion(statement)}"


_BASES: dict[Basis, Sentence] = {"stated": Sentence("stated"), "unknown": Sentence("unknown")}


def resting_on(fact: Fact[T]) -> Sentence:
    """Where a fact comes from: "stated", "stated (“h1”)", "inferred from ¶43 (“January 15”)", "unknown"."""
    if fact.basis == "stated" and fact.words:
        return Sentence("stated (“{words}”)", words=fact.words)
    if fact.basis != "inferred":
        return _BASES[fact.basis]
    if fact.paragraph is None:
        return Sentence("inferred from the file (“{words}”)", words=fact.words)
    return Sentence("inferred from ¶{number} (“{words}”)", number=str(fact.paragraph), words=fact.words)


def _otherwise(speaker: Speaker | None) -> str:
    """How the article itself spells a speaker who is shown by another name."""
    return f"; spelled {speaker.own_name} here" if speaker and speaker.own_name != speaker.name else ""


def _occasion(statement: Statement) -> str:
    """When and where it was said, as far as the text says so: "; on 2024-05-31, interview with CNN"."""
    told = [f"on {statement.day}" if statement.day else "", statement.venue]
    return "; " + ", ".join(filter(None, told)) if any(told) else ""


def _lines(article: Article) -> Iterator[str]:
    yield f"{article.id}: {article.title.value or 'untitled'}"
    yield f"  outlet {article.outlet.value or '-'} ({resting_on(article.outlet)})"
    yield f"  published {article.published.value or '-'} ({resting_on(article.published)})"
    for note in article.notes:
        yield f"  note: {note}"
    for paragraph in article.paragraphs:
        yield from _paragraph(paragraph, "nobody speaks" if article.supported else "language not supported")


def _paragraph(paragraph: Paragraph, silent: str) -> Iterator[str]:
    kind = "" if paragraph.kind == "body" else f" ({paragraph.kind})"
    yield f"¶{paragraph.number}{kind}" + ("" if paragraph.statements else f" {silent}")
    for statement in paragraph.statements:
        text = statement.text if len(statement.text) <= WIDTH else f"{statement.text[:WIDTH]}…"
        who = statement.speaker.name if statement.speaker else "unknown speaker"
        told = ", ".join(filter(None, [statement.kind, statement.act, f"{statement.confidence:.0%}"]))
        yield f"  {who} [{told}] {' '.join(text.split())}"
        yield f"      {sentence_of(statement, paragraph.number)}"
