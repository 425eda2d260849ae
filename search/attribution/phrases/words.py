"""Words of phrases: which words go on with a noun phrase, and which end it."""

from collections.abc import Sequence

from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    DETERMINERS,
    DOCUMENTS,
    NO_ADVERBS,
    ORGANISATION_NOUNS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING,
)
from search.attribution.nouns import role_head, singular
from search.attribution.tokens import Token

GOING_ON = SPEAKING | ORGANISATION_NOUNS | DOCUMENTS | {"chief", "senior"}
AFTER_A_PAST = DETERMINERS | PREPOSITIONS | frozenset(PRONOUNS) | {"to", "that", ",", "."}
SHORTEST = 5  # letters of "asked", "early": a shorter word in -ed or -ly is most often neither past nor adverb


def is_name(token: Token) -> bool:
    """Whether a word may be part of a name: "Lee", but not "Monday" or "He’s"."""
    return token.is_name_like and token.lower not in DAYS_AND_MONTHS and token.bare not in PRONOUNS


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a past form, by what follows: "the board rejected a plan", but not "rejected plans"."""
    token = tokens[at]
    if token.is_name_like:
        return False
    if token.lower in PASTS:
        return True
    if not token.lower.endswith("ed") or len(token.text) < SHORTEST or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower in AFTER_A_PAST or tokens[at + 1].is_name_like


def stops_phrase(token: Token) -> bool:
    """Whether a word belongs to no noun phrase: a verb, a conjunction, an adverb."""
    return token.lower in BETWEEN_PHRASES or token.lower in DAYS_AND_MONTHS or _is_adverb(token)


def _is_adverb(token: Token) -> bool:
    ends_so = token.lower.endswith("ly") and len(token.lower) >= SHORTEST
    return ends_so and not token.is_name_like and token.lower not in NO_ADVERBS


def is_noun_for_speakers(token: Token) -> bool:
    """Whether a small word after a name goes on with it: "Courier editors", "the Lee campaign"."""
    noun = token.lower if token.lower in DOCUMENTS else singular(token.lower)
    return bool(role_head(token.lower)) or noun in GOING_ON


def text_of(tokens: Sequence[Token], begin: int, end: int) -> str:
    """The words of some tokens, with the spaces that were between them made single."""
    out = ""
    for i in range(begin, end):
        parted = i > begin and tokens[i].start > tokens[i - 1].end
        out += f" {tokens[i].text}" if parted else tokens[i].text
    return out
