"""Facts: what is known of each document beside its words, as arrays: its day, its article, its value in each facet.

N documents. A name with several values to a document, such as X = "speaker", has arrays of its own:

  X.values, X.value_ends    uint8[...], uint32[]   the values, one after the other in UTF-8, and where each ends
  X.first                   uint[N]                the number of each document's first value; as many as there are: none
  X.documents, X.ordinals   uint32[], uint32[]     further values: document `documents[i]` has value `ordinals[i]`

The names are those of the facets; key.outlet, key.kind and key.article, the terms of Whoosh's fields (no key.outlet
where the outlet is unknown; key.article may hold an id twice while it is one of a chunk's: the later one counts); and
known.NAME for a facet's `known_as`, each value a pair (other name, value) in JSON.

  days        int32[N]      published.toordinal(), or 0
  numbers     uint32[N]     the paragraph's number in its article
  statements  uint[N]       how many statements are made in it

And for each stretch of words of the text that somebody says (search/spoken.py), in order:

  said.documents, said.starts, said.sizes    uint[]   the document, the position of the first word, how many words
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import msgspec
import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, narrowed
from search.engines.whoosh.layout import UNDATED
from search.engines.whoosh.strings import Numbering, joined, parted
from search.facets import FACETS, Facet
from search.model import Article, Paragraph
from search.spoken import spoken

SAID = ("said.documents", "said.starts", "said.sizes")
KEYS = ("outlet", "kind", "article")
KNOWING = tuple(f for f in FACETS if f.known_as is not Facet.__dataclass_fields__["known_as"].default)
VALUED = (*(f.name for f in FACETS), *(f"known.{f.name}" for f in KNOWING), *(f"key.{key}" for key in KEYS))


def facts_of(articles: Sequence[Article]) -> dict[str, Array]:
    """The facts of the paragraphs of articles, each of which is a document."""
    pairs = [(article, paragraph) for article in articles for paragraph in article.paragraphs]
    sizes = [len(article.paragraphs) for article in articles]
    days = [article.published.value.toordinal() if article.published.value else UNDATED for article in articles]
    return {
        "days": np.repeat(np.array(days, np.int32), sizes),
        "numbers": np.array([paragraph.number for _, paragraph in pairs], np.uint32),
        "statements": narrowed(np.array([len(paragraph.statements) for _, paragraph in pairs], np.int64)),
        **_said([paragraph for _, paragraph in pairs]),
        **{name: array for found in _valued_of(pairs) for name, array in found.items()},
        **valued("key.article", (a.id.encode() for a in articles), np.repeat(np.arange(len(sizes)), sizes), _NOTHING),
    }


def _said(paragraphs: Sequence[Paragraph]) -> dict[str, Array]:
    """The stretches of words that somebody says."""
    said = ((n, p.text, (s.where for s in p.statements)) for n, p in enumerate(paragraphs) if p.statements)
    rows = [(n, words.start, len(words)) for n, text, spans in said for words in spoken(text, spans)]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return {name: narrowed(column) for name, column in zip(SAID, columns, strict=True)}


def valued(name: str, values: Iterable[bytes], first: Array, further: tuple[Array, Array]) -> dict[str, Array]:
    """The arrays of one name."""
    text, ends = joined(values)
    documents, ordinals = further
    return {
        f"{name}.values": text,
        f"{name}.value_ends": ends,
        f"{name}.first": first.astype(np.min_scalar_type(len(ends))),
        f"{name}.documents": documents.astype(np.uint32),
        f"{name}.ordinals": ordinals.astype(np.uint32),
    }


def values_of(arrays: Arrays, name: str) -> list[bytes]:
    """The values of a name, in the order of their numbers."""
    return parted(arrays[f"{name}.values"], arrays[f"{name}.value_ends"])


def _valued_of(pairs: Sequence[tuple[Article, Paragraph]]) -> Iterator[dict[str, Array]]:
    """The arrays of each name, but not those of key.article."""
    for facet in FACETS:
        yield _collected(facet.name, [facet.values(*pair) for pair in pairs], str.encode)
    for facet in KNOWING:
        yield _collected(f"known.{facet.name}", [facet.known_as(*pair) for pair in pairs], msgspec.json.encode)
    outlets = ((article.outlet.value,) if article.outlet.value is not None else () for article, _ in pairs)
    yield _collected("key.outlet", list(outlets), str.encode)
    yield _collected("key.kind", [(paragraph.kind,) for _, paragraph in pairs], str.encode)


def _collected(name: str, rows: Sequence[tuple[Hashable, ...]], encode: Callable[..., bytes]) -> dict[str, Array]:
    """The arrays of one name, given the values of each document."""
    number = Numbering[Hashable]()
    first = np.array([number[row[0]] if row else -1 for row in rows], np.int64)
    more = [(n, number[value]) for n, row in enumerate(rows) if len(row) > 1 for value in tuple(dict.fromkeys(row))[1:]]
    first[first < 0] = len(number)
    further = np.array(more, np.uint32).reshape(-1, 2)
    return valued(name, map(encode, number), first, (further[:, 0], further[:, 1]))


_NOTHING = np.empty(0, np.uint32), np.empty(0, np.uint32)
