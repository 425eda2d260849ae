"""Queries: five of each kind, drawn by how frequent their words are; the same for the same number of paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

import numpy as np

from bench.collocations import collocations
from bench.corpus import DAYS, FIRST_DAY, outlets, speakers
from bench.words import SEED, VOWELS, Ids, vocabulary

Kind = Literal["rare", "common", "and", "or", "phrase", "prefix", "fuzzy", "filter"]
KINDS: tuple[Kind, ...] = get_args(Kind)

WORDS = 65  # a paragraph, on average
COMMON, FREQUENT, MIDDLE = (0.08, 0.4), (0.03, 0.25), (0.01, 0.08)  # of all paragraphs have the word
RARE = (5, 40)  # paragraphs have the word
PHRASES = (0, 1, 8, 40, 140)  # by how frequent the collocation is; the second and the last have a function word in them
CONTENT = ("changing", "unchanging")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, in no engine's language: `distance` is how many letters may differ; empty is not asked for."""

    kind: Kind
    words: tuple[str, ...]
    distance: int = 0
    outlet: str = ""
    speaker: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def typed(self) -> str:
        """The words in On Record's own language, and a short name for the query."""
        match self.kind:
            case "phrase":
                return f'"{" ".join(self.words)}"'
            case "prefix":
                return f"{self.words[0]}*"
            case "fuzzy":
                return f"{self.words[0]}~{self.distance}"
            case "or":
                return " OR ".join(self.words)
            case _:
                return " AND ".join(self.words)


def queries(paragraphs: int, seed: int = SEED) -> tuple[Asked, ...]:
    """The queries for a corpus of so many paragraphs, by kind."""
    return tuple(_drawn(np.random.default_rng((seed, 3, paragraphs)), paragraphs))


def _drawn(rng: np.random.Generator, paragraphs: int) -> Iterator[Asked]:
    rare = (RARE[0] / paragraphs, RARE[1] / paragraphs)
    yield from (Asked("rare", (word,)) for word in _words(rng, 5, rare, *CONTENT, "name"))
    yield from (Asked("common", (word,)) for word in _words(rng, 5, COMMON, *CONTENT))
    yield from (Asked("and", _words(rng, size, FREQUENT, *CONTENT)) for size in (2, 2, 2, 3, 3))
    yield from (Asked("or", _words(rng, size, MIDDLE, *CONTENT)) for size in (2, 2, 2, 3, 3))
    yield from (Asked("phrase", collocations().words(number)) for number in PHRASES)
    begun = (*_words(rng, 3, MIDDLE, *CONTENT), *_words(rng, 2, rare, "name"))
    yield from (Asked("prefix", (_beginning(word, n),)) for word, n in zip(begun, (4, 3, 4, 4, 3), strict=True))
    likely = (*_words(rng, 3, MIDDLE, *CONTENT, least=6), *_words(rng, 2, rare, "name", least=7))
    yield from (Asked("fuzzy", (_misspelt(w) if n < 2 else w.lower(),), 1 + n % 2) for n, w in enumerate(likely))
    yield from _filtered(_words(rng, 5, COMMON, *CONTENT))


def _words(
    rng: np.random.Generator, count: int, band: tuple[float, float], *kinds: str, least: int = 4
) -> tuple[str, ...]:
    """Different words with at least so many letters, of whose stems the share of paragraphs lies within the band."""
    language = vocabulary()
    numbers = language.numbers(*kinds)
    share = 1 - np.exp(-WORDS * language.stem_chance[numbers])
    fitting = numbers[(share >= band[0]) & (share < band[1]) & ~np.isin(numbers, collocations().rows)]
    drawn: Ids = rng.permutation(fitting)
    return tuple(w for w in language.written[drawn] if len(w) >= least)[:count]


def _beginning(word: str, sounds: int) -> str:
    """The first sounds: two consonants at the beginning are one, or too many words would begin so.

    >>> _beginning("Kelano", 3), _beginning("slofag", 3)
    ('kel', 'slof')
    """
    return word[: sounds + (word[1] not in VOWELS)].lower()


def _misspelt(word: str) -> str:
    """
    >>> _misspelt("Kelano")
    'kealno'
    """
    return (word[:2] + word[3] + word[2] + word[4:]).lower()


def _filtered(words: tuple[str, ...]) -> Iterator[Asked]:
    """Four of an outlet within two years; the last of a speaker within five."""
    for number, word in enumerate(words[:4]):
        since = FIRST_DAY + timedelta(365 * (1 + 2 * number))
        yield Asked("filter", (word,), outlet=outlets()[number], since=since, until=since + timedelta(730))
    until = FIRST_DAY + timedelta(DAYS // 2)
    yield Asked("filter", words[4:5], speaker=speakers()[0].name, since=FIRST_DAY, until=until)
