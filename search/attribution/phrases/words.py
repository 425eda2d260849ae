"""Words of phrases: which words go on with a noun phrase, and which end it."""

from collections.abc import Sequence

from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    DETERMINERS,
    DOCUMENTS,
    ORGANISATION_NOUNS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING,
    TITLES,
    is_given_name,
    role_head,
    singular,
)
from search.attribution.tokens import Token

LONGEST_HOUSE = 8  # tokens of an organisation's name before "and"
LONGEST_ABBREVIATION = 6  # letters
GOING_ON = SPEAKING | ORGANISATION_NOUNS | DOCUMENTS | {"chief", "senior"}


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a past form, by what follows: "the board rejected a plan", but not "rejected plans"."""
    token = tokens[at]
    if token.lower in PASTS:
        return not token.is_name_like
    if not token.lower.endswith("ed") or len(token.text) < 5 or token.is_name_like or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return (
        after.lower in DETERMINERS | PREPOSITIONS | frozenset(PRONOUNS) | {"to", "that", ",", "."} or after.is_name_like
    )


def is_noun_for_speakers(token: Token) -> bool:
    """Whether a small word after a name goes on with it: "Courier editors", "the Lee campaign", "Asker-based"."""
    noun = token.lower if token.lower in DOCUMENTS else singular(token.lower)
    return bool(role_head(token.lower)) or noun in GOING_ON


def stops_phrase(token: Token) -> bool:
    """Whether a word belongs to no noun phrase: a verb, a conjunction, an adverb."""
    lower = token.lower
    return (
        lower in BETWEEN_PHRASES
        or lower in DAYS_AND_MONTHS
        or (lower.endswith("ly") and len(lower) > 4 and not token.is_name_like and lower not in {"family", "assembly"})
    )


def is_name(token: Token) -> bool:
    return token.is_name_like and token.lower not in DAYS_AND_MONTHS and token.bare not in PRONOUNS


def text_of(tokens: Sequence[Token], begin: int, end: int) -> str:
    """The words of some tokens, with the spaces that were between them made single."""
    out = ""
    for before, token in zip([None, *tokens[begin : end - 1]], tokens[begin:end], strict=True):
        out += (" " if before and token.start > before.end else "") + token.text
    return out


def joins_a_house(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands inside an organisation's name: "the Ministry of Roads and Bridges"."""
    if tokens[at].lower != "and" or at + 1 >= len(tokens) or not tokens[at + 1].is_name_like:
        return False
    if is_given_name(tokens[at + 1].lower.rstrip(".")):  # the Ministry of Roads and Ann Lee
        return False
    for i in range(at - 1, max(-1, at - LONGEST_HOUSE), -1):
        if tokens[i].lower in ORGANISATION_NOUNS and tokens[i].is_name_like:
            return tokens[i + 1].lower in {"of", "for"}
        if not tokens[i].is_name_like and tokens[i].lower not in {"of", "for", "the"}:
            break
    return False


def is_short_for_a_house(token: Token) -> bool:
    """Whether a word is an abbreviation that stands before a name, and no initial: "the RSUH professor Ann Lee"."""
    return token.text.isupper() and 1 < len(token.text) < LONGEST_ABBREVIATION and not token.text.endswith(".")


def is_title(word: str) -> bool:
    return word in TITLES or bool(role_head(word))
