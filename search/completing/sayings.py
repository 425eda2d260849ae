"""Sayings: phrases that begin as somebody types, as they stand in paragraphs, and in how many of these."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.completing.begun import Begun
from search.text import STOPWORDS, WORD, folded

LEAST, MOST = 2, 4  # words of a phrase
JOINTS = frozenset(("", " ", "-", "‐", "‑", "–", "/"))  # what may stand between two words of a phrase

Phrase = tuple[str, ...]  # as text is folded


@dataclass(frozen=True, slots=True)
class Sayings:
    """Phrases by the number of paragraphs that hold each, and the ways in which each is written there."""

    often: Mapping[Phrase, int]
    written: Mapping[Phrase, Mapping[str, int]]

    def best(self, least: int) -> tuple[Phrase, ...]:
        """The phrases of two words and more in so many paragraphs at least, the most frequent first.

        Of those that stand in the same paragraphs, one being the beginning of the other, people use the longer; where
        that is one paragraph nobody knows, and the shorter will do.
        """
        said = {phrase: often for phrase, often in self.often.items() if len(phrase) >= LEAST and often >= least}
        pairs = [(p[:n], p) for p in said for n in range(LEAST, len(p)) if said.get(p[:n]) == said[p]]
        left = {longer if said[longer] == 1 else shorter for shorter, longer in pairs}
        return tuple(sorted(said.keys() - left, key=lambda phrase: (-said[phrase], len(phrase), phrase)))

    def as_written(self, phrase: Phrase) -> str:
        """A phrase as it mostly stands in the texts, in small letters where that is undecided; else as it is folded."""
        forms = self.written.get(phrase) or {" ".join(phrase): 1}
        return min(forms, key=lambda form: (-forms[form], form.swapcase()))


def sayings(texts: Iterable[str], begun: Begun) -> Sayings:
    """What stands in texts that begins with what is typed.

    No phrase ends in a stop word, nor begins in one that was not typed in full, nor goes over the end of a clause.
    """
    often: Counter[Phrase] = Counter()
    written: dict[Phrase, Counter[str]] = defaultdict(Counter)
    for text in texts:
        found = dict(_phrases(" ".join(text.split()), begun))
        often.update(found.keys())
        for phrase, form in found.items():
            written[phrase][form] += 1
    return Sayings(often, written)


def _phrases(text: str, begun: Begun) -> Iterator[tuple[Phrase, str]]:
    """Each such phrase of a text and how it is written; one may come again."""
    found = [(exact, word) for word in WORD.finditer(text) if (exact := folded(word[0]))]
    exacts, words, typed = tuple(exact for exact, _ in found), [word for _, word in found], len(begun.words)
    for at in _places(exacts, begun):
        run = _run(text, words[at : at + max(MOST, typed + 1)])
        for length in range(typed, run + 1):
            phrase = exacts[at : at + length]
            if phrase != begun.words and not _stops(phrase, begun):
                yield phrase, text[words[at].start() : words[at + length - 1].end()]


def _places(exacts: Phrase, begun: Begun) -> Iterator[int]:
    """Where what is typed begins, as the numbers of words."""
    *full, start = begun.words
    for at, word in enumerate(exacts[len(full) :]):
        if word.startswith(start) and not (begun.whole and word != start) and exacts[at : at + len(full)] == (*full,):
            yield at


def _run(text: str, words: Sequence[re.Match[str]]) -> int:
    """How many of these words stand before the end of a clause."""
    for number, (one, other) in enumerate(pairwise(words), 1):
        if text[one.end() : other.start()] not in JOINTS:
            return number
    return len(words)


def _stops(phrase: Phrase, begun: Begun) -> bool:
    only_begun = len(begun.words) == 1 and not begun.whole
    return phrase[-1] in STOPWORDS or (only_begun and phrase[0] in STOPWORDS)
