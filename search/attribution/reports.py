"""Reports: where a sentence says that somebody said something, and which of its words are what was said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from search.attribution.cues import CUES, NOUNS, STATES, TAKES_NOUN, Cue
from search.attribution.lexicon import BEING, DETERMINERS, DOCUMENTS, FINITE, PREPOSITIONS, QUESTION_WORDS
from search.attribution.phrases import Phrase, phrase_beginning, phrase_ending
from search.attribution.subjects import SPEAKERS, Subject, named_by_apposition, subject_of
from search.attribution.tokens import Sentence, Token
from search.model import Span

SAY = CUES["say"]
TO_SOMEBODY = frozenset("tell inform assure remind ask".split())  # the listener follows, before what was said
POSSESSIVES = frozenset("my your his her its our their".split())
REACH = 9  # tokens after a verb in which a clause shows that it has a verb of its own
FEWEST = 3  # words of an indirect statement


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody said something: the verb's place, who by the sentence, the words said outside quotation marks."""

    at: int
    words: str
    subject: Subject
    clause: Span | None
    previous: bool = False
    """The words are those of the sentence before: "This was stated by Lee"."""


def reports_of(sentence: Sentence) -> tuple[Report, ...]:
    """The reports of a sentence, in the order of their verbs."""
    tokens = sentence.tokens
    found = [r for i in range(len(tokens)) if tokens[i].quotation < 0 and (r := _report(sentence, i))]
    return tuple(_without_overlap(found))


def _without_overlap(reports: list[Report]) -> Iterator[Report]:
    """A participle or an inserted verb inside another's clause leaves that clause to the first."""
    for n, report in enumerate(reports):
        inside = any(r.clause and report.clause and r.clause.end >= report.clause.end for r in reports[:n])
        inside = inside and report.subject.rule != "according to X"
        yield replace(report, clause=None) if inside else report


def _report(sentence: Sentence, at: int) -> Report | None:
    tokens = sentence.tokens
    word = tokens[at].lower
    if word == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
        return _according(sentence, at, "according to")
    if word == "words" and [t.lower for t in tokens[max(0, at - 2) : at + 2]] == ["in", "the", "words", "of"]:
        return _according(sentence, at, "in the words of")
    if word in STATES and at > 0 and tokens[at - 1].lower in BEING:
        return _state(sentence, at)
    cue = CUES.get(word)
    if cue is None or (at > 0 and tokens[at].is_name_like) or _is_noun(tokens, at, cue):
        return None
    if passive := _passive(sentence, at, cue):
        return passive
    subject = subject_of(tokens, at)
    if subject is None or not _reports(sentence, at, cue, subject):
        return None
    clause = _clause(sentence, at, subject)
    if clause is None and not sentence.quotations and not cue.suffices:
        return None
    return Report(at, tokens[at].text, subject, clause)


def _is_noun(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether a form that may be a noun is one: "the report says", "his claims", "in reply"."""
    if cue.form == "participle" or cue.lemma in {"say", "tell"} or at == 0:
        return cue.form == "base" and at == 0
    before = tokens[at - 1]
    if cue.form == "past":
        return before.lower in {"the", "a", "an"}
    if before.lower in DETERMINERS | PREPOSITIONS or before.is_possessive or before.lower in {"and", "or"}:
        return True
    if cue.form == "base":
        return before.lower not in {"i", "we", "they", "who", "you", "also"} and not before.lower.endswith("s")
    return False


def _according(sentence: Sentence, at: int, words: str) -> Report | None:
    """`according to Lee`; `in the words of Lee`."""
    tokens = sentence.tokens
    phrase = phrase_beginning(tokens, at + 2)
    if phrase is None or (phrase.kind == "other" and tokens[phrase.begin].lower in POSSESSIVES):
        return None
    subject = Subject((named_by_apposition(tokens, phrase),), "according to X")
    return Report(at, words, subject, _rest(tokens, at, phrase))


def _rest(tokens: Sequence[Token], at: int, phrase: Phrase) -> Span:
    """The longer part of a sentence, before or after `according to Lee`."""
    before, after = Span(tokens[0].start, tokens[at].start), Span(tokens[phrase.end - 1].end, tokens[-1].end)
    return after if after.end - after.start > before.end - before.start else before


def _state(sentence: Sentence, at: int) -> Report | None:
    """`Lee is sure that`; `..., the analyst is sure.`"""
    tokens = sentence.tokens
    trailing = at + 1 >= len(tokens) or tokens[at + 1].text in {".", ","}
    if not trailing and tokens[at + 1].lower != "that":
        return None
    phrase = phrase_ending(tokens, at - 1)
    if phrase is None or phrase.kind not in SPEAKERS:
        return None
    subject = Subject((phrase,), "X is sure")
    return Report(at, f"{tokens[at - 1].text} {tokens[at].text}", subject, _clause(sentence, at, subject))


def _passive(sentence: Sentence, at: int, cue: Cue) -> Report | None:
    """`This was announced by Lee`: the words are those of the sentence before, unless the sentence has its own."""
    tokens = sentence.tokens
    if cue.form != "past" or at == 0 or tokens[at - 1].lower not in BEING | {"as"}:
        return None
    phrase = _agent(tokens, at)
    if phrase is None or phrase.kind not in SPEAKERS:
        return None
    if tokens[at - 1].lower == "as":
        return Report(at, tokens[at].text, Subject((phrase,), "as said by X"), _rest(tokens, at - 1, phrase))
    about_before = tokens[0].lower in {"this", "such", "it", "that", "these"}
    subject = Subject((named_by_apposition(tokens, phrase),), "was said by X")
    clause = None if about_before else Span(tokens[0].start, tokens[at - 1].start)
    return Report(at, tokens[at].text, subject, clause, previous=about_before)


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """`by Lee`; `in the statement of the ministry`."""
    for i in range(at + 1, min(at + 10, len(tokens))):
        if tokens[i].lower == "by":
            return phrase_beginning(tokens, i + 1)
        if tokens[i].lower == "of" and tokens[at + 1].lower == "in" and tokens[i - 1].lower in DOCUMENTS:
            return phrase_beginning(tokens, i + 1)
    return None


def _reports(sentence: Sentence, at: int, cue: Cue, subject: Subject) -> bool:
    """Whether the verb here reports speech, by what it needs and what follows."""
    tokens = sentence.tokens
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if sentence.quotations and _touches_quotation(sentence, at):
        return True
    if cue.lemma == "call" and after in {"for", "on", "upon"}:
        return bool(subject.phrases)
    if cue.lemma == "point":
        return after in {"out", "to"}
    if cue.lemma in TAKES_NOUN:
        return any(t.lower in NOUNS for t in tokens[at + 1 : at + 6])
    trailing = _is_trailing(tokens, at, subject)
    if cue.needs_quotation:
        return after == "that" or (trailing and bool(subject.phrases))
    if cue.takes_object and subject.phrases and cue.form != "base":
        return True
    if cue.suffices or trailing or after in QUESTION_WORDS or after == ":":
        return True
    if cue.takes_infinitive and any(t.lower == "to" for t in tokens[at + 1 : at + 6]):
        return True
    ahead = [t.lower for t in tokens[at + 1 : at + 1 + REACH]]
    return any(word == "that" or word in FINITE for word in ahead)


def _touches_quotation(sentence: Sentence, at: int) -> bool:
    """Whether no other verb of saying stands between this one and a quotation."""
    tokens = sentence.tokens
    for direction in (range(at + 1, len(tokens)), range(at - 1, -1, -1)):
        for i in direction:
            if tokens[i].quotation >= 0:
                return True
            if tokens[i].lower in CUES and CUES[tokens[i].lower].suffices:
                break
    return False


def _is_trailing(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether subject and verb follow what was said: `..., Lee believes.`"""
    if not subject.phrases:
        return False
    begin = min(at, min(p.begin for p in subject.phrases))
    end = max(at + 1, max(p.end for p in subject.phrases))
    rest = [t for t in tokens[end:] if t.is_word]
    inserted = end < len(tokens) and tokens[end].text == ","
    fewest = 1 if inserted else FEWEST
    return begin > fewest and tokens[begin - 1].text in {",", "—", "–"} and (len(rest) < 8 or inserted)


def _clause(sentence: Sentence, at: int, subject: Subject) -> Span | None:
    """The words said, outside quotation marks or with quoted pieces: after the verb, or before subject and verb."""
    tokens = sentence.tokens
    begin = min([at, *(p.begin for p in subject.phrases)])
    end = max([at + 1, *(p.end for p in subject.phrases)])
    while end < len(tokens) and tokens[end].text in {",", ":", ";"}:
        end += 1
    after = [t for t in tokens[end:] if t.is_word]
    before = [t for t in tokens[:begin] if t.is_word]
    if subject.rule == "said X" and before:
        quoted = tokens[max(0, begin - 2)].quotation >= 0
        return None if quoted or len(before) < FEWEST else Span(tokens[0].start, tokens[begin - 1].end)
    if _is_inserted(tokens, begin, end - 1) and len(before) >= FEWEST and not sentence.quotations:
        return Span(tokens[0].start, tokens[-1].end)
    if _is_trailing(tokens, at, subject) and len(before) > len(after):
        return Span(tokens[0].start, tokens[begin - 1].start)
    if CUES.get(tokens[at].lower, SAY).lemma in TO_SOMEBODY and not _has_content(after):
        return None
    if len(after) >= FEWEST:
        return Span(tokens[end].start, tokens[-1].end)
    return Span(tokens[0].start, tokens[begin - 1].end) if len(before) >= FEWEST else None


def _is_inserted(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether subject and verb stand between commas: `The limit, Lee warned, is too high.`"""
    return begin > 1 and tokens[begin - 1].text == "," and end < len(tokens) and tokens[end].text == ","


def _has_content(after: Sequence[Token]) -> bool:
    """Whether more than the listener follows "told": a clause, or what was asked."""
    return any(t.lower in QUESTION_WORDS | FINITE | {"to", "of"} or t.quotation >= 0 for t in after)


def transcript_speaker(text: str) -> tuple[str, int] | None:
    """The name before a colon at the start of a paragraph, and where the words begin: `LINDQVIST: We sailed.`

    >>> transcript_speaker("DR. LEE: We sailed.")
    ('DR. LEE', 9)
    """
    found = re.match(
        r"([A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}):\s+(?=\S)", text
    )
    return (found[1].strip(), found.end()) if found else None
