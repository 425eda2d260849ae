"""Roles: the titles and roles that stand beside a name, before it or after it."""

from collections.abc import Sequence

from search.attribution.cues import CUES
from search.attribution.lexicon import DAYS_AND_MONTHS, OPENERS, PORTFOLIOS, PREPOSITIONS, TITLES, role_head
from search.attribution.tokens import Token

# Between a name and its role: "Lee, the minister", "Lee, who is a doctor", "Lee became mayor".
LEADING_TO_A_ROLE = frozenset({",", "who", "is", "was", "has", "been", "became", "the", "a", "an", "now"})
LONGEST_APPOSITION = 14  # tokens of "an expert at the Institute of Rivers"


def role_after(tokens: Sequence[Token], end: int) -> str:
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


def role_apposed(tokens: Sequence[Token], at: int, end: int) -> str:
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


def role_before(tokens: Sequence[Token], at: int) -> str:
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
            (before.lower in OPENERS and before.lower != "former")
            or before.lower in DAYS_AND_MONTHS
            or before.lower in {"the", "a", "and", "that", "by"}
        ):
            break
        begin -= 1
    role = " ".join(t.text for t in tokens[begin:at])
    heads = [t for t in tokens[begin:at] if is_title(t.lower.rstrip("."))]
    return role if heads else ""


def is_title(word: str) -> bool:
    return word in TITLES or word in PORTFOLIOS or bool(role_head(word))
