"""Inversion: from the words of each document to the documents of each word, by sorting."""

from array import array

import numpy as np

from search.engines.whoosh.arrays import Array, narrowed
from search.engines.whoosh.layout import GAP
from search.engines.whoosh.strings import Numbering, joined
from search.text import WORD, folded


class Vocabulary(dict[str, int]):
    """Array the pieces of texts between blanks, and keeps which words each holds: most hold one; no word has a blank.

    So each piece is taken apart and folded but once, which takes a fifth of the time.
    """

    def __init__(self) -> None:
        self.words = Numbering[bytes]()  # by their bytes
        self._of_pieces, self._ends = array("i"), array("I")

    def __missing__(self, piece: str) -> int:
        words = (folded(spelling) for spelling in WORD.findall(piece))
        self._of_pieces.extend(self.words[word.encode()] for word in words if word)
        self._ends.append(len(self._of_pieces))
        self[piece] = number = len(self)
        return number

    def words_of(self, pieces: Array) -> tuple[Array, Array]:
        """The numbers of the words in all these pieces, and how many are in each."""
        ends = np.array(self._ends, np.int64)
        counts = np.diff(ends, prepend=0)[pieces]
        shift = ends[pieces] - np.cumsum(counts)
        return np.array(self._of_pieces, np.int32)[np.arange(counts.sum()) + np.repeat(shift, counts)], counts


class Texts:
    """The texts of one field: the numbers of all their pieces, and of each text its document and number of pieces."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.pieces, self.documents, self.sizes = array("i"), array("I"), array("I")

    def add(self, document: int, text: str) -> None:
        """Take in a text; those of a document come one after the other, and documents in order."""
        pieces = text.split()
        self.pieces.extend(map(self.vocabulary.__getitem__, pieces))
        self.documents.append(document)
        self.sizes.append(len(pieces))

    def inverted(self, field: str, documents: int) -> dict[str, Array]:
        """The arrays of the field, without stems and letters."""
        numbers, counts = self.vocabulary.words_of(np.array(self.pieces, np.int32))
        before = np.concatenate([[0], np.cumsum(counts)])
        sizes = np.diff(before[np.cumsum(self.sizes, dtype=np.int64)], prepend=0)
        text, of_text = np.repeat(np.arange(len(sizes)), sizes), np.array(self.documents, np.uint32)
        words, ranks = _ranked(numbers, list(self.vocabulary.words))
        letters, ends = joined(words)
        arrays = {
            "words": letters,
            "word_ends": ends,
            **_sorted(ranks, of_text[text], _places(of_text, sizes, text)),
            "lengths": narrowed(np.bincount(of_text, sizes, documents).astype(np.int64)),
        }
        return {f"{field}.{name}": array for name, array in arrays.items()}


def _places(documents: Array, sizes: Array, text: Array) -> Array:
    """The position of each word in its document's field, given the text that each stands in."""
    steps = np.where(sizes > 0, sizes + GAP, 0)
    before = np.cumsum(steps) - steps
    _, first, of = np.unique(documents, return_index=True, return_inverse=True)
    start = before - before[first][of]
    places: Array = np.arange(len(text)) - (np.cumsum(sizes) - sizes - start)[text]
    return places


def _ranked(numbers: Array, words: list[bytes]) -> tuple[list[bytes], Array]:
    """The words that occur, sorted, and for each occurrence the place of its word among them."""
    occurs = np.zeros(len(words), bool)
    occurs[numbers] = True
    ordered = sorted(np.flatnonzero(occurs).tolist(), key=words.__getitem__)
    rank = np.zeros(len(words), np.min_scalar_type(len(ordered)))
    rank[ordered] = np.arange(len(ordered))
    return [words[number] for number in ordered], rank[numbers]


def _sorted(ranks: Array, documents: Array, places: Array) -> dict[str, Array]:
    """Occurrences, in order of document and position, put in order of word, document and position."""
    order = np.argsort(ranks, kind="stable")  # by radix where there are fewer than 65,536 words
    ranks, documents = ranks[order], documents[order]
    new_word = np.diff(ranks, prepend=ranks[:1] + 1) != 0
    postings = np.flatnonzero(new_word | (np.diff(documents, prepend=0) != 0))
    word_starts = np.flatnonzero(new_word[postings])
    return {
        "starts": np.append(word_starts, len(postings)).astype(np.uint32),
        "ids": documents[postings],
        "tf": narrowed(np.diff(postings, append=len(ranks))),
        "place_starts": np.append(postings[word_starts], len(ranks)).astype(np.uint32),
        "places": narrowed(places[order]),
    }
