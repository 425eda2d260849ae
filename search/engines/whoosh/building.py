"""Building: articles written as one Whoosh index, with the columns beside it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from search.engine import Contents
from search.engines.whoosh.columns import columns_of
from search.engines.whoosh.schema import SCHEMA, documents, stored_article, stored_paragraph
from search.model import Article, Paragraph

MEMORY = 256  # megabytes of postings that a build holds before it spills them to disk


def build(folder: Path, articles: Iterable[Article]) -> Contents:
    """Write all articles into an empty folder; of two with one id the later stays."""
    again: dict[str, Article] = {}
    index = FileStorage(str(folder)).create_index(SCHEMA)
    _add(index, _first_of_each_id(articles, again))
    if again:
        _replace(index, again)
    with index.searcher() as searcher:
        return _add_columns(searcher, folder)


def _first_of_each_id(articles: Iterable[Article], again: dict[str, Article]) -> Iterator[Article]:
    """The articles whose id is new; the others go into `again`: Whoosh replaces only what is already committed."""
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            again[article.id] = article
        else:
            seen.add(article.id)
            yield article


def _add(index: FileIndex, articles: Iterable[Article]) -> None:
    writer = index.writer(limitmb=MEMORY)
    try:
        for article in articles:
            for document in documents(article):
                writer.add_document(**document)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=False)


def _replace(index: FileIndex, articles: dict[str, Article]) -> None:
    writer = index.writer(limitmb=MEMORY)
    try:
        for id, article in articles.items():
            writer.delete_by_term("article", id)
            for document in documents(article):
                writer.add_document(**document)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)  # leaves one segment and no deleted documents


def _add_columns(searcher: Searcher, folder: Path) -> Contents:
    """Write the columns of what was indexed, and count it."""
    tally = _Tally()
    columns = columns_of(tally.counted(searcher), searcher.doc_count_all())
    columns.save(folder)
    return tally.contents()


class _Tally:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.articles: set[str] = set()
        self.outlets: set[str] = set()
        self.speakers: set[str] = set()
        self.paragraphs = self.statements = 0

    def counted(self, searcher: Searcher) -> Iterator[tuple[int, Article, Paragraph]]:
        """The documents of an index, each counted."""
        for number, stored in searcher.reader().iter_docs():
            article, paragraph = stored_article(stored), stored_paragraph(stored)
            self.articles.add(article.id)
            self.outlets |= {article.outlet.value} if article.outlet.value else set()
            self.speakers.update(paragraph.speakers)
            self.paragraphs += 1
            self.statements += len(paragraph.statements)
            yield number, article, paragraph

    def contents(self) -> Contents:
        return Contents(
            articles=len(self.articles),
            paragraphs=self.paragraphs,
            statements=self.statements,
            speakers=len(self.speakers),
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            outlets=tuple(sorted(self.outlets)),
        )
