"""Updating: a new generation out of the last one: its segments as they are, less what changed, and one segment more."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from search.engine import Contents
from search.engines.whoosh.layout import NAME
from search.engines.whoosh.schema import SCHEMA
from search.engines.whoosh.writing.bulk import build, segment_part, write
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.segment import write_toc
from search.engines.whoosh.writing.tabulating import tabulate
from search.model import Article

MANY = 8  # small segments; each costs every search a look, so more of them are made one
SMALL = 0.1  # of all documents: what is less is made one before long


def built(folder: Path, articles: Iterable[Article], processes: int) -> Contents:
    """Write an index of these articles into an empty folder."""
    return _finished(folder, [build(folder, articles, SCHEMA, processes)], 1)


def updated(folder: Path, changed: Iterable[Article], removed: Collection[str], processes: int) -> Contents:
    """Put these articles into the index whose segments lie in a folder, in the place of those of their ids.

    The folder holds the files of the segments and the table of contents, which is replaced.
    """
    toc = TOC.read(FileStorage(str(folder)), NAME)
    segment = build(folder, changed, SCHEMA, processes)
    gone = {*values_of(segment_part(folder, segment).arrays, "key.article"), *(id.encode() for id in removed)}
    for old in toc.segments:
        _delete(folder, old, gone)
    segments = [s for s in (*toc.segments, segment) if s.doc_count_all() > s.deleted_count()] or [segment]
    (folder / f"_{NAME}_{toc.generation}.toc").unlink()
    return _finished(folder, _joined(folder, segments), toc.generation + 1)


def _finished(folder: Path, segments: Sequence[W3Segment], generation: int) -> Contents:
    write_toc(folder, SCHEMA, segments, generation)
    used = tuple(segment.make_filename("") for segment in segments)
    for path in folder.glob(f"{NAME}_*"):
        if not path.name.startswith(used):
            path.unlink()
    return tabulate(folder, [segment_part(folder, segment) for segment in segments])


def _delete(folder: Path, segment: W3Segment, gone: Collection[bytes]) -> None:
    """Mark the documents of these articles as deleted."""
    arrays = segment_part(folder, segment).arrays
    dead = np.array([id in gone for id in values_of(arrays, "key.article")], dtype=np.bool_)
    for number in np.flatnonzero(dead[arrays["key.article.first"]]).tolist():
        segment.delete_document(number)


def _joined(folder: Path, segments: Sequence[W3Segment]) -> list[W3Segment]:
    """The segments, the small ones made one where there are many."""
    limit = SMALL * sum(segment.doc_count_all() for segment in segments)
    small = [segment for segment in segments if segment.doc_count_all() <= limit]
    if len(small) <= MANY:
        return list(segments)
    one = write(folder, [segment_part(folder, segment) for segment in small], SCHEMA)
    return [*(segment for segment in segments if segment not in small), one]
