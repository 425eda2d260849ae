"""Whoosh as its documentation shows it: stemmed text, sortable columns, `groupedby`, `highlights`.

Function words are kept, since phrases have them. A paragraph's speakers are one value, which is counted and then taken
apart: faster than Whoosh's own way for several values (`allow_overlap`), which reads all postings at every search.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from whoosh import query as q
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.searching import Results
from whoosh.sorting import Count, FieldFacet

from bench.engines.protocol import HITS, Answer, by_month, each, first, rows
from bench.queries import Asked
from search.model import Article

MEMORY = 256  # megabytes of postings before they are spilled
STEMS = StemmingAnalyzer(stoplist=None, minsize=1, cachesize=-1)
SCHEMA = Schema(
    text=TEXT(STEMS, stored=True),
    speaker=KEYWORD(commas=True, sortable=True),
    outlet=ID(sortable=True),
    day=NUMERIC(int, bits=32, sortable=True),
    month=NUMERIC(int, bits=32, sortable=True),
)


class Stock:
    """One index, and one searcher for all queries."""

    def __init__(self, folder: Path, processes: int = 1) -> None:
        self.folder, self.processes = folder, processes

    def build(self, articles: Iterable[Article]) -> None:
        self.folder.mkdir(parents=True)
        several = {"procs": self.processes, "multisegment": True} if self.processes > 1 else {}
        writer = create_in(str(self.folder), SCHEMA).writer(limitmb=MEMORY, **several)
        for row in rows(articles):
            speakers = ",".join(row.speakers)
            writer.add_document(text=row.text, speaker=speakers, outlet=row.outlet, day=row.day, month=row.month)
        writer.commit()

    def open(self) -> None:
        self.searcher = open_dir(str(self.folder), readonly=True).searcher()

    def answer(self, asked: Asked) -> Answer:
        grouped = {name: FieldFacet(name, maptype=Count) for name in ("speaker", "outlet", "month")}
        results = self.searcher.search(_query(asked), limit=HITS, groupedby=grouped)
        months, years = by_month(results.groups("month").items())
        speakers = first(each(results.groups("speaker").items()))
        facets = {"speaker": speakers, "outlet": first(results.groups("outlet")), "year": years}
        return Answer(len(results), facets, months, _hits(results))


def engine(folder: Path, asked: Sequence[Asked]) -> Stock:
    """Whoosh, which On Record itself is built on."""
    return Stock(folder)


def _hits(results: Results) -> tuple[tuple[str, str], ...]:
    """The first ten: `groupedby` makes Whoosh keep all, whatever the limit."""
    shown = (results[number] for number in range(min(HITS, results.scored_length())))
    return tuple((hit["text"], hit.highlights("text")) for hit in shown)


def _query(asked: Asked) -> q.Query:
    parts = [_words(asked)]
    parts += [q.Term(name, value) for name, value in (("outlet", asked.outlet), ("speaker", asked.speaker)) if value]
    if asked.since and asked.until:
        parts.append(q.NumericRange("day", asked.since.toordinal(), asked.until.toordinal()))
    return parts[0] if len(parts) == 1 else q.And([parts[0], *(q.ConstantScoreQuery(p, 0.0) for p in parts[1:])])


def _words(asked: Asked) -> q.Query:
    match asked.kind:
        case "prefix":
            return q.Prefix("text", asked.words[0])
        case "fuzzy":
            return q.FuzzyTerm("text", asked.words[0], maxdist=asked.distance, prefixlength=0)
    stems = [token.text for word in asked.words for token in STEMS(word)]
    if len(stems) == 1:
        return q.Term("text", stems[0])
    if asked.kind == "phrase":
        return q.Phrase("text", stems)
    return (q.Or if asked.kind == "or" else q.And)([q.Term("text", stem) for stem in stems])
