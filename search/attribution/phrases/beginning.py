"""Beginning: the noun phrase that begins at a place."""

from collections.abc import Sequence

from search.attribution.lexicon import DETERMINERS, PARTICLES, PREPOSITIONS, PRONOUNS
from search.attribution.nouns import is_title, role_head
from search.attribution.organisations import is_organisation, joins_its_name
from search.attribution.phrases.classified import name_begins, phrase_of, pronoun_at
from search.attribution.phrases.phrase import LONGEST, Phrase
from search.attribution.phrases.words import is_name, is_noun_for_speakers, is_verb, stops_phrase, text_of
from search.attribution.tokens import Token

INTRODUCING = frozenset({"a", "an", "one", "another"})  # somebody of whom nothing was said yet
OF_A_TIME = frozenset({"last", "next", "late", "early"})  # the minister last week


def phrase_beginning(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """The noun phrase whose first token is at `begin`."""
    if begin >= len(tokens) or tokens[begin].quotation >= 0 or not tokens[begin].is_word:
        return None
    if tokens[begin].bare in PRONOUNS:
        return pronoun_at(tokens, begin)
    end = _end(tokens, begin)
    while end > begin + 1 and _hangs_over(tokens, begin, end):
        end -= 1
    return phrase_of(tokens, begin, end) if end > begin else None


def _end(tokens: Sequence[Token], begin: int) -> int:
    """Where no more words go on with a phrase."""
    end = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    while end < len(tokens) and end - begin < LONGEST and _continues(tokens, begin, end):
        end += 1
        if end < len(tokens) and not is_name(tokens[end]) and _names_somebody(tokens, begin, end):
            break
    return end


def _hangs_over(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the last word of a phrase goes on to what is no part of it: "a report released", "the head of"."""
    last = tokens[end - 1]
    participle = last.lower.endswith("ed") and not last.is_name_like and end - begin > 2
    return participle or last.lower in PREPOSITIONS


def _continues(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the word at `end` belongs to the phrase."""
    token = tokens[end]
    if joins_its_name(tokens, end):
        return True
    if token.quotation >= 0 or not token.is_word:
        return token.text == "&" and end > begin
    if token.lower in PREPOSITIONS:
        return _hangs_something_on(tokens, begin, end)
    if token.lower in DETERMINERS:
        return tokens[end - 1].lower in PREPOSITIONS
    if is_verb(tokens, end):
        return False
    if end > begin and _parts_a_name(tokens, begin, end):
        return token.lower in PARTICLES
    return not stops_phrase(token) and not (token.lower in OF_A_TIME and end > begin)


def _hangs_something_on(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Whether a preposition goes on with a phrase: `the head of the bank`; `a senior official at the ministry`."""
    word = tokens[at].lower
    hangs = word in {"of", "for"} or (word in {"at", "from"} and _is_somebody(tokens, begin, at))
    return hangs and at > begin + 1 and at + 1 < len(tokens) and tokens[at + 1].is_word


def _is_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`a senior official`, whom "at the ministry" tells from others."""
    return tokens[begin].lower in INTRODUCING and bool(role_head(tokens[end - 1].lower))


def _parts_a_name(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Whether a small word ends a name that begins the phrase: "Ann Lee left", but not "new Courier research"."""
    opens = tokens[begin].is_name_like and tokens[begin].lower not in DETERMINERS  # but: The Courier average
    named = opens and is_name(tokens[at - 1]) and not tokens[at - 1].is_possessive
    return named and not is_name(tokens[at]) and not is_noun_for_speakers(tokens[at])


def _names_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a phrase is a person's name, full or after a title, that the next word does not go on with."""
    if tokens[end - 1].is_possessive or is_noun_for_speakers(tokens[end]):
        return False
    at = name_begins(tokens, begin, end)
    titled = end > at > begin and is_title(tokens[at - 1].lower)
    return (titled or end - at > 1) and not is_organisation(text_of(tokens, at, end))
