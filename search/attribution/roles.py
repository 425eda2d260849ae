"""Roles: the titles and roles that stand beside a name, before it or after it."""

from collections.abc import Iterator, Sequence

from search.attribution.cues import CUES
from search.attribution.lexicon import DAYS_AND_MONTHS, LEADING_TO_A_ROLE, OPENERS, PREPOSITIONS, TITLES
from search.attribution.nouns import is_of_a_title, role_head
from search.attribution.tokens import Token

LONGEST_APPOSITION = 14  # tokens of "an expert at the Institute of Rivers"
LONGEST_ROLE = 9  # tokens of "chief researcher"
LONGEST_TITLE = 8  # tokens of "US Defense Secretary"
LONGEST_LEAD = 5  # tokens of ", who has been a"
ARTICLES = frozenset({"a", "an", "the"})
ENDING_A_ROLE = PREPOSITIONS | {"who", "and", "said"}
NEVER_IN_A_TITLE = DAYS_AND_MONTHS | (OPENERS - {"former"}) | {"the", "a", "and", "that", "by"}


def role_after(tokens: Sequence[Token], end: int) -> str:
    """The role in the apposition after a name: "Ann Lee, chief researcher at the institute"."""
    begin = end
    while begin < min(end + LONGEST_LEAD, len(tokens)) and tokens[begin].lower in LEADING_TO_A_ROLE:
        begin += 1
    if begin in {end, len(tokens)} or tokens[end].quotation >= 0:
        return ""
    words = list(_words_of_a_role(tokens[begin : begin + LONGEST_ROLE]))
    is_role = words and words[-1].casefold() == role_head(words[-1]) and words[0].casefold() not in CUES
    return " ".join(words) if is_role else ""


def _words_of_a_role(tokens: Sequence[Token]) -> Iterator[str]:
    """The words until something else begins: "chief researcher" of "chief researcher at the institute"."""
    for at, token in enumerate(tokens):
        if token.quotation >= 0 or (not token.is_word and token.text != "&"):
            return
        if at and token.lower in ENDING_A_ROLE:
            return
        yield token.text


def role_apposed(tokens: Sequence[Token], at: int, end: int) -> str:
    """The role to which a name is the apposition: "the head of the agency, Ann Lee, said"."""
    if at < 2 or tokens[at - 1].text != "," or (end < len(tokens) and tokens[end].lower in {"and", "or"}):
        return ""
    begin = _article_before(tokens, at)
    words = tokens[begin + 1 : at - 1]
    head = next((i for i, t in enumerate(words) if t.lower in PREPOSITIONS), len(words)) - 1
    if tokens[begin].lower not in ARTICLES or head < 0 or not role_head(words[head].lower):
        return ""
    return " ".join(t.text for t in words)


def _article_before(tokens: Sequence[Token], at: int) -> int:
    """Where the article of a role stands before the comma and the name, or the words end."""
    begin = at - 1
    while begin > 0 and at - begin < LONGEST_APPOSITION:
        if not tokens[begin - 1].is_word or tokens[begin - 1].quotation >= 0:
            break
        begin -= 1
        if tokens[begin].lower in ARTICLES and any(role_head(t.lower) for t in tokens[begin : begin + 4]):
            break
    return begin


def role_before(tokens: Sequence[Token], at: int) -> str:
    """The titles and role that stand directly before a name: "US Defense Secretary", "political analyst"."""
    begin = at
    while begin > 0 and at - begin < LONGEST_TITLE and _goes_on(tokens, begin - 1, at):
        begin -= 1
    words = tokens[begin:at]
    return " ".join(t.text for t in words) if any(is_of_a_title(t.lower) for t in words) else ""


def _goes_on(tokens: Sequence[Token], at: int, name_at: int) -> bool:
    """Whether a word belongs to the title that ends before a name."""
    token = tokens[at]
    if not token.is_word or token.quotation != tokens[name_at].quotation or token.lower in NEVER_IN_A_TITLE:
        return False
    if token.is_name_like or token.lower in TITLES or role_head(token.lower):
        return True
    return at + 1 < name_at and not tokens[at + 1].is_name_like  # "political analyst", but not "dismiss Minister Lee"
