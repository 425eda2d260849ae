"""Statements: what each sentence says that somebody said, with the speaker that the memory resolves."""

from collections.abc import Iterator
from datetime import date

from search.attribution.bare import bare_quotations
from search.attribution.grounds import Grounds, statement
from search.attribution.memory import Memory
from search.attribution.mentions import Mention
from search.attribution.occasions import LONGEST, NOTHING, may_tell, occasion
from search.attribution.pieces import around, claims, pieces
from search.attribution.prepared import Prepared
from search.attribution.report import Report
from search.attribution.reports import reports_of
from search.attribution.sources import Resolved
from search.attribution.subjects import first_phrase, issuer
from search.attribution.tokens import Sentence
from search.attribution.turns import Turns
from search.model import Paragraph, Span, Statement

MOST_CLAUSES = 1_000_000  # characters of clauses that are asked for day and place: twice those of the longest book
SHARED = frozenset({", adding", "and said", "X ... saying"})  # rules by which the speaker is that of the report before


class Attributor:
    """Goes through an article's paragraphs in order and remembers who spoke."""

    def __init__(self, memory: Memory, turns: Turns, published: date | None = None) -> None:
        self.memory = memory
        self.turns = turns
        self.published = published
        self.before = 0  # the number of the paragraph before
        self.left = MOST_CLAUSES

    def statements(self, text: Prepared, after: Prepared | None) -> tuple[Statement, ...]:
        """The statements of a paragraph, in the order of their words; `after` is the paragraph that follows."""
        found = [s for s in self._found(text, after) if any(letter.isalnum() for letter in s.text)]
        self.before = text.paragraph.number
        return tuple(sorted(dict.fromkeys(found), key=lambda s: (s.where.start, s.where.end)))

    def _found(self, text: Prepared, after: Prepared | None) -> Iterator[Statement]:
        """The statements of a paragraph: the one that it is as a whole, or those of its sentences."""
        if turn := self.turns.statement(text, self.before, after):
            yield turn
        elif text.paragraph.kind != "embed":
            for at in range(len(text.sentences)):
                yield from self._sentence(text, at)

    def _sentence(self, text: Prepared, at: int) -> Iterator[Statement]:
        """The statements of a sentence; then whom it names is remembered."""
        sentence = text.sentences[at]
        reports = reports_of(sentence)
        mentioned = [m for m in text.mentions[at] if not m.quoted]
        yield from self._reported(text, at, reports, mentioned)
        if not reports:
            yield from bare_quotations(text, at, self.memory)
        self._remember(text.paragraph, sentence, mentioned, bool(reports))
        if sentence.tokens[-1].text == ":" and not reports:
            self._expect(sentence, text.paragraph.number)

    def _expect(self, sentence: Sentence, paragraph: int) -> None:
        """After a colon at its end, a sentence's subject is who speaks next."""
        phrase = first_phrase(sentence)
        if phrase and self.memory.is_known(phrase):
            self.memory.speaker = self.memory.resolve(phrase, paragraph) or self.memory.speaker

    def _reported(
        self, text: Prepared, at: int, reports: tuple[Report, ...], mentioned: list[Mention]
    ) -> Iterator[Statement]:
        """The statements that reports make, each with its speakers."""
        sentence = text.sentences[at]
        claimed = claims(sentence, reports)
        last: list[Resolved | None] = []
        quoted: Resolved | None = None
        for n, report in enumerate(reports):
            self._remember_before(report, mentioned, text.paragraph.number)
            same = last if report.subject.rule in SHARED else []
            last = same or self._speakers(report, sentence, text.paragraph.number) or last or [None]
            found = list(pieces(text, report, [text.quotations[q].inner for q in claimed.get(n, ())], at))
            grounds = self._grounds(text, sentence, report, [where for where, _ in found])
            for speaker in last:
                if speaker:
                    self.memory.spoke(speaker)
                yield from (statement(text.paragraph, where, kind, speaker, grounds) for where, kind in found)
            quoted = last[-1] if any(kind == "direct" for _, kind in found) else quoted
        if quoted:  # a bare quotation goes on with this one, not with who spoke in a relative clause behind it
            self.memory.speaker = quoted

    def _grounds(self, text: Prepared, sentence: Sentence, report: Report, said: list[Span]) -> Grounds:
        """What the statements of a report rest on, and when and where that was."""
        words = " / ".join([*(p.words for p in report.subject.phrases), report.words])
        asked = self.left > 0 and may_tell(token.bare for token in sentence.tokens if token.quotation < 0)
        clause = around(text, sentence, said)[:LONGEST] if asked else ""
        self.left -= len(clause)
        when = occasion(clause, self.published) if asked else NOTHING
        return Grounds(report.subject.rule, words, report.words, report.act, when)

    def _speakers(self, report: Report, sentence: Sentence, paragraph: int) -> list[Resolved | None]:
        """Who the sentence says speaks; where it leaves that to its own subject, the first phrase that can."""
        if report.subject.phrases:
            return [self.memory.resolve(phrase, paragraph) for phrase in report.subject.phrases]
        phrase = first_phrase(sentence, until=report.at)
        return [self.memory.resolve(phrase, paragraph)] if phrase and self.memory.is_known(phrase) else []

    def _remember_before(self, report: Report, mentioned: list[Mention], paragraph: int) -> None:
        """Those named before the verb may be its "he"."""
        begin = min((p.begin for p in report.subject.phrases), default=report.at)
        for mention in reversed([m for m in mentioned if m.end <= begin and not m.depends]):
            if person := self.memory.register.find(mention.name):
                self.memory.mention(person, paragraph)

    def _remember(self, paragraph: Paragraph, sentence: Sentence, mentioned: list[Mention], reported: bool) -> None:
        """After a sentence, who stands first in it is remembered best, but a speaker better still."""
        subject = None if reported else issuer(sentence.tokens) or first_phrase(sentence)
        nameless = subject and (subject.kind == "organisation" or (subject.kind == "role" and not subject.definite))
        if subject and nameless and (resolved := self.memory.resolve(subject, paragraph.number)):
            self.memory.mention(resolved.source, paragraph.number)
        speaker = self.memory.speaker if reported else None
        for mention in sorted(mentioned, key=lambda m: (not m.depends, -m.begin)):
            if person := self.memory.register.find(mention.name):
                person.acts = person.acts or mention.begin - len(mention.role.split()) == 0
                self.memory.mention(person, paragraph.number)
        if speaker:
            self.memory.mention(speaker.source, speaker.paragraph)
