"""Bulk: articles become one segment of an index at once: gathered in chunks, by several processes, and merged.

A segment has beside Whoosh's own files SEGID.postings, the arrays of its fields, and SEGID.facts, those of Facts.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import Schema

from search.engines.whoosh.arrays import Array, load, release, save
from search.engines.whoosh.layout import FACTS, FIELDS, POSTINGS
from search.engines.whoosh.lexicon import letters
from search.engines.whoosh.strings import parted
from search.engines.whoosh.writing.chunks import written_chunks
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.merging import merged_field
from search.engines.whoosh.writing.merging_facts import merged_facts
from search.engines.whoosh.writing.parts import Part
from search.engines.whoosh.writing.segment import new_segment, write_segment
from search.engines.whoosh.writing.stemming import with_stems
from search.engines.whoosh.writing.stored import stored_of, write_stored
from search.model import Article

IN_MEMORY = 1_000_000  # bytes; larger arrays are merged on disk


def build(folder: Path, articles: Iterable[Article], schema: Schema, processes: int = 1) -> W3Segment:
    """Write articles as one segment, not yet in a table of contents; of two with one id the later counts."""
    with TemporaryDirectory(dir=folder, prefix="chunks-") as chunks:
        loaded = [load(path) for path in written_chunks(Path(chunks), articles, processes)]
        return write(folder, latest([Part(arrays, len(arrays["days"])) for arrays in loaded]), schema)


def write(folder: Path, parts: Sequence[Part], schema: Schema) -> W3Segment:
    """Write the living documents of parts as one segment, not yet in a table of contents."""
    segment, facts = new_segment(folder), merged_facts(parts)
    with TemporaryDirectory(dir=folder, prefix="merged-") as scratch:
        fields = {name: array for f in FIELDS for name, array in _field(parts, f, Path(scratch)).items()}
        save(folder / segment.make_filename(POSTINGS), fields)
        save(folder / segment.make_filename(FACTS), facts)
        release(fields)
        write_segment(folder, segment, fields | facts, schema)
    write_stored(folder, segment, parts)
    return segment


def segment_part(folder: Path, segment: W3Segment) -> Part:
    """A segment that is written, to be merged, without its deleted documents."""
    postings, facts = (load(folder / segment.make_filename(end)) for end in (POSTINGS, FACTS))
    size, deleted = segment.doc_count_all(), list(segment.deleted_docs())
    live = np.ones(size, bool)
    live[deleted] = False
    return Part({**postings, **facts, **stored_of(folder, segment)}, size, live if deleted else None)


def latest(parts: Sequence[Part]) -> list[Part]:
    """Parts in which of all articles with one id only the last one lives."""
    ids = [values_of(part.arrays, "key.article") for part in parts]
    last = {id: (n, at) for n, part in enumerate(ids) for at, id in enumerate(part)}
    return [_only(part, [last[id] == (n, at) for at, id in enumerate(ids[n])]) for n, part in enumerate(parts)]


def _only(part: Part, counts: list[bool]) -> Part:
    """A part whose documents live if their article counts."""
    if all(counts):
        return part
    live = np.array(counts)[part.arrays["key.article.first"]]
    return Part(part.arrays, part.size, live if part.live is None else live & part.live)


def _field(parts: Sequence[Part], name: str, scratch: Path) -> dict[str, Array]:
    """All arrays of one field."""
    arrays = merged_field(parts, name, partial(_room, scratch))
    words = [word.decode() for word in parted(arrays[f"{name}.words"], arrays[f"{name}.word_ends"])]
    stems = {f"{name}.{each}": array for each, array in with_stems(words).items()}
    return {**arrays, **stems, f"{name}.letters": letters(words)}


def _room(scratch: Path, size: int, dtype: np.dtype[np.generic]) -> Array:
    """Room for an array, in a file if it is large, so that memory need not hold it."""
    if size * dtype.itemsize < IN_MEMORY:
        return np.empty(size, dtype)
    return np.memmap(scratch / str(len(list(scratch.iterdir()))), dtype, "w+", shape=(size,))
