"""Interviews: questions set apart, and answers without quotation marks, which are all one person's words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.attribution.lexicon import FIRST_PERSON
from search.attribution.prepared import Prepared
from search.attribution.register import Person, Register
from search.attribution.transcripts import transcript_speaker
from search.model import Article, Paragraph

FEWEST = 3  # questions: with fewer, a question is a heading


@dataclass(frozen=True, slots=True)
class Interview:
    """Who answers, where that one was named, and the paragraphs that are answers."""

    guest: Person
    named_in: int
    answers: frozenset[int]


def interview_in(article: Article, texts: Sequence[Prepared], register: Register) -> Interview | None:
    """The interview that an article is; None if it is none.

    It is one if three questions stand apart and most of what follows them speaks of "I" and "we".
    """
    questions = [p.number for p in article.paragraphs if _asks(p)]
    if len(questions) < FEWEST or any(transcript_speaker(p.text) for p in article.paragraphs):
        return None
    turns = {p.number for p in article.paragraphs if p.kind == "heading" or _asks(p)}
    spoken = {t.paragraph.number: is_first_person(t) for t in texts if t.paragraph.kind == "body" and _is_plain(t)}
    follow = [number for number in spoken if number > questions[0] and number not in turns]
    after = {b.number for a, b in pairwise(article.paragraphs) if a.number in turns}
    first = [spoken[number] for number in follow if number in after]
    answers = [number for number in follow if number in after or spoken[number]]
    if not first or sum(first) * 2 <= len(first):
        return None
    return _with_guest([t for t in texts if t.paragraph.number < questions[0]], register, frozenset(answers))


def _with_guest(before: Sequence[Prepared], register: Register, answers: frozenset[int]) -> Interview | None:
    """The guest is whom the lines before the first question name most."""
    named = [(m, t.paragraph.number) for t in before for mentions in t.mentions for m in mentions]
    people = [(person, number) for m, number in named if (person := register.find(m.name)) and not m.depends]
    if not people:
        return None
    name = Counter(person.name for person, _ in people).most_common(1)[0][0]
    guest, number = next(pair for pair in people if pair[0].name == name)
    return Interview(guest, number, answers)


def _asks(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a question."""
    return paragraph.kind in {"heading", "body"} and paragraph.text.endswith("?")


def _is_plain(text: Prepared) -> bool:
    """Whether a paragraph is neither an aside in brackets nor begins with a quotation."""
    begins = text.quotations and text.quotations[0].outer.start == 0
    return not begins and not text.paragraph.text.startswith(("(", "["))


def is_first_person(text: Prepared) -> bool:
    """Whether somebody speaks of "I" or "we" here outside quotation marks."""
    return any(t.lower in FIRST_PERSON and t.quotation < 0 for s in text.sentences for t in s.tokens)
