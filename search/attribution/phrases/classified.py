"""Classified: what kind of phrase some tokens are: a name, a pronoun, a role, an organisation."""

import re
from collections.abc import Sequence
from dataclasses import replace

from search.attribution.lexicon import (
    DETERMINERS,
    DOCUMENTS,
    ORGANISATION_NOUNS,
    PARTICLES,
    PEOPLES,
    PORTFOLIOS,
    PREPOSITIONS,
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
from search.attribution.phrases.phrase import STANDING_ALONE, Phrase
from search.attribution.phrases.words import is_name, is_short_for_a_house, is_title, text_of
from search.attribution.tokens import Token

YEAR = re.compile(r"(?:1[89]|20)\d\d")


def pronoun_at(tokens: Sequence[Token], at: int) -> Phrase:
    return Phrase(at, at + 1, tokens[at].text, "pronoun", head=tokens[at].bare)


def phrase_of(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """What kind of phrase these tokens are."""
    definite = tokens[begin].lower in {"the", "this", "that", "these", "his", "her", "its", "their"}
    bare = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    if bare == end:
        alone = tokens[begin]
        words = alone.text
        return (
            Phrase(begin, end, words, "role", role=words, head=alone.lower) if alone.lower in STANDING_ALONE else None
        )
    words = text_of(tokens, begin, end)
    name_at = name_begins(tokens, bare, end)
    named = text_of(tokens, name_at, end) if name_at < end else ""
    role = text_of(tokens, bare, name_at) if name_at > bare else ""
    titled = gender_of_name(named) or (name_at > bare and _is_of_a_title(tokens[name_at - 1]))
    if named and not is_organisation(named if titled else text_of(tokens, bare, end)):
        head = next((h for t in reversed(tokens[bare:name_at]) if (h := role_head(t.lower.rstrip(".")))), "")
        return Phrase(begin, end, words, "name", name=named, role=role, head=head, definite=definite)
    return _common(tokens, bare, end, Phrase(begin, end, words, "other", definite=definite))


def _is_of_a_title(token: Token) -> bool:
    """Whether a word ends a title before a name: "Minister", "Secretary of State", "for Middle East Affairs"."""
    return is_title(token.lower.rstrip(".")) or token.lower in PORTFOLIOS


def name_begins(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the name at the end of a phrase begins, after titles and roles; `end` if there is none."""
    at = end
    while at > begin and (is_name(tokens[at - 1]) or (tokens[at - 1].lower in PARTICLES and at < end)):
        if tokens[at - 1].is_possessive and at < end and tokens[at].lower not in ORGANISATION_NOUNS:
            break  # Lee’s secretary Ann Ortiz, but the Millers’ Guild
        at -= 1
    titles = [i for i in range(at, end) if _may_precede_a_name(tokens, at, i, end)]
    if any(t.lower.rstrip(".") in TITLES for t in tokens[begin:at]):  # Secretary of State Ann Lee
        titles += [i for i in range(at, end) if tokens[i].lower in PORTFOLIOS]
        titles.sort()
    at = titles[-1] + 1 if titles else at
    while end - at > 2 and is_short_for_a_house(tokens[at]):  # professor of the RSUH Ann Lee
        at += 1
    return at + given_at([t.text for t in tokens[at:end]])


def _may_precede_a_name(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """Whether a word is a title or a people, and not the surname itself: "Mr. King", "Peter T. King"."""
    if at > begin and at + 1 == end and is_given_name(tokens[at - 1].lower.rstrip(".")):
        return False
    return is_title(tokens[at].lower.rstrip(".")) or tokens[at].lower in PEOPLES


def _common(tokens: Sequence[Token], bare: int, end: int, phrase: Phrase) -> Phrase:
    """A phrase that ends with no person's name: an organisation, a role, a document, or something else."""
    head_at = next((i for i in range(bare + 1, end) if tokens[i].lower in PREPOSITIONS), end) - 1
    head = tokens[head_at].lower.rstrip(".")
    name = text_of(tokens, bare, end)
    capitals = any(is_name(t) for t in tokens[bare:end])
    if role := role_head(head) or ("chief" if head == "chief" else people_head(tokens[head_at].text)):
        return replace(phrase, kind="role", role=name, head=role)
    if is_organisation(name) and capitals and is_name(tokens[end - 1]):
        return replace(phrase, kind="organisation", name=name, head=head)
    if head in DOCUMENTS or singular(head) in DOCUMENTS:
        return replace(phrase, kind="document", head=singular(head))
    if head in SPEAKING or singular(head) in SPEAKING:
        return replace(phrase, kind="organisation", name=name, head=singular(head))
    if head in TITLES or head in QUANTITIES or (head[:1].isdigit() and not YEAR.fullmatch(head)):
        return replace(phrase, kind="role", role=name, head=head)
    return replace(phrase, kind="other", head=head)
