"""Opened: a generation that answers: its segments, its columns, the documents as they were stored."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from search.contents import Contents
from search.engines.whoosh.arrays import load
from search.engines.whoosh.damage import undamaged
from search.engines.whoosh.layout import FIELDS, POSTINGS, STORED
from search.engines.whoosh.schema import Stored, stored_article, stored_paragraph
from search.engines.whoosh.searching.columns import Columns, load_columns
from search.engines.whoosh.searching.documents import Documents, documents_in
from search.engines.whoosh.searching.postings import Postings
from search.engines.whoosh.searching.view import Segment, View
from search.engines.whoosh.toc import toc_in
from search.model import Article
from search.results import Hit

ABOUTS = 5_000  # articles, about two kilobytes each, that are kept for the next hit in one of them


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation. Nothing in it changes, so any number of threads may ask it."""

    view: View
    columns: Columns
    documents: Sequence[Documents]
    contents: Contents
    folder: Path
    abouts: dict[int, Article] = field(default_factory=dict)  # articles of recent hits

    def hit(self, document: int) -> Hit:
        """The paragraph that is this document, with its article; raises BrokenIndex."""
        with undamaged(self.folder):
            return Hit(self._about(int(self.columns.article[document])), stored_paragraph(self._stored(document)))

    def article(self, id: str) -> Article | None:
        """The article of this id, whole."""
        number = self.columns.articles.number(id)
        if number is None:
            return None
        first = int(self.columns.first_of_article[number])
        fields = self._stored(first)
        found = [stored_paragraph(self._stored(n)) for n in self.columns.documents_of(number)]
        return replace(stored_article(fields), paragraphs=tuple(found), raw=str(fields.get("raw", "")))

    def _about(self, number: int) -> Article:
        """The article of this number, without its paragraphs."""
        if len(self.abouts) > ABOUTS:
            self.abouts.clear()
        if number not in self.abouts:
            self.abouts[number] = stored_article(self._stored(int(self.columns.first_of_article[number])))
        return self.abouts[number]

    def _stored(self, document: int) -> Stored:
        segment = bisect_right(self.view.segments, document, key=lambda s: s.base) - 1
        return self.documents[segment][document - self.view.segments[segment].base]


def opened(folder: Path, contents: Contents) -> Opened:
    """A generation's folder, opened; raises OSError and ValueError over what is no such thing."""
    segments, documents, base = [], [], 0
    for segment in toc_in(folder).segments:
        size, arrays = segment.doc_count_all(), load(folder / segment.make_filename(POSTINGS))
        segments.append(Segment(base, size, {field: Postings.of(arrays, field) for field in FIELDS}))
        documents.append(documents_in(folder / segment.make_filename(STORED), size))
        base += size
    columns = load_columns(folder)
    live = columns.live if not np.all(columns.live) else None
    return Opened(View.of(tuple(segments), live, columns.spoken), columns, documents, contents, folder)
