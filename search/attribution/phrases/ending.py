"""Ending: the noun phrase that ends at a place, and the one that lies at a place which a parser tells."""

from collections.abc import Sequence
from dataclasses import replace

from search.attribution.lexicon import (
    DETERMINERS,
    INDEFINITE,
    OPENERS,
    ORGANISATION_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    role_head,
)
from search.attribution.phrases.classified import phrase_of, pronoun_at
from search.attribution.phrases.phrase import LONGEST, Phrase
from search.attribution.phrases.words import is_name, is_verb, joins_a_house, stops_phrase, text_of
from search.attribution.tokens import Token
from search.model import Span

ATTACHING = frozenset({"familiar", "close", "briefed", "involved", "near"})  # a source familiar with the talks


def phrase_ending(tokens: Sequence[Token], end: int, *, owning: bool = False) -> Phrase | None:
    """The noun phrase whose last token stands just before `end`, with what "of" and "for" hang on a role before it."""
    simple = _simple_ending(tokens, end, owning=owning)
    if simple is None or simple.kind == "pronoun":
        return simple
    outer = simple
    while outer.begin >= 2 and tokens[outer.begin - 1].lower in PREPOSITIONS and end - outer.begin < LONGEST:
        before = _simple_ending(tokens, outer.begin - 1 - (tokens[outer.begin - 2].lower in ATTACHING))
        if before is None or not _takes(before, tokens[outer.begin - 1].lower):
            break
        outer = replace(before, end=end, words=text_of(tokens, before.begin, end))
    return outer


def _takes(phrase: Phrase, preposition: str) -> bool:
    """Whether a preposition may hang something on a phrase: "spokesman for", "Lee of Ohio", "somebody in"."""
    if phrase.kind == "name":
        return preposition in {"of", "from"}
    return phrase.kind in {"role", "document", "organisation"} or phrase.head in INDEFINITE


def phrase_within(tokens: Sequence[Token], place: Span) -> Phrase | None:
    """The noun phrase at a place in the paragraph."""
    inside = [i for i, t in enumerate(tokens) if place.start <= t.start < place.end and t.quotation < 0]
    if not inside:
        return None
    begin, end = inside[0], inside[-1] + 1
    if role_head(tokens[end - 1].lower):  # the co-host Ann Lee
        while end < len(tokens) and is_name(tokens[end]) and tokens[end].quotation < 0:
            end += 1
    while begin < end and not tokens[begin].is_word:
        begin += 1
    if begin == end:
        return None
    return (
        pronoun_at(tokens, begin)
        if end - begin == 1 and tokens[begin].lower in PRONOUNS
        else _outermost(tokens, begin, end)
    )


def _outermost(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """What kind of phrase these tokens are, by what stands before the first preposition that hangs something on it."""
    hanging = next(
        (i for i in range(begin + 1, end) if tokens[i].lower in PREPOSITIONS and not _inside_a_name(tokens, i, end)),
        end,
    )
    phrase = phrase_of(tokens, begin, hanging)
    return phrase and replace(phrase, end=end, words=text_of(tokens, begin, end))


def _simple_ending(tokens: Sequence[Token], end: int, *, owning: bool = False) -> Phrase | None:
    """The noun phrase before `end`, without prepositions but those inside a name: "Department of Defense"."""
    last = end - 1
    if (
        last < 0
        or tokens[last].quotation >= 0
        or not tokens[last].is_word
        or (tokens[last].is_possessive and not owning)
    ):
        return None
    if tokens[last].bare in PRONOUNS:
        return pronoun_at(tokens, last)
    begin = end
    while begin > 0 and end - begin < LONGEST:
        token = tokens[begin - 1]
        if token.quotation >= 0 or (not token.is_word and token.text != "&"):
            break
        if token.lower in DETERMINERS and not (begin > 1 and _inside_a_name(tokens, begin - 2, end)):
            begin -= 1
            break
        if begin < end and is_verb(tokens, begin - 1):
            break
        inside = _inside_a_name(tokens, begin - 1, end) or joins_a_house(tokens, begin - 1)
        if not inside and _ends_before(token, opens=begin == 1):
            break
        begin -= 1
    while begin < end and (tokens[begin].lower in PREPOSITIONS or tokens[begin].text == "&"):
        begin += 1
    return phrase_of(tokens, begin, end) if begin < end else None


def _only_owns(token: Token, *, owning: bool) -> bool:
    return token.is_possessive and not owning and token.bare not in PRONOUNS


def _ends_before(token: Token, *, opens: bool) -> bool:
    """Whether a phrase begins after this word."""
    return (
        token.lower in PREPOSITIONS
        or (stops_phrase(token) and not is_name(token))
        or (opens and token.lower in OPENERS)
    )


def _inside_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "of" or "for" stands inside an organisation's name or a title: "Institute for Strait Studies"."""
    if tokens[at].lower not in {"of", "for", "on"} or at == 0 or at + 1 >= end:
        return False
    before = tokens[at - 1]
    after = tokens[at + 2] if tokens[at + 1].lower == "the" and at + 2 < end else tokens[at + 1]
    known = before.lower in ORGANISATION_NOUNS or before.lower in TITLES
    return is_name(before) and known and after.is_name_like
