"""Genders: what given names and roles tell of "he" and "she"; and where in a name the given name stands."""

from collections.abc import Sequence

from search.attribution.lexicon import GENDERED_ROLES, GIVEN_NAMES, PLAIN_TITLES, Gender


def gender_of_name(name: str) -> Gender:
    """What the given name tells.

    >>> gender_of_name("Vladimir Batyuk"), gender_of_name("Chen Weiling")
    ('he', '')
    """
    words = name.casefold().split()
    return GIVEN_NAMES.get(words[0], "") if len(words) > 1 else ""


def gender_of_role(role: str) -> Gender:
    """What a title or role tells.

    >>> gender_of_role("Foreign Ministry spokeswoman"), gender_of_role("analyst")
    ('she', '')
    """
    found = (GENDERED_ROLES.get(word.strip(".,").casefold(), "") for word in role.split())
    return next((gender for gender in found if gender), "")


def leads_to_a_surname(word: str) -> bool:
    """Whether a word in small letters is a given name, a plain title or an initial: "ada", "mr.", "t."."""
    plain = word.rstrip(".")
    return plain in GIVEN_NAMES or plain in PLAIN_TITLES or (len(plain) == 1 and plain.isalpha())


def given_at(words: Sequence[str]) -> int:
    """Where a person's name begins in a run of capitalised words, by the first given name that is known.

    >>> given_at(["Karsholt", "Siobhan", "Keady"]), given_at(["Ann", "Lee"]), given_at(["Chen", "Weiling"])
    (1, 0, 0)
    """
    return next((i for i, word in enumerate(words[:-1]) if word.casefold() in GIVEN_NAMES), 0)
