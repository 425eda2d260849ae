"""The engine: the one seam between On Record and whatever keeps the index."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from search.contents import Contents, Coverage
from search.model import Article
from search.query import Query
from search.report import Report
from search.results import Hit, Results
from search.tree import Open, Terms


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

    def every(self, query: Query) -> Sequence[Hit]:
        """All paragraphs that a query asks for, in its order, each read when it is looked at; raises as `search`."""
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

    def coverage(self) -> tuple[Coverage, ...]:
        """How many articles each outlet has in each month, in order; raises IndexUnusable."""
        ...

    def keep_report(self, report: Report) -> None:
        """Keep the report of the reindex that made what the index holds now; it goes with that."""
        ...

    def report(self) -> Report | None:
        """The report that was kept with what the index holds now; None where there is none."""
        ...
