"""The engine: the one seam between On Record and whatever keeps the index."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from search.model import Article
from search.query import Query
from search.results import Results
from search.tree import Open, Terms


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index holds; `built` is when it was finished, in UTC, `parser` the model that helped to attribute."""

    articles: int = 0
    paragraphs: int = 0
    statements: int = 0
    speakers: int = 0
    built: str = ""
    outlets: tuple[str, ...] = field(default=())
    parser: str = ""


class Engine(Protocol):
    """Keeps paragraphs and finds them again.

    Every engine promises the same members, the same facet counts, the same order by date (within a day by article
    and paragraph; the undated last), and pages up to `HIT_LIMIT` hits. Scores may differ; those of memory and
    Whoosh are the same (search/ranking.py).
    """

    def build(self, articles: Iterable[Article], *, parser: str = "", processes: int = 1) -> Contents:
        """Make these articles the index; of two with one id the later counts. Readers see all of it or none.

        `parser` is the name of the model that helped to attribute them; it is kept with the contents. The engine may
        work in so many processes.
        """
        ...

    def update(
        self, changed: Iterable[Article], removed: Collection[str] = (), *, parser: str = "", processes: int = 1
    ) -> Contents:
        """Put these articles into the index, in the place of those of their ids, and take out the ids in `removed`.

        Readers see all of it or none; raises IndexUnusable where there is no index that can be changed.
        """
        ...

    def search(self, query: Query) -> Results:
        """The paragraphs that a query asks for; raises QueryError, also where it takes too long, and IndexUnusable.

        A chosen value may be another name for one (`Facet.known_as`); the query of the results has the value itself.
        """
        ...

    def frequencies(self, wanted: Terms | Open) -> Mapping[str, int]:
        """The words of the index, as written, that one word stands for, and in how many paragraphs each stands.

        The most frequent come first, then by the alphabet; no more than EXPANSION_LIMIT. Raises what search raises.
        """
        ...

    def article(self, id: str) -> Article | None:
        """The article of this id, whole."""
        ...

    def contents(self) -> Contents:
        """What the index holds now; raises IndexUnusable."""
        ...
