"""The lexicon: what single words tell, read from names.toml, given_names.toml and words.toml."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from search.tables import Table

WORDS_KEPT = 20_000  # nouns whose singular and role are looked up once

Gender = Literal["he", "she", ""]

_folder = Path(__file__).parent
_names, _given, _words = (Table(_folder / f"{name}.toml") for name in ("names", "given_names", "words"))

TITLES = _names.words("titles")
RANKS = _names.words("ranks")
THINGS = _names.words("things")
PORTFOLIOS = _names.words("portfolios")
PEOPLES = _names.words("peoples")
PLAIN_TITLES = _names.words("plain_titles")
ABBREVIATIONS = _names.section("abbreviations")
ROLE_CLASSES = {name: _names.words("roles", name) for name in _names.section("roles")}
ROLES = frozenset().union(*ROLE_CLASSES.values())
ORGANISATION_NOUNS = _names.words("organisations", "nouns")
ORGANISATION_NAMES = {name.casefold() for name in _names.words("organisations", "names", separator="|")}
SPEAKING = _names.words("organisations", "speaking")
DOCUMENTS = _names.words("organisations", "documents")

# Every word for a place or a house, by the first of its line.
_PLACES = {word: words.split()[0] for words in _names.entries("places") for word in words.split()}

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(_given.words("masculine"), "he"),
    **dict.fromkeys(_given.words("feminine"), "she"),
}
_TITLE_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(_names.words("masculine_titles") | ROLE_CLASSES["masculine"], "he"),
    **dict.fromkeys(_names.words("feminine_titles") | ROLE_CLASSES["feminine"], "she"),
}


def _set(name: str) -> frozenset[str]:
    return _words.words(name)


PARTICLES, DETERMINERS, PREPOSITIONS = _set("particles"), _set("determiners"), _set("prepositions")
INDEFINITE, OPENERS, DAYS_AND_MONTHS = _set("indefinite"), _set("openers"), _set("days_and_months")
FINITE, BEING, SKIPPED, HYPOTHETICAL = _set("finite"), _set("being"), _set("skipped"), _set("hypothetical")
LEADING_ON, REFUSING, TIMES, PASTS = _set("leading_on"), _set("refusing"), _set("times"), _set("pasts")
QUESTION_WORDS, SETTINGS, QUANTITIES = _set("questions"), _set("settings"), _set("quantities")
ISSUING = _set("issuing")
PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(_words.words("pronouns", "masculine"), "he"),
    **dict.fromkeys(_words.words("pronouns", "feminine"), "she"),
    **dict.fromkeys(_words.words("pronouns", "neither"), ""),
}
BETWEEN_PHRASES = _set("between_phrases") | (frozenset(PRONOUNS) - {"her"})


def gender_of_name(name: str) -> Gender:
    """What the given name tells.

    >>> gender_of_name("Vladimir Batyuk"), gender_of_name("Chen Weiling")
    ('he', '')
    """
    words = name.casefold().split()
    return _GENDERS.get(words[0], "") if len(words) > 1 else ""


def is_given_name(word: str) -> bool:
    """Whether a word in small letters is a given name, a plain title or an initial, so that a surname follows."""
    return word in _GENDERS or word in PLAIN_TITLES or (len(word) == 1 and word.isalpha())


def given_at(words: Sequence[str]) -> int:
    """Where a person's name begins in a run of capitalised words, by the first given name that is known.

    >>> given_at(["Karsholt", "Siobhan", "Keady"]), given_at(["Ann", "Lee"]), given_at(["Chen", "Weiling"])
    (1, 0, 0)
    """
    return next((i for i, word in enumerate(words[:-1]) if word.casefold() in _GENDERS), 0)


def gender_of_role(role: str) -> Gender:
    """What a title or role tells.

    >>> gender_of_role("Foreign Ministry spokeswoman"), gender_of_role("analyst")
    ('she', '')
    """
    found = (_TITLE_GENDERS.get(word.strip(".,").casefold(), "") for word in role.split())
    return next((gender for gender in found if gender), "")


@lru_cache(maxsize=WORDS_KEPT)
def singular(noun: str) -> str:
    """
    >>> singular("analysts"), singular("ministries"), singular("congress")
    ('analyst', 'ministry', 'congress')
    """
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun


PEOPLE = re.compile(r"^[a-z-]{3,}(?:ers|ors|ists|ees|crats|goers|ites)$")  # defenders, donors, lobbyists, attendees


@lru_cache(maxsize=WORDS_KEPT)
def role_head(noun: str) -> str:
    """The role that a noun is, in the singular; "" if it is none."""
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


def class_of(head: str) -> str:
    """The class of roles that a head belongs to, "" if none: an analyst may be called an expert later."""
    return next(
        (
            name
            for name, words in ROLE_CLASSES.items()
            if head in words and name not in {"masculine", "feminine", "leader", "hidden"}
        ),
        "",
    )


def places_in(words: str) -> frozenset[str]:
    """The countries and houses that a role names, a people for its country.

    >>> sorted(places_in("the American leader")), sorted(places_in("the Pentagon chief"))
    (['us'], ['pentagon'])
    """
    words = words.replace("White House", "Washington")
    named = (word.strip(".,’'").removesuffix("'s").removesuffix("’s") for word in words.split())
    capitals = [word.casefold() for word in named if word[:1].isupper()]
    return frozenset(_PLACES.get(word, word) for word in capitals if not role_head(word) and word not in DETERMINERS)


def ranks_in(role: str) -> frozenset[str]:
    """The words that make a role another one: a former or vice president is not the president.

    >>> sorted(ranks_in("the former vice president")), sorted(ranks_in("the president"))
    (['former', 'vice'], [])
    """
    return RANKS & frozenset(role.casefold().split())


def portfolios_in(role: str) -> frozenset[str]:
    """What tells one minister or secretary from another.

    >>> sorted(portfolios_in("Prime Minister")), sorted(portfolios_in("the foreign minister"))
    (['prime'], ['foreign'])
    """
    return (PORTFOLIOS | {"prime", "foreign", "press"}) & frozenset(role.casefold().split())


def is_a_doer(noun: str) -> bool:
    """Whether a noun in the singular ends as nouns for people do: "grower", "lobbyist"."""
    return bool(people_head(f"{noun.casefold()}s"))


def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's: by a noun in it, by being an abbreviation, or by being listed.

    >>> is_organisation("Iraqi Foreign Ministry"), is_organisation("NASA"), is_organisation("Ann Lee")
    (True, True, False)
    """
    words = name.casefold().split()
    if name.casefold() in ORGANISATION_NAMES or (len(words) == 1 and name.isupper() and 1 < len(name) < 7):
        return True
    return any(word.strip(".,'’") in ORGANISATION_NOUNS for word in words)
