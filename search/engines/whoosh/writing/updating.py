"""Updating: a new generation out of the last one: its segments as they are, less what changed, and one segment more."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Segment

from search.contents import Contents
from search.engines.whoosh.layout import NAME
from search.engines.whoosh.schema import SCHEMA
from search.engines.whoosh.toc import toc_in
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


@dataclass(frozen=True, slots=True)
class Added:
    """A segment of changed articles, not yet in a table of contents, and the ids of all articles that it replaces."""

    segment: W3Segment
    ids: Collection[str]


def added(folder: Path, changed: Iterable[Article], removed: Iterable[str], processes: int) -> Added:
    """Write changed articles into a folder; also one without paragraphs replaces that of its id."""
    ids = set(removed)
    return Added(build(folder, _noted(changed, ids), SCHEMA, processes), ids)


def _noted(articles: Iterable[Article], ids: set[str]) -> Iterator[Article]:
    """The articles as they come, their ids put down."""
    for article in articles:
        ids.add(article.id)
        yield article


def updated(folder: Path, new: Added) -> Contents:
    """Put what was added into the index that lies in the same folder, in the place of the articles of its ids.

    The folder holds the files of the segments and the table of contents, which is replaced.
    """
    toc, segment = toc_in(folder), new.segment
    gone = {id.encode("utf-8", "surrogatepass") for id in new.ids}
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
