"""Verb groups: a verb of saying with what stands before it, and whether it says that something was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.attribution.cues import CUES
from search.attribution.lexicon import (
    BEING,
    DAYS_AND_MONTHS,
    HYPOTHETICAL,
    LEADING_ON,
    REFUSING,
    SKIPPED,
    TIMES,
)
from search.attribution.tokens import Token

LAST = frozenset({"last", "this", "that", "late", "early", "earlier", "on", "in", "each", "every"})


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
        before = tokens[begin - 2].lower if begin > 1 else ""
        if word == "to" and (refusal := _refusal(tokens, begin - 2)) is not None:
            begin, declined = refusal, True
        elif word == "to" and (before in LEADING_ON or (before == "on" and tokens[begin - 3].lower in LEADING_ON)):
            begin -= 2 + (before == "on")
        elif word in {"not", "never", "n't"} or word.endswith(("n't", "n’t")):
            begin, declined = begin - 1, True
        elif (word in HYPOTHETICAL and not (declined and word == "would")) or (word in BEING and cue.form == "past"):
            return None
        elif is_between(tokens, begin - 1) or word in BEING or (declined and word in {"would", "will"}):
            begin -= 1
        elif word in TIMES | DAYS_AND_MONTHS and before in LAST | DAYS_AND_MONTHS:
            begin -= 2
        elif word in DAYS_AND_MONTHS and begin > 1:
            begin -= 1
        else:
            break
    if declined and not cue.may_be_declined:
        return None
    return Group(begin, at, declined)


def _refusal(tokens: Sequence[Token], at: int) -> int | None:
    """Where "declined" stands before "to", a day between them left out: "declined on Tuesday to"."""
    while at > 0 and tokens[at].lower in DAYS_AND_MONTHS | LAST | TIMES:
        at -= 1
    return at if at >= 0 and tokens[at].lower in REFUSING else None


def is_between(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word between subject and verb parts nothing: "Lee also then quickly said"."""
    token = tokens[at]
    return token.lower in SKIPPED or (token.lower.endswith("ly") and len(token.text) > 4 and not token.is_name_like)
