"""Gathering: a batch of articles becomes a chunk: the arrays of a small segment, with its facts and stored values."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import msgspec
import numpy as np

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.layout import FIELDS
from search.engines.whoosh.schema import Stored
from search.engines.whoosh.writing.facts import facts_of
from search.engines.whoosh.writing.inversion import Texts, Vocabulary
from search.matching import searched
from search.model import Article

LEVEL = 1  # of zlib; higher ones gain little on so short values
VOCABULARY = 400_000  # pieces of text that one process keeps in mind, about 80 megabytes


def gathered(articles: Sequence[Article]) -> dict[str, Array]:
    """The arrays of a chunk: those of the fields, the facts, and `stored` with `stored_ends` (uint8, uint64)."""
    return {**_inverted(articles), **facts_of(articles), **_stored(articles)}


def _inverted(articles: Sequence[Article]) -> dict[str, Array]:
    """The arrays of all fields."""
    vocabulary = _vocabulary()
    fields = {name: Texts(vocabulary) for name in FIELDS}
    pairs = ((article, paragraph) for article in articles for paragraph in article.paragraphs)
    number = -1
    for number, pair in enumerate(pairs):
        for name, texts in searched(*pair).items():
            for text in texts:
                fields[name].add(number, text)
    return {name: array for field, texts in fields.items() for name, array in texts.inverted(field, number + 1).items()}


def _stored(articles: Sequence[Article]) -> dict[str, Array]:
    """What is stored with all paragraphs, one value after the other, and where each ends, in bytes."""
    values = [compressed(stored) for article in articles for stored in stored_values(article)]
    ends = np.cumsum(np.fromiter(map(len, values), np.uint64, len(values)), dtype=np.uint64)
    return {"stored": np.frombuffer(b"".join(values), np.uint8), "stored_ends": ends}


def stored_values(article: Article) -> Iterator[Stored]:
    """What Whoosh stores with each paragraph of an article: itself; with the first also the article, and its text."""
    first: dict[str, str | bytes] = {"about": msgspec.json.encode(replace(article, paragraphs=(), raw=""))}
    if article.raw:
        first["raw"] = article.raw
    for paragraph in article.paragraphs:
        yield {"paragraph": msgspec.json.encode(paragraph), **first}
        first = {}


def compressed(stored: Stored) -> bytes:
    """A value as Whoosh's column of pickled and compressed values holds it."""
    return zlib.compress(pickle.dumps(stored, 4), LEVEL)


@cache
def _kept() -> list[Vocabulary]:
    return [Vocabulary()]


def _vocabulary() -> Vocabulary:
    """The vocabulary of this process, begun anew once it is large."""
    kept = _kept()
    if len(kept[0]) > VOCABULARY:
        kept[0] = Vocabulary()
    return kept[0]
