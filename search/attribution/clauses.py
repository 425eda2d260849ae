"""Clauses: which words of a sentence are what was said, outside quotation marks or with quoted pieces."""

from collections.abc import Sequence

from search.attribution.cues import CUES
from search.attribution.lexicon import DAYS_AND_MONTHS, DETERMINERS, FINITE, PREPOSITIONS, QUESTION_WORDS
from search.attribution.phrases import Phrase
from search.attribution.subjects import Subject
from search.attribution.tokens import Token
from search.model import Span

FEWEST = 3  # words of an indirect statement
LONGEST_SETTING = 14  # tokens between "said" and "that"
LONGEST_OPENING = 20  # tokens of "Speaking to the crew in the harbour"
TAIL = 8  # words after "Lee said" that end a sentence: "..., Lee said at the ceremony on Monday."
TELLING_WHEN = PREPOSITIONS | DAYS_AND_MONTHS  # after the verb: "said in Asker", "said Monday"
BEGINNING_A_CLAUSE = FINITE | QUESTION_WORDS | {"and"}
CONTENT = QUESTION_WORDS | FINITE | {"to", "of", "about", "for"}


def clause_of(tokens: Sequence[Token], at: int, subject: Subject) -> Span | None:
    """The words said, outside quotation marks or with quoted pieces: after the verb, or before subject and verb."""
    begin, end = subject.begin(at), subject.end(at)
    while end < len(tokens) and tokens[end].text in {",", ":", ";"}:
        end += 1
    end = _words_begin(tokens, at, end)
    before, after = _words(tokens[:begin]), _words(tokens[end:])
    all_before = Span(tokens[0].start, tokens[begin - 1].end) if len(before) >= FEWEST else None
    if subject.rule == "said X" and before:
        return None if tokens[max(0, begin - 2)].quotation >= 0 else all_before
    if all_before and _is_inserted(tokens, begin, end - 1) and not _quotes(tokens):
        return Span(tokens[0].start, tokens[-1].end)
    if is_trailing(tokens, at, subject) and len(before) > len(after):
        return Span(tokens[0].start, tokens[begin - 1].start)
    if _has_listener(tokens[at]) and not _has_content(after):
        return None
    if len(after) >= FEWEST:
        return Span(tokens[end].start, tokens[_words_end(tokens, end, subject) - 1].end)
    return all_before


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.is_word]


def _quotes(tokens: Sequence[Token]) -> bool:
    return any(token.quotation >= 0 for token in tokens)


def _has_listener(verb: Token) -> bool:
    """Whether the verb is one after which the listener follows: "told"."""
    cue = CUES.get(verb.lower)
    return cue is not None and cue.takes_listener


def _words_begin(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where what was said begins: after where and when, and whom it was told: "Lee told us in an interview that"."""
    if end >= len(tokens) or not (tokens[end].lower in TELLING_WHEN or _has_listener(tokens[at])):
        return end
    for i in range(end, min(end + LONGEST_SETTING, len(tokens))):
        if tokens[i].text == ":":
            return i + 1
        if tokens[i].lower == "that" and tokens[i - 1].lower not in DETERMINERS:
            return i
        if tokens[i].lower in BEGINNING_A_CLAUSE or tokens[i].quotation >= 0:
            break
    return end


def _words_end(tokens: Sequence[Token], begin: int, subject: Subject) -> int:
    """Where what was said ends: that of a relative clause with its comma: "Lee, who said it was late, left"."""
    if subject.rule != "X, who said":
        return len(tokens)
    commas = (i for i in range(begin + FEWEST, len(tokens)) if tokens[i].text == "," and tokens[i].quotation < 0)
    return next(commas, len(tokens))


def rest(tokens: Sequence[Token], at: int, phrase: Phrase) -> Span:
    """The longer part of a sentence, before or after `according to Lee`."""
    before, after = Span(tokens[0].start, tokens[at].start), Span(tokens[phrase.end - 1].end, tokens[-1].end)
    return after if after.end - after.start > before.end - before.start else before


def is_trailing(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether subject and verb follow what was said: `..., Lee believes.`"""
    begin, end = subject.begin(at), subject.end(at)
    if not subject.phrases or tokens[at].lower.endswith("ing") or is_setting(tokens[:begin]):
        return False
    inserted = end < len(tokens) and tokens[end].text == ","
    parted = begin > (1 if inserted else FEWEST) and tokens[begin - 1].text in {",", "—", "–"}
    return parted and (inserted or len(_words(tokens[end:])) < TAIL)


def is_setting(tokens: Sequence[Token]) -> bool:
    """Whether words before a subject say only where and when: "On the wards, "."""
    opens = bool(tokens) and (tokens[0].lower in PREPOSITIONS or tokens[0].lower.endswith("ing"))
    return opens and len(tokens) < LONGEST_OPENING and not any(t.lower in FINITE for t in tokens)


def _is_inserted(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether subject and verb stand between commas: `The limit, Lee warned, is too high.`"""
    return begin > 1 and tokens[begin - 1].text == "," and end < len(tokens) and tokens[end].text == ","


def _has_content(after: Sequence[Token]) -> bool:
    """Whether more than the listener follows "told": a clause, or what was asked."""
    return any(t.lower in CONTENT or t.quotation >= 0 or t.bare != t.lower for t in after)
