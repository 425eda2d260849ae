"""The gist: what is said of many files alike, said once, with how many they are and the first of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.sentences import Sentence

NAMED = 3  # files of each kind that are named
MOST = 100  # kinds; whatever is said beyond them is counted
VARYING = re.compile(r"(?<=“)[^”]*(?=”)|(?<=\()[^()]*(?=\))|(?<![\w-])\d[\d,]*(?!\w)")  # “Lee”, (byte 7), 1,204


@dataclass(frozen=True, slots=True)
class Gist:
    """What is said, how often, and of which files first; “…” stands where the sentences differ."""

    what: str
    count: int
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All of it in one: the sentence that there is, or one for many."""
        if self.count == 1:
            return ": ".join([*self.names, self.what])
        names = ", ".join(self.names) + (" …" if self.count > len(self.names) else "")
        return Sentence("{what} – {count} times: {names}", what=self.what, count=self.count, names=names)


class Gists:
    """Takes in sentences, each “name: what is said of it”, and keeps no more of them than their gist."""

    def __init__(self) -> None:
        self._kinds: dict[str, _Kind] = {}
        self._others = _Kind()

    def add(self, sentence: str) -> None:
        """Take in a sentence."""
        name, _, what = sentence.partition(": ")
        general = VARYING.sub("…", what or sentence)
        known = general in self._kinds or len(self._kinds) < MOST
        kind = self._kinds.setdefault(general, _Kind()) if known else self._others
        kind.add(name if what else "", what or sentence)

    def found(self) -> list[Gist]:
        """Those that say the same put together, the most frequent first; kinds beyond the first hundred are one."""
        found = sorted((kind.gist(general) for general, kind in self._kinds.items()), key=lambda gist: -gist.count)
        rest = self._others.gist("something else")
        return [*found, replace(rest, what="something else")] if rest.count else found


class _Kind:
    """The sentences of a kind, so far."""

    def __init__(self) -> None:
        self._count, self._names, self._first, self._one = 0, dict[str, None](), "", True

    def add(self, name: str, what: str) -> None:
        self._first = self._first or what
        self._one = self._one and what == self._first
        self._count += 1
        if name and len(self._names) < NAMED:
            self._names[name] = None

    def gist(self, general: str) -> Gist:
        return Gist(self._first if self._one else general, self._count, tuple(self._names))


def gists(sentences: Iterable[str]) -> list[Gist]:
    """The gist of these sentences.

    >>> [gist.sentence for gist in gists(["a.txt: is empty", "b.txt: line 3 is empty", "c.txt: line 17 is empty"])]
    ['line … is empty – 2 times: b.txt, c.txt', 'a.txt: is empty']
    """
    found = Gists()
    for sentence in sentences:
        found.add(sentence)
    return found.found()
