"""Mentions: where a sentence names people, with the roles that stand beside the names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.attribution.cues import CUES
from search.attribution.lexicon import (
    BETWEEN_PHRASES,
    DAYS_AND_MONTHS,
    OPENERS,
    PARTICLES,
    PEOPLES,
    PORTFOLIOS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    gender_of_name,
    given_at,
    is_organisation,
    role_head,
)
from search.attribution.tokens import Token

# Between a name and its role: "Lee, the minister", "Lee, who is a doctor", "Lee became mayor".
LEADING_TO_A_ROLE = frozenset({",", "who", "is", "was", "has", "been", "became", "the", "a", "an", "now"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
NEVER_IN_A_NAME = BETWEEN_PHRASES | (PREPOSITIONS - {"of", "for"})
LONGEST_NAME = 5  # words
LONGEST_APPOSITION = 14  # tokens of "an expert at the Institute of Rivers"


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
    between = token.lower in PARTICLES or token.lower in {"of", "for"}
    return between and at + 1 < len(tokens) and tokens[at + 1].is_name_like


def _mention(tokens: Sequence[Token], begin: int, end: int) -> Mention | None:
    titles = [i for i in range(begin, end) if _is_title(tokens[i].lower.rstrip(".")) or tokens[i].lower in PEOPLES]
    name_at = titles[-1] + 1 if titles else begin
    while name_at < end and not tokens[name_at].is_name_like:
        name_at += 1
    while end - name_at > 2 and tokens[name_at].text.isupper() and len(tokens[name_at].text) < 6:
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
    role = _role_before(tokens, name_at)
    first = name_at - len(role.split())
    depends = first > 0 and tokens[first - 1].lower in PREPOSITIONS | {"than", "the"} and first > 1
    role = role or _role_after(tokens, end) or _role_apposed(tokens, name_at, end)
    return Mention(name_at, end, name, role, tokens[name_at].quotation >= 0, depends)


def _role_after(tokens: Sequence[Token], end: int) -> str:
    """The role in the apposition after a name: "Ann Lee, chief researcher at the institute"."""
    begin = end
    while begin < min(end + 5, len(tokens)) and tokens[begin].lower in LEADING_TO_A_ROLE:
        begin += 1
    if begin == end or begin >= len(tokens) or tokens[end].quotation >= 0:
        return ""
    words: list[str] = []
    for token in tokens[begin : begin + 9]:
        if token.quotation >= 0 or (not token.is_word and token.text != "&"):
            break
        if words and (token.lower in PREPOSITIONS or token.lower in {"who", "and", "said"}):
            break
        words.append(token.text)
    return (
        " ".join(words)
        if words and words[-1].casefold() == role_head(words[-1]) and words[0].casefold() not in CUES
        else ""
    )


def _role_apposed(tokens: Sequence[Token], at: int, end: int) -> str:
    """The role to which a name is the apposition: "the head of the agency, Ann Lee, said"."""
    if at < 2 or tokens[at - 1].text != "," or (end < len(tokens) and tokens[end].lower in {"and", "or"}):
        return ""
    begin = at - 1
    while (
        begin > 0 and at - begin < LONGEST_APPOSITION and tokens[begin - 1].is_word and tokens[begin - 1].quotation < 0
    ):
        begin -= 1
        if tokens[begin].lower in {"a", "an", "the"} and any(role_head(t.lower) for t in tokens[begin : begin + 4]):
            break
    words = tokens[begin + 1 : at - 1]
    head = next((i for i, t in enumerate(words) if t.lower in PREPOSITIONS), len(words)) - 1
    if tokens[begin].lower not in {"a", "an", "the"} or head < 0 or not role_head(words[head].lower):
        return ""
    return " ".join(t.text for t in words)


def _role_before(tokens: Sequence[Token], at: int) -> str:
    """The titles and role that stand directly before a name: "US Defense Secretary", "political analyst"."""
    begin = at
    while (
        begin > 0
        and at - begin < 8
        and tokens[begin - 1].is_word
        and tokens[begin - 1].quotation == tokens[at].quotation
    ):
        before = tokens[begin - 1]
        modifies = begin < at and not tokens[begin].is_name_like  # "political analyst", but not "dismiss Minister Lee"
        if not (before.is_name_like or role_head(before.lower) or before.lower in TITLES or modifies):
            break
        if (
            before.lower in OPENERS
            or before.lower in DAYS_AND_MONTHS
            or before.lower in {"the", "a", "and", "that", "by"}
        ):
            break
        begin -= 1
    role = " ".join(t.text for t in tokens[begin:at])
    heads = [t for t in tokens[begin:at] if _is_title(t.lower.rstrip("."))]
    return role if heads else ""


def _is_title(word: str) -> bool:
    return word in TITLES or word in PORTFOLIOS or bool(role_head(word))
