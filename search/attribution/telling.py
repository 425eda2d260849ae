"""Telling: whether a verb of saying reports words where it stands, by what it needs and what follows."""

from collections.abc import Sequence

from search.attribution.clauses import is_trailing
from search.attribution.cues import CUES, NOUNS, TAKES_NOUN, Cue
from search.attribution.lexicon import FINITE, OF_THE_WORDS, QUESTION_WORDS, REFLEXIVES
from search.attribution.subjects import Subject
from search.attribution.tokens import Sentence, Token

REACH = 9  # tokens after a verb in which a clause shows that it has a verb of its own
NEAR = 5  # tokens after a verb in which its noun stands, or "to": "expressed his deep regret"


def tells(sentence: Sentence, at: int, cue: Cue, subject: Subject) -> bool:
    """Whether the verb here reports speech, by what it needs and what follows."""
    tokens = sentence.tokens
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after == "nothing" or cue.is_another_before(after) or _is_i_quote(cue, subject):
        return False
    if cue.lemma == "point":
        return after in {"out", "to"}
    if sentence.quotations and _touches_quotation(sentence, at):
        beside = cue.lemma != "call" and _is_beside_quotation(tokens, at, subject)
        return subject.may_speak or cue.suffices or beside
    if _is_of_something_else(tokens, at, cue, subject, after):
        return False
    if cue.lemma == "call":
        return _calls(tokens, at, subject, after)
    return _by_what_follows(tokens, at, cue, subject, after)


def _is_i_quote(cue: Cue, subject: Subject) -> bool:
    """Whether it is the writer who quotes: "I quote"."""
    return cue.lemma == "quote" and any(phrase.head == "i" for phrase in subject.phrases)


def _is_of_something_else(tokens: Sequence[Token], at: int, cue: Cue, subject: Subject, after: str) -> bool:
    """Whether the verb has a thing for its subject, or stands in a clause about words: "what Lee said"."""
    strong = cue.suffices or after == ":" or (after == "that" and cue.form != "present")
    if not subject.may_speak and not strong and not is_trailing(tokens, at, subject):
        return True
    if cue.form == "participle" and any(phrase.head == "it" for phrase in subject.phrases):  # it is demanding
        return True
    begin = subject.begin(at)
    return begin > 0 and tokens[begin - 1].lower in OF_THE_WORDS


def _calls(tokens: Sequence[Token], at: int, subject: Subject, after: str) -> bool:
    """Whether "call" is a word of saying: "called for peace", "called Lee a liar"."""
    if not subject.may_speak or after in REFLEXIVES:
        return False
    names = any(t.lower in {"a", "an"} and t.quotation < 0 for t in tokens[at + 2 : at + 2 + NEAR])
    return names or after in {"for", "on", "upon"} or is_trailing(tokens, at, subject)


def _by_what_follows(tokens: Sequence[Token], at: int, cue: Cue, subject: Subject, after: str) -> bool:
    """Whether what the verb needs follows it: "expressed regret", "denied the report", "promised to resign"."""
    near = tokens[at + 1 : at + 1 + NEAR]
    if cue.lemma in TAKES_NOUN:
        return any(t.lower in NOUNS for t in near)
    trailing = is_trailing(tokens, at, subject)
    if cue.is_of_opinion:
        return trailing
    if cue.needs_quotation:
        return after == "that" or trailing
    if (cue.takes_object and subject.phrases) or after in {"about", "of"}:
        return after not in REFLEXIVES
    if cue.suffices or trailing or after in QUESTION_WORDS or after == ":":
        return True
    if cue.takes_infinitive and any(t.lower == "to" for t in near):
        return True
    return any(t.lower == "that" or t.lower in FINITE for t in tokens[at + 1 : at + 1 + REACH])


def _is_beside_quotation(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether subject and verb stand right beside a quotation: "the sign read “No entry”"."""
    begin = subject.begin(at)
    return any(t.quotation >= 0 for t in [*tokens[max(0, begin - 2) : begin], *tokens[at + 1 : at + 3]])


def _touches_quotation(sentence: Sentence, at: int) -> bool:
    """Whether no other verb of saying stands between this one and a quotation."""
    return _reaches_quotation(sentence.tokens[at + 1 :]) or _reaches_quotation(sentence.tokens[:at][::-1])


def _reaches_quotation(tokens: Sequence[Token]) -> bool:
    """Whether a quotation comes before any verb of saying, the nearest words first."""
    for token in tokens:
        if token.quotation >= 0:
            return True
        if token.lower in CUES and CUES[token.lower].suffices:
            return False
    return False
