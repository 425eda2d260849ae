"""Ending: the noun phrase that ends at a place, and the one that lies at a place which a parser tells."""

from collections.abc import Sequence

from search.attribution.lexicon import (
    ATTACHING,
    DETERMINERS,
    INDEFINITE,
    OPENERS,
    ORGANISATION_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
)
from search.attribution.nouns import role_head
from search.attribution.organisations import joins_its_name
from search.attribution.phrases.classified import phrase_of, pronoun_at
from search.attribution.phrases.phrase import LONGEST, Phrase
from search.attribution.phrases.words import is_name, is_verb, stops_phrase, text_of
from search.attribution.tokens import Token
from search.model import Span


def phrase_ending(tokens: Sequence[Token], end: int, *, owning: bool = False) -> Phrase | None:
    """The noun phrase whose last token stands just before `end`, with the role that it hangs on: `the head of Asker`.

    "Lee’s" is one only if it may own what follows.
    """
    phrase = _simple_ending(tokens, end, owning=owning)
    if phrase is None or phrase.kind == "pronoun":
        return phrase
    while phrase.begin >= 2 and tokens[phrase.begin - 1].lower in PREPOSITIONS and end - phrase.begin < LONGEST:
        attached = tokens[phrase.begin - 2].lower in ATTACHING  # a source familiar with the talks
        before = _simple_ending(tokens, phrase.begin - 1 - attached)
        if before is None or not _takes(before, tokens[phrase.begin - 1].lower):
            break
        phrase = before._replace(end=end, words=text_of(tokens, before.begin, end))
    return phrase


def _takes(phrase: Phrase, preposition: str) -> bool:
    """Whether a preposition may hang something on a phrase: "spokesman for", "Lee of Ohio", "somebody in"."""
    if phrase.kind == "name":
        return preposition in {"of", "from"}
    return phrase.kind in {"role", "document", "organisation"} or phrase.head in INDEFINITE


def phrase_within(tokens: Sequence[Token], place: Span) -> Phrase | None:
    """The noun phrase at a place in the paragraph."""
    inside = [i for i, t in enumerate(tokens) if place.start <= t.start < place.end and t.quotation < 0]
    begin = next((i for i in inside if tokens[i].is_word), None)
    if begin is None:
        return None
    end = inside[-1] + 1
    if role_head(tokens[end - 1].lower):  # the co-host Ann Lee
        while end < len(tokens) and is_name(tokens[end]) and tokens[end].quotation < 0:
            end += 1
    if end - begin == 1 and tokens[begin].lower in PRONOUNS:
        return pronoun_at(tokens, begin)
    return _outermost(tokens, begin, end)


def _outermost(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """What kind of phrase these tokens are, by what stands before the first preposition that hangs something on it."""
    prepositions = (i for i in range(begin + 1, end) if tokens[i].lower in PREPOSITIONS)
    hanging = next((i for i in prepositions if not _inside_a_name(tokens, i, end)), end)
    phrase = phrase_of(tokens, begin, hanging)
    return phrase and phrase._replace(end=end, words=text_of(tokens, begin, end))


def _simple_ending(tokens: Sequence[Token], end: int, *, owning: bool = False) -> Phrase | None:
    """The noun phrase before `end`, without prepositions but those inside a name: "Department of Defense"."""
    last = tokens[end - 1] if end > 0 else None
    if last is None or last.quotation >= 0 or not last.is_word or (last.is_possessive and not owning):
        return None
    if last.bare in PRONOUNS:
        return pronoun_at(tokens, end - 1)
    begin = _begin(tokens, end)
    while begin < end and (tokens[begin].lower in PREPOSITIONS or tokens[begin].text == "&"):
        begin += 1
    return phrase_of(tokens, begin, end) if begin < end else None


def _begin(tokens: Sequence[Token], end: int) -> int:
    """How far back the words go that belong to a phrase: to its "the", or to what cannot be in it."""
    begin = end
    while begin > 0 and end - begin < LONGEST:
        token = tokens[begin - 1]
        if token.quotation >= 0 or (not token.is_word and token.text != "&"):
            break
        if token.lower in DETERMINERS and not (begin > 1 and _inside_a_name(tokens, begin - 2, end)):
            return begin - 1
        if begin < end and is_verb(tokens, begin - 1):
            break
        if _ends_before(token, opens=begin == 1) and not _belongs_to_a_name(tokens, begin - 1, end):
            break
        begin -= 1
    return begin


def _ends_before(token: Token, *, opens: bool) -> bool:
    """Whether a phrase begins after this word."""
    if token.lower in PREPOSITIONS or (stops_phrase(token) and not is_name(token)):
        return True
    return opens and token.lower in OPENERS


def _belongs_to_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a small word stands inside a name: "for", "and"."""
    return _inside_a_name(tokens, at, end) or joins_its_name(tokens, at)


def _inside_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "of" or "for" stands inside an organisation's name or a title: "Institute for Strait Studies"."""
    if tokens[at].lower not in {"of", "for", "on"} or at == 0 or at + 1 >= end:
        return False
    before = tokens[at - 1]
    after = tokens[at + 2] if tokens[at + 1].lower == "the" and at + 2 < end else tokens[at + 1]
    known = before.lower in ORGANISATION_NOUNS or before.lower in TITLES
    return is_name(before) and known and after.is_name_like
