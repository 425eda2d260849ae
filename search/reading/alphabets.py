"""Alphabets: how likely a text is in a language, by how often each of its letters is used there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from search.tables import Table

EASTERN = "\u2e80"  # from here on letters come by the thousand
KNOWN, KNOWN_EASTERN = 0.98, 0.6  # of a text's letters, those that the table has
MARKS = frozenset("“”„‘’«»–—…•\xa0、。，「」『』（）！？：；・《》")
SIGNS = frozenset("¡¿€£§©®°·½´№")

# Logarithms of shares, as those of letters are.
MARK, SIGN = -4.0, -7.0
RARE = -9.0  # an eastern letter that the table does not have
STRANGE = -11.0  # any other
BORROWED = -0.3  # how much less a Latin letter in another script is worth than in English


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language's letters with the logarithms of their shares, and the encodings in which it is written."""

    letters: Mapping[str, float]
    encodings: frozenset[str]
    is_eastern: bool

    def likelihood(self, characters: Counter[str]) -> float:
        """The logarithm of how likely so many of each character are; blanks and the marks of ASCII are none."""
        return sum(count * self._share(character) for character, count in characters.items())

    def _share(self, character: str) -> float:
        if character in self.letters:
            return self.letters[character]
        if character in MARKS:
            return MARK
        if character in SIGNS:
            return SIGN
        return RARE if self.is_eastern and character >= EASTERN and character.isalpha() else STRANGE


def shares(letters: str, known: float = KNOWN) -> dict[str, float]:
    """The logarithm of each letter's share, by its place among them (S. M. Gusein-Zade, 1988: log((n + 1) / place)).

    >>> {letter: round(share, 2) for letter, share in shares("eta", 1).items()}
    {'e': -0.54, 't': -1.23, 'a': -2.11}
    """
    weights = {letter: log((len(letters) + 1) / place) for place, letter in enumerate(letters, 1)}
    return {letter: log(known * weight / sum(weights.values())) for letter, weight in weights.items()}


_table = Table(Path(__file__).parent / "alphabets.toml")
_latin = {c: share + BORROWED for c, share in shares(_table.text("en", "letters")).items() if c.isascii()}


def _alphabet(language: str) -> Alphabet:
    letters = "".join(_table.text(language, "letters").split())
    eastern = letters[0] >= EASTERN
    own = shares(letters, KNOWN_EASTERN if eastern else KNOWN)
    return Alphabet(own if "e" in own else _latin | own, _table.words(language, "encodings"), eastern)


ALPHABETS = tuple(map(_alphabet, _table.names()))
_table.refuse_others()
