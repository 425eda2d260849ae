"""Listed: the postings of many words at once, and what Whoosh is to know of each word."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh.arrays import Array

AT_ONCE = 4_000_000  # postings worked on at a time, for the memory it takes

INFO = np.dtype(
    [
        ("inlined", "u1"),
        ("weight", ">f4"),
        ("df", ">u4"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("heaviest", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
        ("offset", ">i8"),
        ("length", ">i4"),
    ]
)  # of a word, as W3TermInfo.to_bytes() gives it


@dataclass(frozen=True, slots=True)
class Listed:
    """The postings of many words: those of word n from `starts[n]` on; `lengths` are of documents, as Whoosh's bytes.

    Where `counted`, each posting has the value that says how often the word stands in the document.
    """

    starts: Array
    ids: Array
    tf: Array
    lengths: Array
    counted: bool

    def slices(self) -> Iterator["Listed"]:
        """The same in parts of about AT_ONCE postings."""
        begin, words = 0, len(self.starts) - 1
        while begin < words:
            limit = int(self.starts[begin]) + AT_ONCE
            end = max(begin + 1, int(np.searchsorted(self.starts, limit, "right")) - 1)
            yield self.taken(slice(begin, end))
            begin = end

    def taken(self, words: slice) -> "Listed":
        """The postings of consecutive words."""
        starts = self.starts[words.start : words.stop + 1].astype(np.int64)
        at = slice(starts[0], starts[-1])
        return Listed(starts - starts[0], self.ids[at], self.tf[at], self.lengths, self.counted)

    def chosen(self, words: Array) -> "Listed":
        """The postings of some words, given as a mask."""
        counts = np.diff(self.starts)
        kept = np.repeat(words, counts)
        starts = np.concatenate([[0], np.cumsum(counts[words])])
        return Listed(starts, self.ids[kept], self.tf[kept], self.lengths, self.counted)


def infos_of(listed: Listed, starts: Array) -> Array:
    """What is to be known of the postings from each start to the next."""
    lengths = listed.lengths[listed.ids]
    infos = np.zeros(len(starts), INFO)
    ends = np.append(starts[1:], len(listed.ids))
    infos["weight"] = np.add.reduceat(listed.tf, starts, dtype=np.int64)
    infos["df"] = ends - starts
    infos["shortest"], infos["longest"] = np.minimum.reduceat(lengths, starts), np.maximum.reduceat(lengths, starts)
    infos["heaviest"] = np.maximum.reduceat(listed.tf, starts)
    infos["first"], infos["last"] = listed.ids[starts], listed.ids[ends - 1]
    return infos
