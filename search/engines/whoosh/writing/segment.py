"""Segment: one segment of a standard Whoosh index, written from arrays, and the table of contents of an index."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.util.numeric import byte_to_length

from search.engines.whoosh.arrays import Array, Arrays
from search.engines.whoosh.layout import FIELDS, NAME, UNDATED
from search.engines.whoosh.strings import parted, ranked
from search.engines.whoosh.writing.blocks import write_postings
from search.engines.whoosh.writing.facts import KEYS, values_of
from search.engines.whoosh.writing.listed import Listed
from search.engines.whoosh.writing.stored import column_path
from search.engines.whoosh.writing.terms import Terms, write_terms

LENGTHS = np.array([byte_to_length(byte) for byte in range(256)])

Words = tuple[list[bytes], Listed]


def new_segment(folder: Path) -> W3Segment:
    """A segment of which nothing is written yet."""
    segment: W3Segment = W3Codec().new_segment(FileStorage(str(folder)), NAME)
    return segment


def write_segment(folder: Path, segment: W3Segment, arrays: Arrays, schema: Schema) -> None:
    """Write the terms and lengths of a segment, given the arrays of its fields and facts; not what it stores."""
    lengths = {name: arrays[f"{name}.lengths"] for name in FIELDS}
    segment.set_doc_count(len(arrays["days"]))
    totals = {name: int(each.sum()) for name, each in lengths.items() if each.any()}
    segment._fieldlengths = totals  # type: ignore[attr-defined]  # as Whoosh's own writer does
    for name in totals:
        _write_lengths(column_path(folder, segment, f"_{name}_len"), lengths[name])
    with (folder / segment.make_filename(W3Codec.POSTS_EXT)).open("wb") as file:
        terms = [
            Terms(field, words, write_postings(file, listed))
            for field, listing in sorted(_listings(arrays, schema).items())
            for words, listed in [listing()]
            if words
        ]
    write_terms(folder / segment.make_filename(W3Codec.TERMS_EXT), terms)


def _write_lengths(path: Path, lengths: Array) -> None:
    kept = _length_bytes(lengths)[: np.flatnonzero(lengths)[-1] + 1]  # Whoosh's columns leave out zeros at the end
    path.write_bytes(kept.tobytes())


def _length_bytes(lengths: Array) -> Array:
    """Lengths as Whoosh writes them: the first of its 256 lengths that is no shorter."""
    return np.minimum(np.searchsorted(LENGTHS, lengths), len(LENGTHS) - 1).astype(np.uint8)


def _listings(arrays: Arrays, schema: Schema) -> dict[str, Callable[[], Words]]:
    """How each field comes by its words and their postings."""
    searched = {name: lambda name=name: _searched(arrays, name) for name in FIELDS}
    keyed = {key: lambda key=key: _keyed(arrays[f"key.{key}.first"], values_of(arrays, f"key.{key}")) for key in KEYS}
    return searched | keyed | {"date": lambda: _dated(arrays["days"], schema["date"])}


def _searched(arrays: Arrays, name: str) -> Words:
    starts, ids, tf, lengths = (arrays[f"{name}.{each}"] for each in ("starts", "ids", "tf", "lengths"))
    words = parted(arrays[f"{name}.words"], arrays[f"{name}.word_ends"])
    return words, Listed(starts, ids, tf, _length_bytes(lengths), counted=True)


def _dated(days: Array, field: FieldType) -> Words:
    known, ordinals = np.unique(np.concatenate([[UNDATED], days]), return_inverse=True)
    terms = [field.to_bytes(day) for day in known[1:].tolist()]
    return _keyed((ordinals[1:] - 1) % (len(terms) + 1), terms)


def _keyed(first: Array, values: Sequence[bytes]) -> Words:
    """The terms of a field that has one value to a document or none (that is, as many as there are values)."""
    order, places = ranked(values)
    ranks = np.append(places, np.uint32(len(values)))[first]
    ids = np.argsort(ranks, kind="stable")
    starts = np.searchsorted(ranks[ids], np.arange(len(values) + 1))
    ids = ids[: starts[-1]].astype(np.uint32)
    nothing = np.zeros(len(first), np.uint8)
    return [values[n] for n in order], Listed(starts, ids, np.ones(len(ids), np.uint8), nothing, counted=False)


def write_toc(folder: Path, schema: Schema, segments: Sequence[W3Segment], generation: int = 1) -> None:
    """Make an index of these segments, each with its own deleted documents."""
    TOC(schema, list(segments), generation).write(FileStorage(str(folder)), NAME)
