"""Reading: an article as its page shows it: marks, hits with the one before and after each, links to the original."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from search.highlight import matches
from search.landing import landing
from search.language import parse
from search.model import Article, Paragraph, Span
from search.query import Query

LANDINGS = 4_000  # addresses of originals, about a kilobyte each, that are kept: hits return on other pages


@dataclass(frozen=True, slots=True)
class Read:
    """An article; the marks in each paragraph, by number; the numbers of the paragraphs that have any."""

    article: Article
    marks: Mapping[int, tuple[Span, ...]]
    hits: tuple[int, ...]

    def before(self, number: int) -> int | None:
        """The number of the hit before this paragraph."""
        return max((hit for hit in self.hits if hit < number), default=None)

    def after(self, number: int) -> int | None:
        """The number of the hit after this paragraph."""
        return min((hit for hit in self.hits if hit > number), default=None)


def read(article: Article, query: Query) -> Read:
    """An article, read with a query in mind; raises QueryError."""
    tree = parse(query.words)
    marks = {p.number: matches(p.text, tree, [s.where for s in p.statements]) for p in article.paragraphs}
    return Read(article, marks, tuple(number for number, found in marks.items() if found))


def original(article: Article, paragraph: Paragraph) -> str:
    """The address of the words of a paragraph in the original: of the first statement, or of its beginning."""
    where = next((s.where for s in paragraph.statements), None)
    return _landing(article.url, paragraph.text, where)


_landing = lru_cache(maxsize=LANDINGS)(landing)
