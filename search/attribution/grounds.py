"""Grounds: what a statement rests on, and the statement made of them."""

from dataclasses import dataclass

from search.attribution.occasions import NOTHING, Occasion
from search.attribution.rules import Rule
from search.attribution.sources import Resolved, speaker_of
from search.model import Evidence, Paragraph, Span, Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Grounds:
    """The rule's name, the words it rests on, the cue and what that makes of what is said, and when and where."""

    rule: Rule
    words: str = ""
    cue: str = ""
    act: str = ""
    occasion: Occasion = NOTHING


def statement(
    paragraph: Paragraph, where: Span, kind: StatementKind, speaker: Resolved | None, grounds: Grounds
) -> Statement:
    """The statement at a place of a paragraph."""
    return Statement(
        where=where,
        text=where.of(paragraph.text),
        kind=kind,
        speaker=speaker_of(speaker.source) if speaker else None,
        cue=grounds.cue,
        evidence=Evidence(grounds.rule, grounds.words, speaker.paragraph if speaker else paragraph.number),
        confidence=speaker.confidence if speaker else 0.0,
        act=grounds.act,
        day=grounds.occasion.day,
        venue=grounds.occasion.venue,
    )
