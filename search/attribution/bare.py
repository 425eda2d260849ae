"""Bare quotations: quoted words that no verb claims are those of whom the text is about just there."""

from collections.abc import Iterator
from dataclasses import replace

from search.attribution.genders import gender_of_name
from search.attribution.grounds import Grounds, statement
from search.attribution.memory import Memory
from search.attribution.phrases import phrase_ending
from search.attribution.pieces import after_colon, trimmed
from search.attribution.prepared import Prepared
from search.attribution.register import Person
from search.attribution.reports import reports_of
from search.attribution.rules import Rule
from search.attribution.sources import SURE, Resolved
from search.attribution.subjects import first_phrase
from search.model import Statement

FEWEST = 3  # words: a shorter quotation that no verb claims is a title or a scare quote


def bare_quotations(text: Prepared, at: int, memory: Memory) -> Iterator[Statement]:
    """The statements that the quotations of a sentence are, where it reports nothing by another word."""
    sentence = text.sentences[at]
    whole = all(t.quotation >= 0 or not t.is_word for t in sentence.tokens)
    for quotation in sentence.quotations:
        inner = text.quotations[quotation].inner
        length = len(inner.of(text.paragraph.text).split())
        introduced = after_colon(sentence, text.quotations[quotation].outer)
        if not (introduced or length > (1 if whole else FEWEST)):
            continue
        speaker, rule = _speaker(text, at, memory, whole=whole, introduced=introduced)
        if speaker or whole or introduced:
            memory.speaker = speaker or memory.speaker
            where = trimmed(text.paragraph.text, inner)
            yield statement(text.paragraph, where, "direct" if whole or introduced else "mixed", speaker, Grounds(rule))


def _speaker(text: Prepared, at: int, memory: Memory, *, whole: bool, introduced: bool) -> tuple[Resolved | None, Rule]:
    """Whose words they are, and by what rule."""
    if introduced and (speaker := _before_colon(text, at, memory) or _subject(text, at, memory)):
        return speaker, "X ...: “...”"
    if not whole:
        speaker = None if _is_title(text, at) else _subject(text, at, memory)
        return speaker and replace(speaker, confidence=min(speaker.confidence, SURE["piece"])), "X ... “...”"
    before = text.sentences[at - 1] if at else None
    tells = before and not before.quotations and not reports_of(before)
    if tells and (speaker := _subject(text, at - 1, memory)):
        return speaker, "the subject of the sentence before"
    speaker = memory.speaker if at or memory.speaker is None or _speaks_on(memory.speaker) else None
    return speaker, "the speaker before" if speaker else ""


def _speaks_on(speaker: Resolved) -> bool:
    """Whether somebody may go on in the next paragraph: people do, houses and papers seldom."""
    return isinstance(speaker.source, Person) or (
        speaker.confidence >= SURE["unnamed"] and speaker.source.kind == "unnamed"
    )


def _before_colon(text: Prepared, at: int, memory: Memory) -> Resolved | None:
    """Somebody whose full name, or one known, stands before the colon: "More from Ann Lee: “We sail.”"."""
    tokens = text.sentences[at].tokens
    colon = next((i for i, t in enumerate(tokens) if t.text == ":" and t.quotation < 0), 0)
    phrase = phrase_ending(tokens, colon)
    known = phrase and phrase.kind == "name" and (gender_of_name(phrase.name) or memory.register.find(phrase.name))
    return memory.resolve(phrase, text.paragraph.number) if phrase and known else None


def _subject(text: Prepared, at: int, memory: Memory) -> Resolved | None:
    """Whom a sentence is about, if that is somebody known."""
    phrase = first_phrase(text.sentences[at])
    return memory.resolve(phrase, text.paragraph.number) if phrase and memory.is_known(phrase) else None


def _is_title(text: Prepared, at: int) -> bool:
    """Whether a piece in marks begins as titles do: "The Long Way Home"; pieces of what somebody said begin small."""
    first = text.quotations[text.sentences[at].quotations[0]].inner
    return not first.of(text.paragraph.text).strip()[:1].islower()
