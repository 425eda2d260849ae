"""Phrases: the noun phrase that ends or begins at a place: a name, a pronoun, a role, an organisation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    DETERMINERS,
    DOCUMENTS,
    INDEFINITE,
    OPENERS,
    ORGANISATION_NOUNS,
    PARTICLES,
    PASTS,
    PEOPLES,
    PORTFOLIOS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    SPEAKING,
    TITLES,
    gender_of_name,
    given_at,
    is_given_name,
    is_organisation,
    people_head,
    role_head,
    singular,
)
from search.attribution.tokens import Token
from search.model import Span

Kind = Literal["name", "pronoun", "role", "organisation", "document", "other"]
GOING_ON = SPEAKING | ORGANISATION_NOUNS | DOCUMENTS | {"chief", "senior"}
YEAR = re.compile(r"(?:1[89]|20)\d\d")
STANDING_ALONE = frozenset("another some many several both all one two three four five six most few".split())
LONGEST = 12  # tokens of one noun phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, tokens [begin, end): its words, kind, the name in it, the role in it, and the head noun."""

    begin: int
    end: int
    words: str
    kind: Kind
    name: str = ""
    role: str = ""
    head: str = ""
    definite: bool = False


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
        outer = replace(before, end=end, words=_words(tokens, before.begin, end))
    return outer


ATTACHING = frozenset({"familiar", "close", "briefed", "involved", "near"})  # a source familiar with the talks


def _takes(phrase: Phrase, preposition: str) -> bool:
    """Whether a preposition may hang something on a phrase: "spokesman for", "Lee of Ohio", "somebody in"."""
    if phrase.kind == "name":
        return preposition in {"of", "from"}
    return phrase.kind in {"role", "document", "organisation"} or phrase.head in INDEFINITE


def phrase_beginning(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """The noun phrase whose first token is at `begin`."""
    if begin >= len(tokens) or tokens[begin].quotation >= 0 or not tokens[begin].is_word:
        return None
    if tokens[begin].bare in PRONOUNS:
        return _pronoun(tokens, begin)
    end = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    while end < len(tokens) and end - begin < LONGEST and _continues(tokens, begin, end):
        end += 1
        if end < len(tokens) and not _is_name(tokens[end]) and _names_somebody(tokens, begin, end):
            break
    while end > begin + 1 and _hangs_over(tokens, begin, end):
        end -= 1
    return _classified(tokens, begin, end) if end > begin else None


def phrase_within(tokens: Sequence[Token], place: Span) -> Phrase | None:
    """The noun phrase at a place in the paragraph."""
    inside = [i for i, t in enumerate(tokens) if place.start <= t.start < place.end and t.quotation < 0]
    if not inside:
        return None
    begin, end = inside[0], inside[-1] + 1
    if role_head(tokens[end - 1].lower):  # the co-host Ann Lee
        while end < len(tokens) and _is_name(tokens[end]) and tokens[end].quotation < 0:
            end += 1
    while begin < end and not tokens[begin].is_word:
        begin += 1
    if begin == end:
        return None
    return (
        _pronoun(tokens, begin)
        if end - begin == 1 and tokens[begin].lower in PRONOUNS
        else _outermost(tokens, begin, end)
    )


def _outermost(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """What kind of phrase these tokens are, by what stands before the first preposition that hangs something on it."""
    hanging = next(
        (i for i in range(begin + 1, end) if tokens[i].lower in PREPOSITIONS and not _inside_a_name(tokens, i, end)),
        end,
    )
    phrase = _classified(tokens, begin, hanging)
    return phrase and replace(phrase, end=end, words=_words(tokens, begin, end))


def _hangs_over(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the last word of a phrase goes on to what is no part of it: "a report released", "the head of"."""
    last = tokens[end - 1]
    participle = last.lower.endswith("ed") and not last.is_name_like and end - begin > 2
    return participle or last.lower in PREPOSITIONS


def _continues(tokens: Sequence[Token], begin: int, end: int) -> bool:
    token = tokens[end]
    if token.quotation >= 0 or not token.is_word:
        return token.text == "&" and end > begin
    if token.lower in PREPOSITIONS:
        hangs = token.lower in {"of", "for"} or (token.lower in {"at", "from"} and _is_somebody(tokens, begin, end))
        return hangs and end > begin + 1 and end + 1 < len(tokens) and tokens[end + 1].is_word
    if token.lower in DETERMINERS:
        return tokens[end - 1].lower in PREPOSITIONS
    if _is_verb(tokens, end):
        return False
    if (
        end > begin
        and tokens[begin].is_name_like  # but: the Courier average, new Courier research
        and _is_name(tokens[end - 1])
        and not tokens[end - 1].is_possessive
        and not _is_name(token)
        and not _is_noun_for_speakers(token)
    ):
        return token.lower in PARTICLES
    return not _stops(token) and not (token.lower in {"last", "next", "late", "early"} and end > begin)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
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


def _is_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`a senior official`, whom "at the ministry" tells from others."""
    return tokens[begin].lower in {"a", "an", "one", "another"} and bool(role_head(tokens[end - 1].lower))


def _is_noun_for_speakers(token: Token) -> bool:
    """Whether a small word after a name goes on with it: "Courier editors", "the Lee campaign", "Asker-based"."""
    noun = token.lower if token.lower in DOCUMENTS else singular(token.lower)
    return bool(role_head(token.lower)) or noun in GOING_ON


def _names_somebody(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a phrase is a person's name, full or after a title, that the next word does not go on with."""
    name_at = _name_begins(tokens, begin, end)
    titled = end > name_at > begin and _is_title(tokens[name_at - 1].lower.rstrip("."))
    if tokens[end - 1].is_possessive or _is_noun_for_speakers(tokens[end]) or not (titled or end - name_at > 1):
        return False
    return not is_organisation(_words(tokens, name_at, end))


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
        return _pronoun(tokens, last)
    begin = end
    while begin > 0 and end - begin < LONGEST:
        token = tokens[begin - 1]
        if token.quotation >= 0 or (not token.is_word and token.text != "&"):
            break
        if token.lower in DETERMINERS:
            begin -= 1
            break
        if begin < end and _is_verb(tokens, begin - 1):
            break
        inside = token.lower in PREPOSITIONS and _inside_a_name(tokens, begin - 1, end)
        if not inside and _ends_before(token, opens=begin == 1):
            break
        begin -= 1
    while begin < end and (tokens[begin].lower in PREPOSITIONS or tokens[begin].text == "&"):
        begin += 1
    return _classified(tokens, begin, end) if begin < end else None


def _only_owns(token: Token, *, owning: bool) -> bool:
    return token.is_possessive and not owning and token.bare not in PRONOUNS


def _ends_before(token: Token, *, opens: bool) -> bool:
    """Whether a phrase begins after this word."""
    return token.lower in PREPOSITIONS or (_stops(token) and not _is_name(token)) or (opens and token.lower in OPENERS)


def _inside_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "of" or "for" stands inside an organisation's name or a title: "Institute for Strait Studies"."""
    if tokens[at].lower not in {"of", "for", "on"} or at == 0 or at + 1 >= end:
        return False
    before = tokens[at - 1]
    after = tokens[at + 2] if tokens[at + 1].lower == "the" and at + 2 < end else tokens[at + 1]
    known = before.lower in ORGANISATION_NOUNS or before.lower in TITLES
    return _is_name(before) and known and after.is_name_like


def _stops(token: Token) -> bool:
    """Whether a word belongs to no noun phrase: a verb, a conjunction, an adverb."""
    lower = token.lower
    return (
        lower in BETWEEN_PHRASES
        or lower in DAYS_AND_MONTHS
        or (lower.endswith("ly") and len(lower) > 4 and not token.is_name_like and lower not in {"family", "assembly"})
    )


def _is_name(token: Token) -> bool:
    return token.is_name_like and token.lower not in DAYS_AND_MONTHS and token.bare not in PRONOUNS


def _pronoun(tokens: Sequence[Token], at: int) -> Phrase:
    return Phrase(at, at + 1, tokens[at].text, "pronoun", head=tokens[at].bare)


def _words(tokens: Sequence[Token], begin: int, end: int) -> str:
    """The words of some tokens, with the spaces that were between them made single."""
    out = ""
    for before, token in zip([None, *tokens[begin : end - 1]], tokens[begin:end], strict=True):
        out += (" " if before and token.start > before.end else "") + token.text
    return out


def _classified(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """What kind of phrase these tokens are."""
    definite = tokens[begin].lower in {"the", "this", "that", "these", "his", "her", "its", "their"}
    bare = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    if bare == end:
        alone = tokens[begin]
        words = alone.text
        return (
            Phrase(begin, end, words, "role", role=words, head=alone.lower) if alone.lower in STANDING_ALONE else None
        )
    words = _words(tokens, begin, end)
    name_at = _name_begins(tokens, bare, end)
    named = _words(tokens, name_at, end) if name_at < end else ""
    role = _words(tokens, bare, name_at) if name_at > bare else ""
    titled = gender_of_name(named) or (name_at > bare and _is_title(tokens[name_at - 1].lower.rstrip(".")))
    if named and not is_organisation(named if titled else _words(tokens, bare, end)):
        head = next((h for t in reversed(tokens[bare:name_at]) if (h := role_head(t.lower.rstrip(".")))), "")
        return Phrase(begin, end, words, "name", name=named, role=role, head=head, definite=definite)
    return _common(tokens, bare, end, Phrase(begin, end, words, "other", definite=definite))


def _name_begins(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the name at the end of a phrase begins, after titles and roles; `end` if there is none."""
    at = end
    while at > begin and (_is_name(tokens[at - 1]) or (tokens[at - 1].lower in PARTICLES and at < end)):
        if tokens[at - 1].is_possessive and at < end:  # Lee’s secretary Ann Ortiz
            break
        at -= 1
    titles = [i for i in range(at, end) if _may_precede_a_name(tokens, at, i, end)]
    if any(t.lower.rstrip(".") in TITLES for t in tokens[begin:at]):  # Secretary of State Ann Lee
        titles += [i for i in range(at, end) if tokens[i].lower in PORTFOLIOS]
        titles.sort()
    at = titles[-1] + 1 if titles else at
    while end - at > 2 and tokens[at].text.isupper() and len(tokens[at].text) < 6:  # professor of the RSUH Ann Lee
        at += 1
    return at + given_at([t.text for t in tokens[at:end]])


def _may_precede_a_name(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """Whether a word is a title or a people, and not the surname itself: "Mr. King", "Peter T. King"."""
    if at > begin and at + 1 == end and is_given_name(tokens[at - 1].lower.rstrip(".")):
        return False
    return _is_title(tokens[at].lower.rstrip(".")) or tokens[at].lower in PEOPLES


def _is_title(word: str) -> bool:
    return word in TITLES or bool(role_head(word))


def _common(tokens: Sequence[Token], bare: int, end: int, phrase: Phrase) -> Phrase:
    """A phrase that ends with no person's name: an organisation, a role, a document, or something else."""
    head_at = next((i for i in range(bare + 1, end) if tokens[i].lower in PREPOSITIONS), end) - 1
    head = tokens[head_at].lower.rstrip(".")
    name = _words(tokens, bare, end)
    capitals = any(_is_name(t) for t in tokens[bare:end])
    if role := role_head(head) or ("chief" if head == "chief" else people_head(tokens[head_at].text)):
        return replace(phrase, kind="role", role=name, head=role)
    if is_organisation(name) and capitals and _is_name(tokens[end - 1]):
        return replace(phrase, kind="organisation", name=name, head=head)
    if head in DOCUMENTS or singular(head) in DOCUMENTS:
        return replace(phrase, kind="document", head=singular(head))
    if head in SPEAKING or singular(head) in SPEAKING:
        return replace(phrase, kind="organisation", name=name, head=singular(head))
    if head in TITLES or head in QUANTITIES or (head[:1].isdigit() and not YEAR.fullmatch(head)):
        return replace(phrase, kind="role", role=name, head=head)
    return replace(phrase, kind="other", head=head)
