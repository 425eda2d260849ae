"""The floor: what no engine can avoid, as bare NumPy: sets of ids, BM25, the highest ten, and the counts.

It knows beforehand which words will be asked for, holds their postings decoded in memory, and fetches no text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import Stemmer

from bench.engines.protocol import FACET_VALUES, HITS, Answer, Unanswered, by_month, rows
from bench.queries import Asked
from search.model import Article

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
K1, B = 1.2, 0.75  # BM25's usual constants
KINDS = ("rare", "common", "and", "or", "filter")
WORD = re.compile(r"[a-z]+")


class Floor:
    """Arrays in a file, read whole when it is opened."""

    def __init__(self, folder: Path, asked: Sequence[Asked]) -> None:
        self.file = folder / "arrays.npz"
        self.stemmer = Stemmer.Stemmer("english")
        self.wanted = frozenset(self._stem(word) for a in asked if a.kind in KINDS for word in a.words)

    def build(self, articles: Iterable[Article]) -> None:
        self.file.parent.mkdir(parents=True)
        stems: dict[str, str] = {}
        postings: dict[str, list[tuple[int, int]]] = {stem: [] for stem in self.wanted}
        names, facts = {"": 0}, []
        for row in rows(articles):
            words = WORD.findall(row.text.lower())
            found = Counter(stems.get(word) or stems.setdefault(word, self._stem(word)) for word in words)
            for stem in self.wanted & found.keys():
                postings[stem].append((row.number - 1, found[stem]))
            voices = [names.setdefault(name, len(names)) for name in (*row.speakers, "", "")[:2]]
            facts.append((*voices, names.setdefault(row.outlet, len(names)), row.month, row.day, len(words)))
        np.savez(self.file, facts=np.array(facts).T, names=np.array(list(names)), **_merged(postings))

    def open(self) -> None:
        arrays = dict(np.load(self.file, allow_pickle=False))
        self.names = arrays.pop("names").tolist()
        facts = np.ascontiguousarray(arrays.pop("facts"))
        self.voices, self.outlet, self.month, self.day = facts[:2].astype(np.int32), *facts[2:5].astype(np.int32)
        lengths = facts[5]
        self.longer = K1 * (1 - B + B * lengths / lengths.mean())
        self.postings = arrays
        self.seen = np.zeros(len(lengths), dtype=bool)
        self.sums = np.zeros(len(lengths))

    def answer(self, asked: Asked) -> Answer:
        if asked.kind not in KINDS:
            raise Unanswered("The floor knows single words, AND and OR.")
        found = sorted((self.postings[self._stem(word)] for word in asked.words), key=lambda p: p.shape[1])
        combined = self._any if asked.kind == "or" else self._all
        ids = self._narrowed(combined([ids for ids, _ in found]), asked)
        scores = self._scores(found, ids)
        best = _highest(scores, HITS)
        hits = tuple((str(ids[i]), "") for i in best)
        return Answer(len(ids), *self._counted(ids), hits)

    def _any(self, lists: Sequence[Ids]) -> Ids:
        for ids in lists:
            self.seen[ids] = True
        among = np.flatnonzero(self.seen)
        self.seen[among] = False
        return among

    def _all(self, lists: Sequence[Ids]) -> Ids:
        """The shortest list, without what is not in the others."""
        among, *others = lists
        for ids in others:
            self.seen[ids] = True
            among = among[self.seen[among]]
            self.seen[ids] = False
        return among

    def _scores(self, found: Sequence[Ids], among: Ids) -> Floats:
        """BM25 of some of the paragraphs."""
        for ids, often in found:
            idf = np.log(1 + (len(self.sums) - len(ids) + 0.5) / (len(ids) + 0.5))
            self.sums[ids] += idf * often * (K1 + 1) / (often + self.longer[ids])
        scores = self.sums[among]
        for ids, _ in found:
            self.sums[ids] = 0
        return scores

    def _narrowed(self, ids: Ids, asked: Asked) -> Ids:
        if asked.outlet:
            ids = ids[self.outlet[ids] == self.names.index(asked.outlet)]
        if asked.speaker:
            ids = ids[(self.voices[:, ids] == self.names.index(asked.speaker)).any(axis=0)]
        if asked.since and asked.until:
            days = self.day[ids]
            ids = ids[(days >= asked.since.toordinal()) & (days <= asked.until.toordinal())]
        return ids

    def _counted(self, ids: Ids) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
        one, other = (np.bincount(voice[ids], minlength=len(self.names)) for voice in self.voices)
        speakers = one + other
        speakers[:1] = 0  # nobody
        months = np.bincount(self.month[ids])
        by_each, by_year = by_month((int(month), int(months[month])) for month in np.flatnonzero(months))
        outlets = self._first(np.bincount(self.outlet[ids]))
        return {"speaker": self._first(speakers), "outlet": outlets, "year": dict(by_year)}, dict(by_each)

    def _first(self, counts: Ids) -> dict[str, int]:
        return {self.names[i]: int(counts[i]) for i in _highest(counts, FACET_VALUES) if counts[i]}

    def _stem(self, word: str) -> str:
        return str(self.stemmer.stemWord(word.lower()))


def engine(folder: Path, asked: Sequence[Asked]) -> Floor:
    """The floor for these queries."""
    return Floor(folder, asked)


def _highest(values: Ids | Floats, few: int) -> Ids:
    """The places of the highest values, in order."""
    some = np.argpartition(-values, few)[:few] if len(values) > few else np.arange(len(values))
    return some[np.argsort(-values[some])]


def _merged(postings: dict[str, list[tuple[int, int]]]) -> dict[str, Ids]:
    """Ids and how often, two rows a stem; ids are already in order."""
    return {stem: np.array(pairs, dtype=np.int64).reshape(-1, 2).T.copy() for stem, pairs in postings.items()}
