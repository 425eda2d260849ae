"""Roles: what those that articles give tell of a speaker: titles, the kind of work, the gender."""

from collections.abc import Iterable
from functools import lru_cache

from search.attribution.genders import gender_of_role
from search.attribution.lexicon import PORTFOLIOS, TITLES, Gender
from search.attribution.nouns import class_of, role_head

FAMILIES = {"politician": "office", "official": "office"}  # a minister may have been a spokesman; a nurse hardly
QUALIFYING = frozenset(
    "vice first second third prime former acting deputy assistant associate under senior press permanent".split()
)
BEARERS = frozenset({"secretary", "minister"})
RELATIONS = frozenset(
    """man woman boy girl child son daughter wife husband widow friend supporter ally colleague predecessor successor
    neighbour neighbor witness victim survivor mother father brother sister resident voter fan teenager veteran opponent
    rival volunteer""".split()
)  # what one is to others says nothing of one's work


def heads_of(roles: Iterable[str]) -> frozenset[str]:
    """The titles and nouns that head the roles: secretary, analyst."""
    return frozenset(head for role in roles for head in _heads(role))


def families_of(heads: Iterable[str]) -> frozenset[str]:
    """What kind of people bear such roles: experts, those in office, or people of another calling."""
    classes = {class_of(head) for head in frozenset(heads) - RELATIONS} - {""}
    return frozenset(FAMILIES.get(name, name) for name in classes)


def gender_told(roles: Iterable[str]) -> Gender:
    """Whether the roles are a man's or a woman's; "" where they do not say, or do not agree."""
    told = {gender for role in roles if (gender := gender_of_role(role))}
    return next(iter(told)) if len(told) == 1 else ""


@lru_cache(maxsize=100_000)
def _heads(role: str) -> frozenset[str]:
    """The titles and nouns in a role. "State" alone is what is left of a Secretary of State.

    >>> sorted(_heads("Foreign Ministry spokeswoman")), sorted(_heads("State"))
    (['spokeswoman'], ['minister', 'secretary'])
    """
    words = [word.strip(".,").casefold() for word in role.split()]
    heads = {head for word in words if (head := role_head(word)) or (head := word if word in TITLES else "")}
    return frozenset(heads - QUALIFYING) or frozenset(BEARERS if words and set(words) <= PORTFOLIOS else ())
