"""On Record, asked as its own pages ask it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.engines.protocol import FACET_VALUES, HITS, Answer, Counts, Unanswered, first
from bench.queries import Asked
from search.engines.whoosh import WhooshEngine
from search.errors import QueryError
from search.facets import NOBODY
from search.highlight import snippet
from search.language import parse
from search.model import Article
from search.processes import usable_cores
from search.query import Query
from search.results import Results
from search.turns import TURN

UNREAD = str.maketrans("*~", "--")  # characters that mean nothing within a word


class OnRecord:
    """The Whoosh engine of On Record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = WhooshEngine(folder)

    def build(self, articles: Iterable[Article]) -> None:
        self.index.build(articles, processes=usable_cores())

    def open(self) -> None:
        self.index = WhooshEngine(self.folder)
        self.index.contents()

    def answer(self, asked: Asked) -> Answer:
        query = query_of(asked)
        with TURN:  # as the pages do
            try:
                results = self.index.search(query)
            except QueryError as error:
                raise Unanswered(str(error)) from None
            texts = [hit.paragraph.text for hit in results.hits[:HITS]]
            hits = tuple((text, snippet(text, query.tree).text) for text in texts)
            facets = _facets(results)
        months = {month: count for month, count in getattr(results, "months", ()) if count}
        note = " ".join(getattr(results, "notes", ()))
        return Answer(results.total, facets, months, hits, note=note)


def engine(folder: Path, asked: Sequence[Asked]) -> OnRecord:
    """On Record, which reads some queries only in later versions."""
    return OnRecord(folder)


def query_of(asked: Asked) -> Query:
    """The query in On Record's language; raises Unanswered where the language has no such thing yet."""
    if asked.kind in ("prefix", "fuzzy") and parse(asked.typed) == parse(asked.typed.translate(UNREAD)):
        raise Unanswered(f"On Record's language has no {asked.kind} yet.")
    chosen = {("outlet", asked.outlet), ("speaker", asked.speaker)}
    choices = frozenset((name, value) for name, value in chosen if value)
    return Query(asked.typed, choices, since=asked.since, until=asked.until)


def _facets(results: Results) -> dict[str, Counts]:
    """The first values of the three facets that all engines count."""
    named = {"speaker": "speaker", "outlet": "outlet", "year": "date"}
    return {
        name: first({v.value: v.count for v in results.facets[ours][: FACET_VALUES + 1] if v.value != NOBODY})
        for name, ours in named.items()
    }
