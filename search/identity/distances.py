"""Distances: what it costs to take two words of names for one: by sound, by single letters, by tables."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from search.attribution.genders import gender_of_name
from search.attribution.spelling import alike, key
from search.identity.names import plain
from search.tables import Table

VOWELS = frozenset("aeiou")
SHIFTS = (frozenset("ou"), frozenset("ei"), frozenset("i"))  # a vowel of another script, written in two ways or not
KINDRED = frozenset(map(frozenset, ("h", "sz", "ck", "bv", "fv", "td", "cs", "gj", "zj", "gh")))  # Stavic, Stavich

# What a difference costs: nothing, that of a transcription, that of a guess.
TRANSCRIBED, SHORT, SHIFTED, NICKNAMED, OTHERWISE = 1, 2, 2, 2, 4
SHORTEST_KEY = 4  # letters: that two shorter words sound alike says less

_table = Table(Path(__file__).with_name("nicknames.toml"))
_FULL_FORMS: Mapping[str, set[str]] = defaultdict(set)
for _full in _table.section("short_forms"):
    for _short in _table.words("short_forms", _full):
        _FULL_FORMS[_short].add(_full)


def _lines(name: str) -> dict[str, set[int]]:
    """In which lines a word stands."""
    lines: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(sorted(_table.words("words", name, separator="|"))):
        for word in line.split():
            lines[word].add(number)
    return dict(lines)


_SAME, _APART = _lines("same"), _lines("apart")


@lru_cache(maxsize=200_000)
def distance(one: str, other: str) -> int | None:
    """What it costs to take two words for one, 0 if they are; None if they are two.

    >>> distance("Batyuk", "Batiuk"), distance("Suleimani", "Soleimani"), distance("Holt", "Bolt")
    (1, 2, None)
    """
    a, b = plain(one), plain(other)
    if a == b:
        return 0
    if _APART.get(a, set()) & _APART.get(b, set()) or not (a and b):
        return None
    if _SAME.get(a, set()) & _SAME.get(b, set()):
        return TRANSCRIBED
    ka, kb = key(one), key(other)
    if ka == kb:
        return TRANSCRIBED if len(ka) >= SHORTEST_KEY else SHORT
    if not alike(one, other) or not (found := _parting(ka, kb)):
        return None
    return SHIFTED if found in SHIFTS else OTHERWISE


def given_distance(one: str, other: str) -> int | None:
    """The same for given names: a short form may stand for the full one; two that are both common stay two.

    >>> given_distance("Mike", "Michael"), given_distance("Mark", "Mike"), given_distance("Julia", "Julie")
    (2, None, None)
    """
    if are_short_and_full(one, other):
        return NICKNAMED
    found = distance(one, other)
    if found in {SHIFTED, OTHERWISE} and key(one) != key(other) and is_common(one) and is_common(other):
        return None
    return found


def are_short_and_full(one: str, other: str) -> bool:
    """Whether one of two given names is short for the other."""
    a, b = plain(one), plain(other)
    return a in _FULL_FORMS[b] or b in _FULL_FORMS[a]


def full_forms(given: str) -> frozenset[str]:
    """The given names that this one may be short for, and itself."""
    word = plain(given)
    return frozenset({word, *(_FULL_FORMS.get(word) or ())})


def is_common(given: str) -> bool:
    """Whether the lexicon knows a given name."""
    return bool(gender_of_name(f"{given} X"))


def skeleton(word: str) -> str:
    """The consonants of a word: those who differ by a vowel have it in common.

    >>> skeleton("Suleimani") == skeleton("Soleymani")
    True
    """
    spelled = key(usual(word))
    return "".join(c for c in spelled if c not in VOWELS) or spelled


def usual(word: str) -> str:
    """One word for all that are the same as this one by the table; itself where there are none."""
    lines = _SAME.get(plain(word))
    return min(other for other, numbers in _SAME.items() if numbers & lines) if lines else word


def _parting(a: str, b: str) -> frozenset[str]:
    """The letters that part two keys, if transcriptions may part there: two vowels or two kindred consonants, or one
    that only one of them has, an h or a vowel (an i only beside another). A last vowel tells words apart."""
    short, long = sorted((a, b), key=len)
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    letters = frozenset({long[at], short[at]} if len(a) == len(b) else {long[at]})
    if not letters & VOWELS:
        return letters if letters in KINDRED else frozenset()
    apart = letters <= VOWELS and at < len(long) - 1
    beside = len(letters) > 1 or letters != {"i"} or {long[at - 1], long[at + 1 : at + 2]} & VOWELS
    return letters if apart and beside else frozenset()
