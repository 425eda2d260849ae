"""Spelling: when two spellings may be one name, as transcriptions from other scripts differ."""

import re
import unicodedata
from functools import lru_cache

# What transcriptions write in several ways, made one. Order matters.
SAME = (
    (r"[-'’ʼ`]", ""),
    (r"ck|q", "k"),
    (r"kh|gh", "h"),
    (r"tch|tsch|cz", "ch"),
    (r"ph", "f"),
    (r"ou|oo", "u"),
    (r"off\b", "ov"),
    (r"w", "v"),
    (r"[yj]", "i"),
    (r"ee|ie|ei", "i"),
    (r"(.)\1", r"\1"),
)
SHORTEST = 5  # letters: below that, one letter's difference is another name


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """A word as all its spellings have it.

    >>> key("Batyuk") == key("Batiuk"), key("Suleymani") == key("Suleimani"), key("Lee") == key("Lyon")
    (True, True, False)
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for pattern, replacement in SAME:
        plain = re.sub(pattern, replacement, plain)
    return plain


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """Whether two words may be one name: alike by key, or but for one letter within.

    >>> alike("Boruk", "Boriuk"), alike("Abdul", "Abdel"), alike("Holt", "Bolt")
    (True, True, False)
    """
    a, b = key(one), key(other)
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    return _one_letter_apart(a, b)


@lru_cache(maxsize=50_000)
def neighbours(word: str) -> tuple[str, ...]:
    """The word's key, and those with one letter left out: two words that are alike have one of them in common.

    The method is that of symmetric deletes (W. Garbe, SymSpell, 2012).
    """
    whole = key(word)
    shorter = (whole[:i] + whole[i + 1 :] for i in range(len(whole)) if len(whole) >= SHORTEST)
    return tuple(dict.fromkeys([whole, *shorter]))


def _one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter is another, missing or more."""
    short, long = sorted((a, b), key=len)
    same = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
