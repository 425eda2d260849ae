"""Nouns: what a noun tells of whom it stands for: the role that it is, the kind of work, a title before a name."""

import re
from functools import lru_cache

from search.attribution.lexicon import (
    ABBREVIATIONS,
    KINDS_OF_WORK,
    PORTFOLIOS,
    ROLES,
    THINGS,
    TITLES,
    WORDS_KEPT,
)

PEOPLE = re.compile(r"^[a-z-]{3,}(?:ers|ors|ists|ees|crats|goers|ites)$")  # defenders, donors, lobbyists, attendees


@lru_cache(maxsize=WORDS_KEPT)
def singular(noun: str) -> str:
    """The singular of a noun in small letters.

    >>> singular("analysts"), singular("ministries"), singular("congress")
    ('analyst', 'ministry', 'congress')
    """
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun


@lru_cache(maxsize=WORDS_KEPT)
def role_head(noun: str) -> str:
    """The role that a noun is, in the singular; "" if it is none.

    >>> role_head("Gov."), role_head("ministers"), role_head("co-founder"), role_head("tree")
    ('governor', 'minister', 'founder', '')
    """
    lower = noun.casefold().rstrip(".")
    lower = ABBREVIATIONS.get(lower, lower)
    for word in (lower, singular(lower), lower.rpartition("-")[2]):
        if word in ROLES:
            return word
    return ""


def people_head(noun: str) -> str:
    """The head of a plural that by its end stands for people, in the singular; "" if it is none.

    >>> people_head("defenders"), people_head("papers"), people_head("Sanders")
    ('defender', '', '')
    """
    return singular(noun) if PEOPLE.search(noun) and noun not in THINGS else ""


def is_a_doer(noun: str) -> bool:
    """Whether a noun in the singular ends as nouns for people do: "grower", "lobbyist"."""
    return bool(people_head(f"{noun.casefold()}s"))


def class_of(head: str) -> str:
    """The kind of work that a role is, "" if none is known.

    >>> class_of("analyst"), class_of("senator"), class_of("spokeswoman")
    ('expert', 'politician', 'official')
    """
    return KINDS_OF_WORK.get(head, "")


@lru_cache(maxsize=WORDS_KEPT)
def is_title(word: str) -> bool:
    """Whether a word may stand before a name: "Sen.", "analyst"."""
    return word.lower().rstrip(".") in TITLES or bool(role_head(word))


def is_of_a_title(word: str) -> bool:
    """Whether it may, or ends a title that does: "State" in "Secretary of State Ann Lee"."""
    return is_title(word) or word.lower().rstrip(".") in PORTFOLIOS
