"""Beginning: the noun phrase that begins at a place."""

from collections.abc import Sequence

from search.attribution.lexicon import DETERMINERS, PARTICLES, PREPOSITIONS, PRONOUNS, is_organisation, role_head
from search.attribution.phrases.classified import name_begins, phrase_of, pronoun_at
from search.attribution.phrases.phrase import LONGEST, Phrase
from search.attribution.phrases.words import (
    is_name,
    is_noun_for_speakers,
    is_title,
    is_verb,
    joins_a_house,
    stops_phrase,
    text_of,
)
from search.attribution.tokens import Token


def phrase_beginning(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """The noun phrase whose first token is at `begin`."""
    if begin >= len(tokens) or tokens[begin].quotation >= 0 or not tokens[begin].is_word:
        return None
    if tokens[begin].bare in PRONOUNS:
        return pronoun_at(tokens, begin)
    end = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    while end < len(tokens) and end - begin < LONGEST and _continues(tokens, begin, end):
        end += 1
        if end < len(tokens) and not is_name(tokens[end]) and _names_somebody(tokens, begin, end):
            break
    while end > begin + 1 and _hangs_over(tokens, begin, end):
        end -= 1
    return phrase_of(tokens, begin, end) if end > begin else None


def _hangs_over(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the last word of a phrase goes on to what is no part of it: "a report released", "the head of"."""
    last = tokens[end - 1]
    participle = last.lower.endswith("ed") and not last.is_name_like and end - begin > 2
    return participle or last.lower in PREPOSITIONS


def _continues(tokens: Sequence[Token], begin: int, end: int) -> bool:
    token = tokens[end]
    if joins_a_house(tokens, end):
        return True
    if token.quotation >= 0 or not token.is_word:
        return token.text == "&" and end > begin
    if token.lower in PREPOSITIONS:
        hangs = token.lower in {"of", "for"} or (token.lower in {"at", "from"} and _is_somebody(tokens, begin, end))
        return hangs and end > begin + 1 and end + 1 < len(tokens) and tokens[end + 1].is_word
    if token.lower in DETERMINERS:
        return tokens[end - 1].lower in PREPOSITIONS
    if is_verb(tokens, end):
        return False
    if (
        end > begin
        and tokens[begin].is_name_like  # but: new Courier research
        and tokens[begin].lower not in DETERMINERS  # the Courier average
        and is_name(tokens[end - 1])
        and not tokens[end - 1].is_possessive
        and not is_name(token)
        and not is_noun_for_speakers(token)
    ):
        return token.lower in PARTICLES
    return not stops_phrase(token) and not (token.lower in {"last", "next", "late", "early"} and end > begin)


def _is_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`a senior official`, whom "at the ministry" tells from others."""
    return tokens[begin].lower in {"a", "an", "one", "another"} and bool(role_head(tokens[end - 1].lower))


def _names_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a phrase is a person's name, full or after a title, that the next word does not go on with."""
    name_at = name_begins(tokens, begin, end)
    titled = end > name_at > begin and is_title(tokens[name_at - 1].lower.rstrip("."))
    if tokens[end - 1].is_possessive or is_noun_for_speakers(tokens[end]) or not (titled or end - name_at > 1):
        return False
    return not is_organisation(text_of(tokens, name_at, end))
