"""Verb groups: a verb of saying with what stands before it, and whether it says that something was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.attribution.cues import CUES
from search.attribution.lexicon import (
    BEFORE_TIMES,
    BEING,
    DAYS_AND_MONTHS,
    HYPOTHETICAL,
    LEADING_ON,
    REFUSING,
    SKIPPED,
    TIMES,
)
from search.attribution.tokens import Token

DAYS_AND_TIMES = DAYS_AND_MONTHS | TIMES
BEFORE_DAYS = DAYS_AND_MONTHS | BEFORE_TIMES
STILL_DENIED = frozenset({"would", "will"})  # "would not say" is on record, "would say" is not
SHORTEST_ADVERB = 5  # letters: "only" is left out


@dataclass(frozen=True, slots=True)
class Group:
    """A verb of saying at `at`, whose group begins at `begin`, where the subject ends; `declined` if it is denied."""

    begin: int
    at: int
    declined: bool = False


def group_of(tokens: Sequence[Token], at: int) -> Group | None:
    """The group of the verb at `at`; None where nothing was said: "might say", "was told", "did not argue"."""
    cue = CUES[tokens[at].lower]
    begin, declined = at, False
    while begin > 0 and tokens[begin - 1].quotation < 0:
        word = tokens[begin - 1].lower
        if word == "to" and (refusal := _refusal(tokens, begin - 2)) is not None:
            begin, declined = refusal, True
        elif word == "to" and (led := _leading_on(tokens, begin - 2)) is not None:
            begin = led
        elif _denies(word):
            begin, declined = begin - 1, True
        elif declined and word in STILL_DENIED:
            begin -= 1
        elif word in HYPOTHETICAL or (word in BEING and cue.form == "past"):
            return None
        elif word in BEING or is_between(tokens, begin - 1):
            begin -= 1
        elif time := _time(tokens, begin - 1):
            begin -= time
        else:
            break
    return None if declined and not cue.may_be_declined else Group(begin, at, declined)


def _refusal(tokens: Sequence[Token], at: int) -> int | None:
    """Where "declined" stands before "to", a day between them left out: "declined on Tuesday to"."""
    while at > 0 and tokens[at].lower in BEFORE_DAYS | TIMES:
        at -= 1
    return at if at >= 0 and tokens[at].lower in REFUSING else None


def _leading_on(tokens: Sequence[Token], at: int) -> int | None:
    """Where "went on" or "continued" stands before "to"."""
    if at > 0 and tokens[at].lower == "on":
        at -= 1
    return at if at >= 0 and tokens[at].lower in LEADING_ON else None


def _denies(word: str) -> bool:
    return word in {"not", "never"} or word.endswith(("n't", "n’t"))


def _time(tokens: Sequence[Token], at: int) -> int:
    """How many words tell the time before a verb: 2 in "Lee last week said", 1 in "Lee Monday said", else 0."""
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if word in DAYS_AND_TIMES and before in BEFORE_DAYS:
        return 2
    return int(word in DAYS_AND_MONTHS and at > 0)


def is_between(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word between subject and verb parts nothing: "Lee also then quickly said"."""
    token = tokens[at]
    adverb = token.lower.endswith("ly") and len(token.text) >= SHORTEST_ADVERB and not token.is_name_like
    return adverb or token.lower in SKIPPED
