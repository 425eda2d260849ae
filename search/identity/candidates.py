"""Candidates: the pairs of full names that are worth a comparison, so that nobody is compared with everybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from search.attribution.spelling import key, neighbours
from search.identity.bearers import Bearer
from search.identity.distances import full_forms, skeleton, usual
from search.identity.names import is_initial, plain

LONGEST = 80  # letters of a name that may hold a misspelling; what is longer is none
FEW = 16  # names of one key that are compared each with each; of more, those with like surnames

Pair = tuple[int, int]
Key = tuple[str, ...]


def candidates(bearers: Sequence[Bearer]) -> set[Pair]:
    """The pairs, by the places of both, that share a key; whoever is like another has one in common."""
    by_key: dict[Key, list[int]] = defaultdict(list)
    for at, bearer in enumerate(bearers):
        for one in set(_keys(bearer)):
            by_key[one].append(at)
    return {pair for same in by_key.values() if len(same) > 1 for pair in _pairs(same, bearers)}


def _pairs(same: Sequence[int], bearers: Sequence[Bearer]) -> Iterable[Pair]:
    if len(same) <= FEW:
        return combinations(same, 2)
    by_surname: dict[Key, list[int]] = defaultdict(list)
    for at in same:
        for one in {("letters", bearers[at].run), *_of_surname(bearers[at])}:
            by_surname[one].append(at)
    return {pair for some in by_surname.values() for pair in combinations(some, 2)}


def _of_surname(bearer: Bearer) -> Iterator[Key]:
    """What surnames have in common that may be one; a name of one word is like others by its letters only."""
    surname = bearer.parts.surname
    yield ("table", usual(surname))
    yield from (("near", spelling) for spelling in _spellings(surname, bearer))


def _keys(bearer: Bearer) -> Iterator[Key]:
    name = bearer.parts
    yield ("letters", plain(bearer.name))
    yield from (("sound", skeleton(name.surname), skeleton(full)) for full in full_forms(name.given))
    if len(bearer.name) > LONGEST:
        return
    yield from (("near", spelling, key(name.given)) for spelling in neighbours(name.surname))
    yield from (("given", spelling, key(name.surname)) for spelling in neighbours(name.given))
    if is_initial(name.given):
        yield ("initial", plain(name.surname), plain(name.given)[0])


def _spellings(word: str, bearer: Bearer) -> tuple[str, ...]:
    return neighbours(word) if len(bearer.name) <= LONGEST else (key(word),)
