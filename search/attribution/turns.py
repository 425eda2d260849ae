"""Turns: paragraphs that are one voice's from end to end: posts, answers of an interview, turns of a transcript."""

import re
from collections.abc import Iterator
from dataclasses import replace

from search.attribution.grounds import Grounds, statement
from search.attribution.interviews import Interview, is_first_person
from search.attribution.memory import Memory
from search.attribution.mentions import Mention, mentions_in
from search.attribution.organisations import is_organisation
from search.attribution.pieces import trimmed
from search.attribution.prepared import Prepared
from search.attribution.register import Person
from search.attribution.sources import SURE, Resolved
from search.attribution.tokens import tokens_of
from search.attribution.transcripts import transcript_speaker
from search.model import Paragraph, Span, Speaker, Statement
from search.posts import SIGNATURE, signature_in

BELOW = re.compile(r"(?:[—–-]|--)\s*(?P<name>[^\W\d_].{2,80})")  # — Ann Lee, clockmaker


class Turns:
    """Whose turn it is, paragraph by paragraph."""

    def __init__(self, memory: Memory, interview: Interview | None) -> None:
        self.memory = memory
        self.interview = interview
        self.turn: Resolved | None = None

    def statement(self, text: Prepared, before: int, after: Prepared | None) -> Statement | None:
        """The statement that a paragraph is; None if it is not one voice's. `before`: the last paragraph's number."""
        paragraph = text.paragraph
        if paragraph.kind == "embed":
            return self._post(paragraph, after)
        if self.interview and paragraph.number in self.interview.answers:
            return self._answer(paragraph, self.interview)
        if transcript := transcript_speaker(paragraph.text):
            return self._transcript(paragraph, *transcript)
        if signed := self._signed_below(text, after):
            return signed
        if self.turn and self.turn.paragraph == before and is_first_person(text):
            return self._goes_on(paragraph, self.turn)
        return None

    def _post(self, paragraph: Paragraph, after: Prepared | None) -> Statement | None:
        """A post is its signer's: the signature stands in its last line, or alone in the next paragraph."""
        own = signature_in(paragraph.text)
        signature = own or (after and SIGNATURE.fullmatch(after.paragraph.text))
        end = own.start() if own else len(paragraph.text)
        if not signature or not paragraph.text[:end].strip():
            return None
        signed_in = after.paragraph.number if after and not own else paragraph.number
        signer = Resolved(self._signer(signature["name"].strip(), signed_in), signed_in, SURE["signature"])
        grounds = Grounds("signature", signature[0].strip(), "posted", "wrote")
        return statement(paragraph, trimmed(paragraph.text, Span(0, end)), "direct", signer, grounds)

    def _signed_below(self, text: Prepared, after: Prepared | None) -> Statement | None:
        """A paragraph of nothing but a quotation, and under it a dash and a name: “No town is an island.” — Ann Lee"""
        signature = after and BELOW.fullmatch(after.paragraph.text)
        if after is None or not signature or not _is_one_quotation(text):
            return None
        name = next((m.name for m in _names(signature["name"])), "")
        if not name:
            return None
        signer = Resolved(self._person(name, after.paragraph.number), after.paragraph.number, SURE["signature"])
        where = trimmed(text.paragraph.text, text.quotations[0].inner)
        return statement(text.paragraph, where, "direct", signer, Grounds("a name below", signature[0], "—", "said"))

    def _signer(self, signature: str, paragraph: int) -> Person | Speaker:
        """Who signs: a person, with or without a title; whoever else signs is an organisation."""
        names_somebody = any(signature.endswith(m.name) for m in _names(signature))
        if not names_somebody or is_organisation(signature):
            return Speaker(signature, "organisation", "", (signature,))
        return self._person(signature, paragraph)

    def _person(self, words: str, paragraph: int) -> Person:
        """The person of a name that may stand after a title: `Dr. Lee`."""
        name = next((m.name for m in _names(words) if words.endswith(m.name)), words)
        person = self.memory.register.find(name) or self.memory.register.new(name, paragraph)
        person.learn(name)
        return person

    def _goes_on(self, paragraph: Paragraph, turn: Resolved) -> Statement:
        """The next paragraph of a turn in a transcript."""
        self.turn = replace(turn, paragraph=paragraph.number, confidence=SURE["answer"])
        grounds = Grounds("X: ..., going on", cue=":", act="said")
        return statement(paragraph, Span(0, len(paragraph.text)), "direct", turn, grounds)

    def _answer(self, paragraph: Paragraph, interview: Interview) -> Statement:
        """A paragraph of an interview that is the words of its guest."""
        guest = Resolved(interview.guest, interview.named_in, SURE["answer"])
        self.memory.spoke(guest)
        return statement(paragraph, Span(0, len(paragraph.text)), "direct", guest, Grounds("an answer", act="said"))

    def _transcript(self, paragraph: Paragraph, name: str, begin: int) -> Statement:
        """`LINDQVIST: We sailed.`"""
        person = self._person(name.title() if name.isupper() else name, paragraph.number)
        self.turn = Resolved(person, paragraph.number, SURE["transcript"])
        self.memory.spoke(self.turn)
        where = trimmed(paragraph.text, Span(begin, len(paragraph.text)))
        return statement(paragraph, where, "direct", self.turn, Grounds("X: ...", f"{name}:", ":", "said"))


def _is_one_quotation(text: Prepared) -> bool:
    """Whether a paragraph is nothing but a quotation."""
    return len(text.quotations) == 1 and text.quotations[0].outer.of(text.paragraph.text) == text.paragraph.text.strip()


def _names(words: str) -> Iterator[Mention]:
    """The people whom a few words name."""
    return mentions_in(tokens_of(words, ()))
