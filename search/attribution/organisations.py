"""Organisations: which names are theirs, and which small words belong to such a name."""

from collections.abc import Sequence
from functools import lru_cache

from search.attribution.genders import leads_to_a_surname
from search.attribution.lexicon import ORGANISATION_NAMES, ORGANISATION_NOUNS, WORDS_KEPT
from search.attribution.tokens import Token

LONGEST_ABBREVIATION = 6  # letters
LONGEST_NAME = 8  # tokens before "and"
HANGING = frozenset({"of", "for"})  # Ministry of Roads   Institute for Rivers


@lru_cache(maxsize=WORDS_KEPT)
def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's: by a noun in it, by being an abbreviation, or by being listed.

    >>> is_organisation("Iraqi Foreign Ministry"), is_organisation("NASA"), is_organisation("Ann Lee")
    (True, True, False)
    """
    words = name.casefold().split()
    if name.casefold() in ORGANISATION_NAMES or (len(words) == 1 and _is_abbreviation(name)):
        return True
    return any(word.strip(".,'’") in ORGANISATION_NOUNS for word in words)


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= LONGEST_ABBREVIATION


def is_short_for_one(token: Token) -> bool:
    """Whether a word before a name is an abbreviation, and no initial: "the RSUH professor Ann Lee"."""
    return token.text.isupper() and 1 < len(token.text) < LONGEST_ABBREVIATION and not token.text.endswith(".")


def joins_its_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands inside an organisation's name: "the Ministry of Roads and Bridges"."""
    if tokens[at].lower != "and" or at + 1 >= len(tokens) or not tokens[at + 1].is_name_like:
        return False
    if leads_to_a_surname(tokens[at + 1].lower):  # the Ministry of Roads and Ann Lee
        return False
    for i in range(at - 1, max(-1, at - LONGEST_NAME), -1):
        if tokens[i].lower in ORGANISATION_NOUNS and tokens[i].is_name_like:
            return tokens[i + 1].lower in HANGING
        if not tokens[i].is_name_like and tokens[i].lower not in HANGING | {"the"}:
            break
    return False
