"""Tantivy by its Python wheel: stems for words, a second field of words as written for phrases, prefixes and fuzzy.

Months are counted by an aggregation over a number, since its date histogram knows days and not months.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy
from tantivy import Document, FieldType, Filter, Occur, Query, SchemaBuilder, SnippetGenerator, TextAnalyzerBuilder

from bench.engines.protocol import FACET_VALUES, HITS, Answer, Row, by_month, rows
from bench.queries import Asked
from search.model import Article

HEAP, THREADS = 512_000_000, 2  # bytes that the writer holds; threads, one for each core of a small machine
EVERY_VALUE = 5_000  # speakers that a segment reports, so that the sums over segments are right
COUNTED = {
    "speaker": {"terms": {"field": "speaker", "size": FACET_VALUES, "segment_size": EVERY_VALUE}},
    "outlet": {"terms": {"field": "outlet", "size": FACET_VALUES}},
    "month": {"histogram": {"field": "month", "interval": 1, "min_doc_count": 1}},
}


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("exact", tokenizer_name="default")
    for name in ("speaker", "outlet"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("month", fast=True)
    return builder.build()


SCHEMA = _schema()
STEMS = TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.stemmer("english"))


class Tantivy:
    """One index, and one searcher for all queries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stems = STEMS.build()

    def build(self, articles: Iterable[Article]) -> None:
        self.folder.mkdir(parents=True)
        writer = tantivy.Index(SCHEMA, str(self.folder)).writer(HEAP, THREADS)
        for row in rows(articles):
            writer.add_document(_document(row))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.searcher = tantivy.Index.open(str(self.folder)).searcher()

    def answer(self, asked: Asked) -> Answer:
        query = _narrowed(self._words(asked), asked)
        found = self.searcher.search(query, HITS)
        counted = self.searcher.aggregate(query, COUNTED)
        months, years = by_month((int(b["key"]), b["doc_count"]) for b in counted["month"]["buckets"])
        facets = {name: {b["key"]: b["doc_count"] for b in counted[name]["buckets"]} for name in ("speaker", "outlet")}
        return Answer(found.count, {**facets, "year": years}, months, self._hits(asked, query, found))

    def _words(self, asked: Asked) -> Query:
        match asked.kind:
            case "phrase":
                return Query.phrase_query(SCHEMA, "exact", list(asked.words))
            case "prefix":
                return Query.fuzzy_term_query(SCHEMA, "exact", asked.words[0], 0, prefix=True)
            case "fuzzy":
                return Query.fuzzy_term_query(SCHEMA, "exact", asked.words[0], asked.distance)
        stems = [Query.term_query(SCHEMA, "text", self.stems.analyze(word)[0]) for word in asked.words]
        return _all_of(stems, Occur.Should if asked.kind == "or" else Occur.Must)

    def _hits(self, asked: Asked, query: Query, found: tantivy.SearchResult) -> tuple[tuple[str, str], ...]:
        field = "exact" if asked.kind in ("phrase", "prefix", "fuzzy") else "text"
        generator = SnippetGenerator.create(self.searcher, self._shown(asked, query), SCHEMA, field)
        documents = [self.searcher.doc(address) for _, address in found.hits]
        texts = [str(document.get_first("text")) for document in documents]
        shown = [Document(exact=text) for text in texts] if field == "exact" else documents
        snippets = [generator.snippet_from_doc(document).to_html() for document in shown]
        return tuple(zip(texts, snippets, strict=True))

    def _shown(self, asked: Asked, query: Query) -> Query:
        """What to mark; of a fuzzy word the wheel does not say what it stands for, and nothing is marked."""
        if asked.kind != "prefix":
            return query
        terms = self.searcher.terms_with_prefix("exact", asked.words[0])
        return Query.term_set_query(SCHEMA, "exact", [term for term, _ in terms])


def engine(folder: Path, asked: Sequence[Asked]) -> Tantivy:
    """Tantivy, where its wheel is installed."""
    return Tantivy(folder)


def _document(row: Row) -> Document:
    fields = {"text": row.text, "exact": row.text, "speaker": list(row.speakers), "outlet": row.outlet}
    return Document.from_dict({**fields, "day": row.day, "month": row.month}, SCHEMA)


def _all_of(parts: Iterable[Query], occur: Occur = Occur.Must) -> Query:
    several = [(occur, part) for part in parts]
    return several[0][1] if len(several) == 1 else Query.boolean_query(several)


def _narrowed(words: Query, asked: Asked) -> Query:
    """The words, and what else is asked for, which counts nothing for the order."""
    chosen = {"outlet": asked.outlet, "speaker": asked.speaker}
    filters = [Query.term_query(SCHEMA, name, value) for name, value in chosen.items() if value]
    if asked.since and asked.until:
        days = (asked.since.toordinal(), asked.until.toordinal())
        filters.append(Query.range_query(SCHEMA, "day", FieldType.Unsigned, *days))
    return _all_of([words, *(Query.const_score_query(f, 0.0) for f in filters)])
