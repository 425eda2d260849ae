"""Mentions: where a sentence names people, with the roles that stand beside the names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.attribution.genders import gender_of_name, given_at
from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    OPENERS,
    PARTICLES,
    PEOPLES,
    PREPOSITIONS,
    PRONOUNS,
    SUFFIXES,
)
from search.attribution.nouns import is_of_a_title, role_head
from search.attribution.organisations import is_organisation, is_short_for_one, joins_its_name
from search.attribution.phrases.classified import is_surname
from search.attribution.roles import role_after, role_apposed, role_before
from search.attribution.tokens import Token

LONGEST_NAME = 5  # words
LONGEST_RUN = 10  # tokens of a name with its titles
OPENING = frozenset({"“", '"', "”", "''", "‘", ":"})  # after these a word has its capital anyway
POSSESSIVES = ("'s", "’s", "'", "’")
NEVER_IN_A_NAME = BETWEEN_PHRASES | PREPOSITIONS


class Mention(NamedTuple):  # a tuple, for there are very many
    """A name in a sentence, tokens [begin, end): the name and the role or titles that stand before it."""

    begin: int
    end: int
    name: str
    role: str
    quoted: bool
    depends: bool = False
    """Whether a preposition stands before it: "the demand of Lee" is not about Lee."""


def mentions_in(tokens: Sequence[Token]) -> Iterator[Mention]:
    """The names of people in a sentence: runs of capitalised words, titles and organisations taken away."""
    end = 0
    for at in [i for i, token in enumerate(tokens) if token.is_name_like]:
        if at < end or not _may_name(tokens, at):
            continue
        end = at + 1
        while end < len(tokens) and end - at < LONGEST_RUN and _goes_on(tokens, end):
            end += 1
        if mention := _mention(tokens, at, end):
            yield mention


def _may_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital may be that of a name or title: not that of "Monday", nor of "However" in the first place."""
    token = tokens[at]
    if token.lower in DAYS_AND_MONTHS or token.bare in PRONOUNS:
        return False
    opens = at == 0 or tokens[at - 1].text in OPENING
    return not (opens and (token.lower in OPENERS or token.lower.endswith("ing")))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word goes on with the run of capitals before it: `van` and `Berg` after "Ann", `Jr.`, `of Asker`."""
    before, token = tokens[at - 1], tokens[at]
    if before.is_possessive or token.quotation != before.quotation or token.lower in DAYS_AND_MONTHS:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.is_name_like or token.lower in SUFFIXES:
        return True
    if token.text == ",":
        return after is not None and after.lower in SUFFIXES
    joins = token.lower in PARTICLES or token.lower in {"of", "for"} or joins_its_name(tokens, at)
    return joins and after is not None and after.is_name_like


def _mention(tokens: Sequence[Token], begin: int, end: int) -> Mention | None:
    """The person whom a run of capitals names; None if it names none: "Harbour Board", "Bridge worker Ann Lee"."""
    titles = [i for i in range(begin, end) if _is_no_part_of_a_name(tokens, begin, i, end)]
    at = _name_begins(tokens, titles[-1] + 1 if titles else begin, end)
    if end < len(tokens) and tokens[end].lower == tokens[end].text and role_head(tokens[end].lower):
        return None
    whole = " ".join(t.text for t in tokens[at:end])
    if titles or gender_of_name(whole) or not is_organisation(whole):  # Ann Lee of the Harbour Board
        end = next((i for i in range(at, end) if tokens[i].lower in {"of", "for"}), end)
    name = _name(tokens[at:end])
    if not _is_a_persons(name):
        return None
    role = role_before(tokens, at)
    first = at - len(role.split())
    depends = first > 1 and tokens[first - 1].lower in PREPOSITIONS | {"than", "the"}
    role = role or role_after(tokens, end) or role_apposed(tokens, at, end)
    return Mention(at, end, name, role, tokens[at].quotation >= 0, depends)


def _is_no_part_of_a_name(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """Whether a word of a run of capitals is a title or a people, and not a surname after a given name: "Ada Baron"."""
    word = tokens[at].lower
    return not is_surname(tokens, begin, at, end) and (is_of_a_title(word) or word in PEOPLES)


def _name_begins(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the name begins in a run of capitals from which the titles were taken."""
    while at < end and not tokens[at].is_name_like:
        at += 1
    while end - at > 2 and is_short_for_one(tokens[at]):
        at += 1
    return at + given_at([t.text for t in tokens[at:end]])


def _name(tokens: Sequence[Token]) -> str:
    """The words of a name without commas and genitive: "Ann Lee" of "Ann Lee’s"."""
    name = " ".join(t.text for t in tokens if t.text != ",")
    for possessive in POSSESSIVES:
        name = name.removesuffix(possessive)
    return name


def _is_a_persons(name: str) -> bool:
    """Whether a name may be a person's: no longer than those, without "of", no organisation's."""
    words = name.casefold().split()
    return 0 < len(words) <= LONGEST_NAME and NEVER_IN_A_NAME.isdisjoint(words) and not is_organisation(name)
