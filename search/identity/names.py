"""Names: a full name taken apart, and how far apart two words of names stand."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from search.attribution.lexicon import PARTICLES, gender_of_name
from search.attribution.spelling import alike, key
from search.tables import Table

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
ARTICLES = frozenset({"al", "el"})  # written or left out, with a hyphen or without
PREFIX = re.compile(r"\b(al|el|abd[aeou]l|abu|bin|ibn)-(?=\w)", re.IGNORECASE)  # al-Hassani, Abdel-Mahdi
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


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: `given` is "" where only the surname stands."""

    given: str = ""
    middle: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""


@lru_cache(maxsize=200_000)
def name_of(text: str) -> Name:
    """
    >>> name_of("Adil Abdel-Mahdi")
    Name(given='Adil', middle=('Abdel',), surname='Mahdi', suffix='')
    >>> name_of("Farid al-Hassani"), name_of("al-Hassani").given
    (Name(given='Farid', middle=(), surname='Hassani', suffix=''), '')
    """
    hyphened = PREFIX.match(text)
    words = [word for word in PREFIX.sub(r"\1 ", text).replace(",", " ").split() if plain(word)]
    suffix = plain(words.pop()) if len(words) > 1 and plain(words[-1]) in SUFFIXES else ""
    if len(words) > 1 and (hyphened or words[0].islower()) and plain(words[0]) in ARTICLES:
        del words[0]
    elif len(words) > 1 and words[0].islower() and words[0] in PARTICLES:
        return Name(surname="".join(words), suffix=suffix)
    words = [word for i, word in enumerate(words) if not (0 < i < len(words) - 1 and plain(word) in ARTICLES)]
    if len(words) < 2:
        return Name(surname="".join(words) or text, suffix=suffix)
    begin = next((i for i, word in enumerate(words) if i and word.casefold() in PARTICLES), len(words) - 1)
    return Name(words[0], tuple(words[1:begin]), "".join(words[begin:]), suffix)


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """
    >>> plain("Qa'abi"), plain("Ortuño")
    ('qaabi', 'ortuno')
    """
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum())


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
    a, b = plain(one), plain(other)
    if a != b and (a in _FULL_FORMS[b] or b in _FULL_FORMS[a]):
        return NICKNAMED
    found = distance(one, other)
    if found in {SHIFTED, OTHERWISE} and key(one) != key(other) and is_common(a) and is_common(b):
        return None
    return found


def full_forms(given: str) -> frozenset[str]:
    """The given names that this one may be short for, and itself."""
    word = plain(given)
    return frozenset({word, *(_FULL_FORMS.get(word) or ())})


def is_common(given: str) -> bool:
    """Whether the lexicon knows a given name."""
    return bool(gender_of_name(f"{given} X"))


def is_initial(word: str) -> bool:
    """
    >>> is_initial("J."), is_initial("J.M."), is_initial("Al")
    (True, True, False)
    """
    return len(plain(word)) == 1 or bool(re.fullmatch(r"(?:\w\.)+", word))


def skeleton(word: str) -> str:
    """The consonants of a word: those who differ by a vowel have it in common.

    >>> skeleton("Suleimani") == skeleton("Soleymani")
    True
    """
    spelled = key(min(_row(word)))
    return "".join(c for c in spelled if c not in VOWELS) or spelled


def _row(word: str) -> set[str]:
    """The words that are the same as this one by the table, or itself."""
    lines = _SAME.get(plain(word))
    return {other for other, numbers in _SAME.items() if numbers & lines} if lines else {word}


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
