"""Differences: what tells one role from another of the same noun: its places, its rank, its portfolio."""

from search.attribution.lexicon import DETERMINERS, PLACES, PORTFOLIO_ADJECTIVES, PORTFOLIOS, RANKS
from search.attribution.nouns import role_head


def places_in(words: str) -> frozenset[str]:
    """The countries and houses that a role names, a people for its country.

    >>> sorted(places_in("the American leader")), sorted(places_in("the Pentagon chief"))
    (['us'], ['pentagon'])
    """
    words = words.replace("White House", "Washington")
    named = (word.strip(".,’'").removesuffix("'s").removesuffix("’s") for word in words.split())
    capitals = [word.casefold() for word in named if word[:1].isupper()]
    return frozenset(PLACES.get(word, word) for word in capitals if not role_head(word) and word not in DETERMINERS)


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
    return (PORTFOLIOS | PORTFOLIO_ADJECTIVES) & frozenset(role.casefold().split())
