"""The engine: the one seam between On Record and whatever keeps the index."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from search.contents import Contents, Coverage, Edition
from search.model import Article
from search.query import Query
from search.report import Report
from search.results import Hit, Results
from search.tree import Open, Terms

Papers = Callable[[Contents], Mapping[str, bytes]]
"""What is to be kept with a generation, by name, once it is known what that holds."""


def no_papers(contents: Contents) -> Mapping[str, bytes]:
    """Nothing is kept with it."""
    return {}


class Engine(Protocol):
    """Keeps paragraphs and finds them again.

    Every engine promises the same members, the same facet counts, the same order by date (within a day by article
    and paragraph; the undated last), and pages up to `HIT_LIMIT` hits. Scores may differ; those of memory and
    Whoosh are the same (search/ranking.py).
    """

    def writing(self) -> AbstractContextManager[Path]:
        """Be the only writer; it gives a folder for what a writer wants to find again the next time.

        Raises LockedIndex where another one writes, and ForeignIndex.
        """
        ...

    def build(
        self, articles: Iterable[Article], *, parser: str = "", processes: int = 1, papers: Papers = no_papers
    ) -> Contents:
        """Make these articles the index; of two with one id the later counts. Readers see all of it or none.

        `parser` is the name of the model that helped to attribute them; it is kept with the contents. The engine may
        work in so many processes.
        """
        ...

    def update(
        self,
        changed: Iterable[Article],
        removed: Collection[str] = (),
        *,
        parser: str = "",
        processes: int = 1,
        papers: Papers = no_papers,
    ) -> Contents:
        """Put these articles into the index, in the place of those of their ids, and take out the ids in `removed`.

        Readers see all of it or none; raises IndexUnusable where there is no index that can be changed.
        """
        ...

    def keep(self, papers: Papers) -> Contents:
        """Leave the articles as they are and keep other papers with them; raises IndexUnusable."""
        ...

    def rollback(self) -> Contents:
        """Answer from the generation before, whose articles were others; a second time, from the later one again.

        Raises MissingIndex where none is kept, and IndexUnusable for one that cannot answer; nothing is changed then.
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

    def edition(self) -> Edition:
        """Which generation answers now; raises IndexUnusable."""
        ...

    def paper(self, name: str) -> bytes:
        """What was kept under this name with what the index holds now; nothing where there is none."""
        ...

    def report(self) -> Report | None:
        """The report of the reindex that made what the index holds now; None where there is none."""
        ...
