"""Mentions: where a sentence names people, with the roles that stand beside the names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    OPENERS,
    PARTICLES,
    PEOPLES,
    PREPOSITIONS,
    PRONOUNS,
    gender_of_name,
    given_at,
    is_given_name,
    is_organisation,
    role_head,
)
from search.attribution.phrases.words import is_short_for_a_house, joins_a_house
from search.attribution.roles import is_title, role_after, role_apposed, role_before
from search.attribution.tokens import Token

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
NEVER_IN_A_NAME = BETWEEN_PHRASES | (PREPOSITIONS - {"of", "for"})
LONGEST_NAME = 5  # words


@dataclass(frozen=True, slots=True)
class Mention:
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
    at = 0
    while at < len(tokens):
        if not tokens[at].is_name_like or not _may_name(tokens, at):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and end - at < LONGEST_NAME + 5 and _goes_on(tokens, end):
            end += 1
        if mention := _mention(tokens, at, end):
            yield mention
        at = end


def _may_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    opens = at == 0 or tokens[at - 1].text in {"“", '"', "”", "''", "‘", ":"}
    return (
        token.lower not in DAYS_AND_MONTHS
        and token.bare not in PRONOUNS
        and not (opens and (token.lower in OPENERS or token.lower.endswith("ing")))
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    before, token = tokens[at - 1], tokens[at]
    if before.is_possessive or token.quotation != before.quotation or token.lower in DAYS_AND_MONTHS:
        return False
    if token.lower in SUFFIXES or (token.text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in SUFFIXES):
        return True
    if token.is_name_like:
        return True
    between = token.lower in PARTICLES or token.lower in {"of", "for"} or joins_a_house(tokens, at)
    return between and at + 1 < len(tokens) and tokens[at + 1].is_name_like


def _is_no_part_of_a_name(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """Whether a word is a title or a people, and not a surname after a given name: "Ada Baron"."""
    if begin < at == end - 1 and is_given_name(tokens[at - 1].lower.rstrip(".")):
        return False
    return is_title(tokens[at].lower.rstrip(".")) or tokens[at].lower in PEOPLES


def _mention(tokens: Sequence[Token], begin: int, end: int) -> Mention | None:
    titles = [i for i in range(begin, end) if _is_no_part_of_a_name(tokens, begin, i, end)]
    name_at = titles[-1] + 1 if titles else begin
    while name_at < end and not tokens[name_at].is_name_like:
        name_at += 1
    while end - name_at > 2 and is_short_for_a_house(tokens[name_at]):
        name_at += 1
    name_at += given_at([t.text for t in tokens[name_at:end]])
    if end < len(tokens) and tokens[end].lower == tokens[end].text and role_head(tokens[end].lower):
        return None  # Bridge worker Ann Lee
    whole = " ".join(t.text for t in tokens[name_at:end])
    if titles or gender_of_name(whole) or not is_organisation(whole):  # Ann Lee of the Harbour Board
        end = next((i for i in range(name_at, end) if tokens[i].lower in {"of", "for"}), end)
    name = " ".join(t.text for t in tokens[name_at:end] if t.text != ",")
    for possessive in ("'s", "’s", "'", "’"):
        name = name.removesuffix(possessive)
    if (
        not name
        or len(name.split()) > LONGEST_NAME
        or any(w.casefold() in NEVER_IN_A_NAME for w in name.split())
        or is_organisation(name)
        or " of " in name
        or " for " in name
    ):
        return None
    role = role_before(tokens, name_at)
    first = name_at - len(role.split())
    depends = first > 0 and tokens[first - 1].lower in PREPOSITIONS | {"than", "the"} and first > 1
    role = role or role_after(tokens, end) or role_apposed(tokens, name_at, end)
    return Mention(name_at, end, name, role, tokens[name_at].quotation >= 0, depends)
