"""Classified: what kind of phrase some tokens are: a name, a pronoun, a role, an organisation."""

import re
from collections.abc import Sequence

from search.attribution.genders import gender_of_name, given_at, leads_to_a_surname
from search.attribution.lexicon import (
    DETERMINERS,
    DOCUMENTS,
    ORGANISATION_NOUNS,
    OWNERS,
    PARTICLES,
    PEOPLES,
    PORTFOLIOS,
    PREPOSITIONS,
    QUANTITIES,
    SPEAKING,
    STANDING_ALONE,
    TITLES,
)
from search.attribution.nouns import is_of_a_title, is_title, people_head, role_head, singular
from search.attribution.organisations import is_organisation, is_short_for_one
from search.attribution.phrases.phrase import Phrase
from search.attribution.phrases.words import is_name, text_of
from search.attribution.tokens import Token

YEAR = re.compile(r"(?:1[89]|20)\d\d")
DEFINITE = frozenset({"the", "this", "that", "these", *OWNERS})


def pronoun_at(tokens: Sequence[Token], at: int) -> Phrase:
    """`she`, and of "she’s" the same."""
    return Phrase(at, at + 1, tokens[at].text, "pronoun", head=tokens[at].bare)


def phrase_of(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """These tokens as a phrase of its kind; None if they are a mere "the"."""
    definite = tokens[begin].lower in DEFINITE
    bare = begin + 1 if tokens[begin].lower in DETERMINERS else begin
    if bare == end:
        return _standing_alone(tokens[begin], begin)
    phrase = Phrase(begin, end, text_of(tokens, begin, end), "other", definite=definite)
    return _named(tokens, bare, phrase) or _common(tokens, bare, phrase)


def _standing_alone(token: Token, at: int) -> Phrase | None:
    """`some`, `both`: a determiner without a noun."""
    if token.lower not in STANDING_ALONE:
        return None
    return Phrase(at, at + 1, token.text, "role", role=token.text, head=token.lower)


def _named(tokens: Sequence[Token], bare: int, phrase: Phrase) -> Phrase | None:
    """A phrase that ends with a person's name: `the finance minister Ann Lee`."""
    at = name_begins(tokens, bare, phrase.end)
    if at == phrase.end:
        return None
    name, role = text_of(tokens, at, phrase.end), text_of(tokens, bare, at)
    surely = gender_of_name(name) or (at > bare and is_of_a_title(tokens[at - 1].lower))
    if is_organisation(name if surely else text_of(tokens, bare, phrase.end)):
        return None
    head = next((head for token in reversed(tokens[bare:at]) if (head := role_head(token.lower))), "")
    return phrase._replace(kind="name", name=name, role=role, head=head)


def name_begins(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the name at the end of a phrase begins, after titles and roles; `end` if there is none."""
    at = end
    while at > begin and (is_name(tokens[at - 1]) or (tokens[at - 1].lower in PARTICLES and at < end)):
        if tokens[at - 1].is_possessive and at < end and tokens[at].lower not in ORGANISATION_NOUNS:
            break  # Lee’s secretary Ann Ortiz, but the Millers’ Guild
        at -= 1
    after_title = any(t.lower.rstrip(".") in TITLES for t in tokens[begin:at])  # Secretary of State Ann Lee
    at = max((i + 1 for i in range(at, end) if _precedes(tokens, at, i, end, after_title=after_title)), default=at)
    while end - at > 2 and is_short_for_one(tokens[at]):  # professor of the RSUH Ann Lee
        at += 1
    return at + given_at([t.text for t in tokens[at:end]])


def _precedes(tokens: Sequence[Token], begin: int, at: int, end: int, *, after_title: bool) -> bool:
    """Whether a word of a run of capitals stands before the name: a title, a people, the rest of a title."""
    word = tokens[at].lower
    if after_title and word in PORTFOLIOS:
        return True
    return not is_surname(tokens, begin, at, end) and (is_title(word) or word in PEOPLES)


def is_surname(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """Whether the last word of a name is a surname, whatever it may mean elsewhere: "Mr. King", "Ada Baron"."""
    return begin < at == end - 1 and leads_to_a_surname(tokens[at - 1].lower)


def _common(tokens: Sequence[Token], bare: int, phrase: Phrase) -> Phrase:
    """A phrase that ends with no person's name: an organisation, a role, a document, or something else."""
    end = phrase.end
    head_at = next((i for i in range(bare + 1, end) if tokens[i].lower in PREPOSITIONS), end) - 1
    head = tokens[head_at].lower.rstrip(".")
    one = singular(head)
    name = text_of(tokens, bare, end)
    if role := role_head(head) or ("chief" if head == "chief" else people_head(tokens[head_at].text)):
        return phrase._replace(kind="role", role=name, head=role)
    if is_organisation(name) and is_name(tokens[end - 1]):
        return phrase._replace(kind="organisation", name=name, head=head)
    if not DOCUMENTS.isdisjoint({head, one}):
        return phrase._replace(kind="document", head=one)
    if not SPEAKING.isdisjoint({head, one}):
        return phrase._replace(kind="organisation", name=name, head=one)
    if head in TITLES or head in QUANTITIES or (head[:1].isdigit() and not YEAR.fullmatch(head)):
        return phrase._replace(kind="role", role=name, head=head)
    return phrase._replace(head=head)
