"""Telling: whether a verb of saying reports words where it stands, by what it needs and what follows."""

from collections.abc import Sequence

from search.attribution.clauses import is_trailing
from search.attribution.cues import CUES, NOUNS, TAKES_NOUN, Cue
from search.attribution.lexicon import FINITE, QUESTION_WORDS
from search.attribution.subjects import NAMED, Subject
from search.attribution.tokens import Sentence, Token

REACH = 9  # tokens after a verb in which a clause shows that it has a verb of its own
REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves"})
OF_THE_WORDS = frozenset("what everything anything something whatever how why than if whether unless until".split())


def tells(sentence: Sentence, at: int, cue: Cue, subject: Subject) -> bool:
    """Whether the verb here reports speech, by what it needs and what follows."""
    tokens = sentence.tokens
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (
        after == "nothing"
        or cue.is_another_before(after)
        or (cue.lemma == "quote" and any(p.head == "i" for p in subject.phrases))
    ):
        return False
    if cue.lemma == "point":
        return after in {"out", "to"}
    if sentence.quotations and _touches_quotation(sentence, at):
        beside = cue.lemma != "call" and _is_beside_quotation(tokens, at, subject)
        return _may_speak(subject) or cue.suffices or beside
    if _is_of_something_else(tokens, at, cue, subject, after):
        return False
    return (
        _calls(tokens, at, subject, after) if cue.lemma == "call" else _by_what_follows(tokens, at, cue, subject, after)
    )


def _is_of_something_else(tokens: Sequence[Token], at: int, cue: Cue, subject: Subject, after: str) -> bool:
    """Whether the verb has a thing for its subject, or stands in a clause about words: "what Lee said"."""
    strong = cue.suffices or after == ":" or (after == "that" and cue.form != "present")
    if not _may_speak(subject) and not strong and not is_trailing(tokens, at, subject):
        return True
    if cue.form == "participle" and any(phrase.head == "it" for phrase in subject.phrases):  # it is demanding
        return True
    begin = min([at, *(p.begin for p in subject.phrases)])
    return begin > 0 and tokens[begin - 1].lower in OF_THE_WORDS


def _calls(tokens: Sequence[Token], at: int, subject: Subject, after: str) -> bool:
    """Whether "call" is a word of saying: "called for peace", "called Lee a liar"."""
    called = any(t.lower in {"a", "an"} and t.quotation < 0 for t in tokens[at + 2 : at + 7])
    asks = after in {"for", "on", "upon"} or is_trailing(tokens, at, subject)
    return _may_speak(subject) and after not in REFLEXIVES and (called or asks)


def _by_what_follows(tokens: Sequence[Token], at: int, cue: Cue, subject: Subject, after: str) -> bool:
    trailing = is_trailing(tokens, at, subject)
    if cue.lemma in TAKES_NOUN:
        return any(t.lower in NOUNS for t in tokens[at + 1 : at + 6])
    if cue.is_of_opinion:
        return trailing
    if cue.needs_quotation:
        return after == "that" or trailing
    if (cue.takes_object and subject.phrases) or after in {"about", "of"}:
        return after not in REFLEXIVES
    if cue.suffices or trailing or after in QUESTION_WORDS or after == ":":
        return True
    if cue.takes_infinitive and any(t.lower == "to" for t in tokens[at + 1 : at + 6]):
        return True
    return any(t.lower == "that" or t.lower in FINITE for t in tokens[at + 1 : at + 1 + REACH])


def _may_speak(subject: Subject) -> bool:
    return not subject.phrases or any(phrase.kind in NAMED for phrase in subject.phrases)


def _is_beside_quotation(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether subject and verb stand right beside a quotation: "the sign read “No entry”"."""
    begin = min([at, *(p.begin for p in subject.phrases)])
    return any(t.quotation >= 0 for t in [*tokens[max(0, begin - 2) : begin], *tokens[at + 1 : at + 3]])


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
