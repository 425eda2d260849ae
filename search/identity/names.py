"""Names: a full name taken apart, whatever hyphens, accents and articles it is written with."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from search.attribution.lexicon import PARTICLES

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
ARTICLES = frozenset({"al", "el"})  # written or left out, with a hyphen or without
PREFIX = re.compile(r"\b(al|el|abd[aeou]l|abu|bin|ibn)-(?=\w)", re.IGNORECASE)  # al-Hassani, Abdel-Mahdi


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


def run(name: Name) -> str:
    """The letters of a name, wherever they are parted.

    >>> run(name_of("Kim Jong Un")) == run(name_of("Kim Jong-un"))
    True
    """
    return "".join(map(plain, (name.given, *name.middle, name.surname, name.suffix)))


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """
    >>> plain("Qa'abi"), plain("Ortuño")
    ('qaabi', 'ortuno')
    """
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum())


@lru_cache(maxsize=200_000)
def is_initial(word: str) -> bool:
    """
    >>> is_initial("J."), is_initial("J.M."), is_initial("Al")
    (True, True, False)
    """
    return len(plain(word)) == 1 or bool(re.fullmatch(r"(?:\w\.)+", word))
