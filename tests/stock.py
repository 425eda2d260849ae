"""Stock Whoosh: an index by its own writer, answered by its own query objects, matchers and collectors, in memory.

It is another reading of what a query means, by other people. Scores are Whoosh's sums of its own `bm25`, but with the
idf and the lengths of search/ranking.py, for Whoosh counts deleted documents and keeps a length in one byte.

Scores do not compare (`scored` says so) where
- Whoosh has no such node: Most of more than two parts, which here is any two of them, and the bonus for all of them;
- many words are meant as one: Whoosh weighs each word of a prefix or a misspelt one by its own idf;
- two phrases stand near each other: that takes two queries, whose scores Whoosh adds where both hold.

What no node of Whoosh's says is not asked (`expressible` in stock_nodes.py): words within what is said, words in the
value of a facet, and all paragraphs of an article.

The misspelt do not compare at all (`alike` says so) where letters are exchanged: to Whoosh that is two edits.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from patchwork import History
from rapidfuzz.distance import OSA, Levenshtein
from stock_nodes import narrowing, translated
from stock_ranking import Ranked
from whoosh.analysis import Analyzer, Token
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.sorting import Count, FieldFacet
from whoosh.writing import IndexWriter

from search.facets import FACETS
from search.matching import searched
from search.model import Article, Paragraph
from search.parts import opened
from search.query import Query
from search.ranking import WEIGHTS
from search.text import terms
from search.tree import Fuzzy, Tree

FACET_NAMES = frozenset(facet.name for facet in FACETS)
BREAK, GAP = "\x00", 100  # between two texts of a field: a character that is in none, and so many positions

Found = dict[tuple[str, int], float]  # scores by article and paragraph


class Words(Analyzer):
    """The words of texts as written, or their stems."""

    def __init__(self, form: Literal["exact", "stem"]) -> None:
        self.form = form

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token, begin = Token(**{**options, "positions": True}), 0
        for text in value.split(BREAK):
            found = [getattr(term, self.form) for term in terms(text)]
            for number, word in enumerate(found):
                token.text, token.pos, token.boost = word, begin + number, 1.0
                yield token
            begin += len(found) + GAP


SCHEMA = Schema(
    article=ID(stored=True),
    number=STORED(),
    day=NUMERIC(int, bits=32),
    spoken=NUMERIC(int, sortable=True),
    **{name: TEXT(analyzer=Words("exact")) for name in WEIGHTS},
    **{f"{name}_stem": TEXT(analyzer=Words("stem")) for name in WEIGHTS},
    **{f"{name}_length": NUMERIC(int, sortable=True) for name in WEIGHTS},
    **{f"facet_{facet.name}": KEYWORD() for facet in FACETS},
)


class Stock:
    """Articles in an index with a segment for each lot of them, and what it answers."""

    def __init__(self, history: History) -> None:
        index = RamStorage().create_index(SCHEMA)
        for lot in history.lots:
            with index.writer() as writer:
                writer.merge = False
                _write(writer, {article.id: article for article in lot}.values())
        with index.writer() as writer:
            writer.merge = False
            for id in history.gone:
                writer.delete_by_term("article", id)
        self.searcher = index.searcher(weighting=Ranked())

    def found(self, tree: Tree) -> Found:
        """What a tree holds for."""
        hits = self.searcher.search(translated(tree), limit=None)
        return {(hit["article"], hit["number"]): hit.score for hit in hits}

    def counts(self, query: Query) -> Mapping[str, Mapping[str, int]]:
        """How many have each value of each facet, its own choice left out of account."""
        chosen = {name for name, _ in query.choices | query.excluded}
        free = self._counted(query, "", FACET_NAMES - chosen)
        return {**free, **{name: self._counted(query, name, {name})[name] for name in chosen}}

    def total(self, query: Query) -> int:
        """How many there are of all that is chosen."""
        return len(self.searcher.search(translated(query.tree), limit=None, filter=narrowing(query)))

    def _counted(self, query: Query, but: str, names: Collection[str]) -> dict[str, Mapping[str, int]]:
        grouping = {name: FieldFacet(f"facet_{name}", allow_overlap=True, maptype=Count) for name in names}
        chosen = narrowing(query, but)
        hits = self.searcher.search(translated(query.tree), limit=None, filter=chosen, groupedby=grouping)
        return {name: hits.groups(name) for name in names}

    def alike(self, tree: Tree) -> bool:
        """Whether every misspelt word of a tree stands for the same words whichever way edits are counted."""
        words = {word for name in WEIGHTS for word in self.searcher.lexicon(name)}
        fuzzy = [leaf for leaf in opened(tree) if isinstance(leaf, Fuzzy)]
        return not any(
            (OSA.distance(leaf.word, word.decode()) <= leaf.edits)
            != (Levenshtein.distance(leaf.word, word.decode()) <= leaf.edits)
            for leaf in fuzzy
            for word in words
        )


def _write(writer: IndexWriter, articles: Iterable[Article]) -> None:
    for article in articles:
        writer.delete_by_term("article", article.id)
        for paragraph in article.paragraphs:
            writer.add_document(**_document(article, paragraph))


def _document(article: Article, paragraph: Paragraph) -> dict[str, object]:
    day, texts = article.published.value, searched(article, paragraph)
    return {
        "article": article.id,
        "number": paragraph.number,
        "spoken": int(bool(paragraph.statements)),
        **({"day": day.toordinal()} if day else {}),
        **{name: BREAK.join(given) for name, given in texts.items()},
        **{f"{name}_stem": BREAK.join(given) for name, given in texts.items()},
        **{f"{name}_length": sum(len(list(terms(text))) for text in given) for name, given in texts.items()},
        **{f"facet_{facet.name}": list(facet.values(article, paragraph)) for facet in FACETS},
    }
