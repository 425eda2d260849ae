"""Whoosh's own BM25F with the idf and the lengths of search/ranking.py, of living documents, read from its columns."""

from functools import cache
from typing import Any

from whoosh.scoring import BM25F, BaseScorer, bm25
from whoosh.searching import Searcher

from search.ranking import K1, SPOKEN, WEIGHTS, B, rarity


class Ranked(BM25F):
    """BM25F with the idf and the lengths of living documents."""

    def __init__(self) -> None:
        super().__init__(B, K1)
        self.average = cache(_average)
        self.rarity = cache(_rarity)

    def scorer(self, searcher: Searcher, fieldname: str, text: str, qf: int = 1) -> BaseScorer:
        name, parent = fieldname.removesuffix("_stem"), searcher.get_parent()
        if name not in WEIGHTS:
            return super().scorer(searcher, fieldname, text, qf)
        columns = (searcher.reader().column_reader(column) for column in (f"{name}_length", "spoken"))
        return _Scorer(WEIGHTS[name] * self.rarity(parent, fieldname, text), self.average(parent, name), *columns)


class _Scorer(BaseScorer):
    def __init__(self, worth: float, average: float, lengths: Any, spoken: Any) -> None:
        self.worth, self.average, self.lengths, self.spoken = worth, average, lengths, spoken

    def score(self, matcher: Any) -> float:
        number = matcher.id()
        weight = bm25(self.worth, matcher.weight(), self.lengths[number], self.average, B, K1)
        return float(weight * SPOKEN ** self.spoken[number])


def _rarity(searcher: Searcher, field: str, word: str) -> float:
    return rarity(len(set(searcher.reader().postings(field, word).all_ids())), searcher.doc_count())


def _average(searcher: Searcher, name: str) -> float:
    leaves = [leaf for leaf, _ in searcher.reader().leaf_readers()]
    columns = [(leaf.column_reader(f"{name}_length"), leaf.all_doc_ids()) for leaf in leaves]
    having = [length for column, ids in columns for n in ids if (length := column[n])]
    return sum(having) / len(having) if having else 1.0
