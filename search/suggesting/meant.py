"""Meant: the words that a misspelt one may have been meant to be, as far as the index has them."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from search.engine import Engine
from search.query import Query
from search.text import Term
from search.tree import Fuzzy, Terms

LEAST_LETTERS = 4  # of a word that may be misspelt: shorter ones are one letter away from too many others
LONG = 7  # letters; so long a word may have two of them wrong
RARE, TIMES = 2, 100  # a word in so few paragraphs is misspelt only if another is so many times as frequent
PART = 3  # letters, at least, of two words that were typed as one
LONGEST = 30  # letters of what may be two words
OFFERED = 3  # words in the place of one


def meanings(word: Term, engine: Engine) -> tuple[str, ...]:
    """The words, or the two words, that were probably meant by this one, the likeliest first; () where it is right."""
    if len(word.exact) < LEAST_LETTERS or not word.exact.isalpha():
        return ()
    own = engine.frequencies(Terms((word.stem,)))
    often = sum(own.values())
    if often > RARE:
        return ()
    if often:
        better = engine.frequencies(Fuzzy(word.exact, 1))
        return _likeliest(word.exact, {w: n for w, n in better.items() if w not in own and n >= TIMES * often})
    return _alike_or_apart(word.exact, engine)


def joined(first: Term, second: Term, engine: Engine) -> str:
    """The one word that was typed as these two, one of which the index lacks; "" where they are two."""
    both = first.exact + second.exact
    if not (both.isalpha() and len(both) > LEAST_LETTERS) or (stands(first, engine) and stands(second, engine)):
        return ""
    return both if engine.frequencies(Terms((both,), exact=True)) else ""


def stands(word: Term, engine: Engine) -> bool:
    """Whether the index has a word, in whatever form."""
    return bool(engine.frequencies(Terms((word.stem,))))


def _alike_or_apart(word: str, engine: Engine) -> tuple[str, ...]:
    """Words with a letter wrong, then two words without a space, then words with two letters wrong."""
    alike = engine.frequencies(Fuzzy(word, 2 if len(word) >= LONG else 1))
    near = {w: n for w, n in alike.items() if OSA.distance(word, w) == 1}
    far = {w: n for w, n in alike.items() if w not in near}
    found = (*_likeliest(word, near), *_apart(word, engine), *_likeliest(word, far))
    return tuple(dict.fromkeys(found))[:OFFERED]


def _likeliest(word: str, alike: dict[str, int]) -> tuple[str, ...]:
    """Words in order: those that begin with the same letter first, then the most frequent."""
    others = (other for other in alike if other.isalpha() and other != word)
    return tuple(sorted(others, key=lambda other: (other[0] != word[0], -alike[other], other))[:OFFERED])


def _apart(word: str, engine: Engine) -> Iterator[str]:
    """The two words that stand side by side somewhere and here without a space, if there are such."""
    if len(word) > LONGEST:
        return
    often = {pair: _rarer(pair, engine) for pair in _pairs(word)}
    for pair in sorted((pair for pair in often if often[pair]), key=lambda pair: -often[pair])[:OFFERED]:
        if engine.search(Query(f'"{pair}"')).total:
            yield pair
            return


def _pairs(word: str) -> Iterator[str]:
    """
    >>> list(_pairs("bridgeto"))
    ['bri dgeto', 'brid geto', 'bridg eto']
    """
    return (f"{word[:at]} {word[at:]}" for at in range(PART, len(word) - PART + 1))


def _rarer(pair: str, engine: Engine) -> int:
    """In how many paragraphs the rarer of two words stands."""
    return min(sum(engine.frequencies(Terms((part,), exact=True)).values()) for part in pair.split())
