"""Statements: what each sentence says that somebody said, with the speaker that the memory resolves."""

from collections.abc import Iterator
from dataclasses import replace

from search.attribution.interviews import Interview, is_first_person
from search.attribution.lexicon import is_organisation
from search.attribution.memory import SURE, Memory, Resolved, speaker_of
from search.attribution.mentions import Mention, mentions_in
from search.attribution.phrases import Phrase
from search.attribution.pieces import after_colon, claims, pieces, trimmed
from search.attribution.prepared import Prepared
from search.attribution.register import Person
from search.attribution.report import Report
from search.attribution.reports import reports_of
from search.attribution.subjects import first_phrase, issuer
from search.attribution.tokens import Sentence, tokens_of
from search.attribution.transcripts import transcript_speaker
from search.model import Evidence, Paragraph, Span, Speaker, Statement, StatementKind
from search.posts import SIGNATURE

FEWEST_QUOTED = 3  # words: a shorter quotation that no verb claims is a title or a scare quote


class Attributor:
    """Goes through an article's paragraphs in order and remembers who spoke."""

    def __init__(self, memory: Memory, interview: Interview | None = None) -> None:
        self.memory = memory
        self.interview = interview
        self.turn: Resolved | None = None
        self.before = 0  # the number of the paragraph before

    def statements(self, text: Prepared, after: Prepared | None) -> tuple[Statement, ...]:
        """The statements of a paragraph, in the order of their words; `after` is the paragraph that follows."""
        found = [s for s in self._found(text, after) if any(letter.isalnum() for letter in s.text)]
        self.before = text.paragraph.number
        return tuple(sorted(dict.fromkeys(found), key=lambda s: (s.where.start, s.where.end)))

    def _found(self, text: Prepared, after: Prepared | None) -> Iterator[Statement]:
        if text.paragraph.kind == "embed":
            yield from self._post(text, after)
        elif self.interview and text.paragraph.number in self.interview.answers:
            yield self._answer(text.paragraph, self.interview)
        elif transcript := transcript_speaker(text.paragraph.text):
            yield from self._transcript(text, *transcript)
        elif self.turn and self.turn.paragraph == self.before and is_first_person(text):
            yield from self._goes_on(text.paragraph, self.turn)
        else:
            for at in range(len(text.sentences)):
                yield from self._sentence(text, at)

    def _post(self, text: Prepared, after: Prepared | None) -> Iterator[Statement]:
        """A post is its signer's: the signature stands in its last line, or alone in the next paragraph."""
        own = SIGNATURE.search(text.paragraph.text)
        signature = own or (after and SIGNATURE.fullmatch(after.paragraph.text))
        end = own.start() if own else len(text.paragraph.text)
        if not signature or not text.paragraph.text[:end].strip():
            return
        signed_in = after.paragraph.number if after and not own else text.paragraph.number
        where = trimmed(text.paragraph.text, Span(0, end))
        resolved = Resolved(self._signer(signature["name"].strip(), signed_in), signed_in, SURE["signature"])
        yield _statement(text.paragraph, where, "direct", "posted", resolved, "signature", signature[0].strip())

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

    def _goes_on(self, paragraph: Paragraph, turn: Resolved) -> Iterator[Statement]:
        """The next paragraph of a turn in a transcript."""
        self.turn = replace(turn, paragraph=paragraph.number, confidence=SURE["answer"])
        yield _statement(paragraph, Span(0, len(paragraph.text)), "direct", ":", turn, "X: ..., going on", "")

    def _answer(self, paragraph: Paragraph, interview: Interview) -> Statement:
        resolved = Resolved(interview.guest, interview.named_in, SURE["answer"])
        self.memory.spoke(resolved)
        return _statement(paragraph, Span(0, len(paragraph.text)), "direct", "", resolved, "an answer", "")

    def _transcript(self, text: Prepared, name: str, begin: int) -> Iterator[Statement]:
        """`LINDQVIST: We sailed.`"""
        speaker = self._person(name.title() if name.isupper() else name, text.paragraph.number)
        resolved = Resolved(speaker, text.paragraph.number, SURE["transcript"])
        self.memory.spoke(resolved)
        self.turn = resolved
        where = trimmed(text.paragraph.text, Span(begin, len(text.paragraph.text)))
        yield _statement(text.paragraph, where, "direct", ":", resolved, "X: ...", f"{name}:")

    def _sentence(self, text: Prepared, at: int) -> Iterator[Statement]:
        sentence = text.sentences[at]
        reports = reports_of(sentence)
        mentioned = [m for m in text.mentions[at] if not m.quoted]
        yield from self._reported(text, at, reports, mentioned)
        yield from self._bare(text, at, reports)
        self._remember(text.paragraph, sentence, mentioned, bool(reports))

    def _reported(
        self, text: Prepared, at: int, reports: tuple[Report, ...], mentioned: list[Mention]
    ) -> Iterator[Statement]:
        sentence = text.sentences[at]
        claimed = claims(sentence, reports)
        last: list[Resolved | None] = []
        for n, report in enumerate(reports):
            self._remember_before(report, mentioned, text.paragraph.number)
            same = last if report.subject.rule in {", adding", "and said", "X ... saying"} else []
            speakers = same or self._speakers(report, sentence, text.paragraph.number) or last or [None]
            last = speakers
            words = _evidence_words(report)
            spans = [text.quotations[q].inner for q in claimed.get(n, ())]
            for resolved in speakers:
                if resolved:
                    self.memory.spoke(resolved)
                for where, kind in pieces(text, report, spans, at):
                    yield _statement(text.paragraph, where, kind, report.words, resolved, report.subject.rule, words)

    def _speakers(self, report: Report, sentence: Sentence, paragraph: int) -> list[Resolved | None]:
        """Who the sentence says speaks; where it leaves that to its own subject, the first phrase that can."""
        if report.subject.phrases:
            return [self.memory.resolve(phrase, paragraph) for phrase in report.subject.phrases]
        phrase = first_phrase(sentence.tokens[: report.at])
        return [self.memory.resolve(phrase, paragraph)] if phrase and self._is_known(phrase) else []

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether a capital at the start of a sentence is a name's: of one word only if it is named elsewhere, too."""
        return phrase.kind != "name" or " " in phrase.name or bool(self.memory.register.find(phrase.name))

    def _bare(self, text: Prepared, at: int, reports: tuple[Report, ...]) -> Iterator[Statement]:
        """Quotations that no verb claims: the words of whoever the paragraph, or the one before, is about."""
        sentence = text.sentences[at]
        if reports:
            return
        whole = all(t.quotation >= 0 or not t.is_word for t in sentence.tokens)
        for q in sentence.quotations:
            words = text.quotations[q].inner.of(text.paragraph.text).split()
            introduced = after_colon(sentence, q)
            if not ((whole and len(words) > 1) or introduced or len(words) > FEWEST_QUOTED):
                continue
            resolved, rule = self._bare_speaker(text, at, whole=whole, introduced=introduced)
            if resolved or whole or introduced:
                if resolved:
                    self.memory.speaker = resolved
                where = trimmed(text.paragraph.text, text.quotations[q].inner)
                yield _statement(text.paragraph, where, "direct" if whole else "mixed", "", resolved, rule, "")

    def _bare_speaker(self, text: Prepared, at: int, *, whole: bool, introduced: bool) -> tuple[Resolved | None, str]:
        sentence = text.sentences[at]
        if introduced and (phrase := first_phrase(sentence.tokens)):
            return self.memory.resolve(phrase, text.paragraph.number), "X was ...: “...”"
        before = text.sentences[at - 1] if at else None
        tells = whole and before and not before.quotations and not reports_of(before)
        if tells and before and (phrase := first_phrase(before.tokens)):
            return self.memory.resolve(phrase, text.paragraph.number), "the subject of the sentence before"
        if not whole:
            quoted = text.quotations[sentence.quotations[0]].inner.of(text.paragraph.text).strip()
            if not quoted[:1].islower():  # a title
                return None, ""
            phrase = first_phrase(sentence.tokens)
            return (self.memory.resolve(phrase, text.paragraph.number) if phrase else None), "X ... “...”"
        return self.memory.speaker, "the speaker before"

    def _remember_before(self, report: Report, mentioned: list[Mention], paragraph: int) -> None:
        """Those named before the verb may be its "he"."""
        begin = min((p.begin for p in report.subject.phrases), default=report.at)
        for mention in reversed([m for m in mentioned if m.end <= begin and not m.depends]):
            if person := self.memory.register.find(mention.name):
                self.memory.mention(person, paragraph)

    def _remember(self, paragraph: Paragraph, sentence: Sentence, mentioned: list[Mention], reported: bool) -> None:
        """After a sentence, who stands first in it is remembered best, but a speaker better still."""
        subject = None if reported else issuer(sentence.tokens) or first_phrase(sentence.tokens)
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


def _names(words: str) -> Iterator[Mention]:
    return mentions_in(tokens_of(words, ()))


def _evidence_words(report: Report) -> str:
    return " / ".join([*(p.words for p in report.subject.phrases), report.words])


def _statement(
    paragraph: Paragraph, where: Span, kind: StatementKind, cue: str, resolved: Resolved | None, rule: str, words: str
) -> Statement:
    return Statement(
        where=where,
        text=where.of(paragraph.text),
        kind=kind,
        speaker=speaker_of(resolved.source) if resolved else None,
        cue=cue,
        evidence=Evidence(rule, words, resolved.paragraph if resolved else paragraph.number),
        confidence=resolved.confidence if resolved else 0.0,
    )
