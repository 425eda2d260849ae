"""The memory engine: articles for as long as the process lives; the oracle that others are held to (see `held.py`)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from search.contents import Contents, Coverage, Edition
from search.engine import Papers, no_papers
from search.engines.held import Held
from search.errors import LockedIndex, MissingIndex
from search.model import Article
from search.query import Query
from search.report import REPORT, Report, report_of
from search.results import Hit, Results
from search.tree import Open, Terms


@dataclass(frozen=True, slots=True)
class Generation:
    """What answers, and the papers that were kept with it."""

    held: Held
    papers: Mapping[str, bytes] = field(default_factory=dict)


class MemoryEngine:
    """Holds articles as long as the process lives."""

    def __init__(self) -> None:
        self._now = Generation(Held(()))
        self._before: Generation | None = None
        self._room: TemporaryDirectory[str] | None = None
        self._at_work, self._number = False, 1

    @property
    def held(self) -> Held:
        """What answers now."""
        return self._now.held

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return self.held.articles

    @contextmanager
    def writing(self) -> Iterator[Path]:
        if self._at_work:
            raise LockedIndex("Another reindex is writing to this index; wait for it, then try again.")
        self._room = self._room or TemporaryDirectory()
        self._at_work = True
        try:
            yield Path(self._room.name)
        finally:
            self._at_work = False

    def update(
        self,
        changed: Iterable[Article],
        removed: Collection[str] = (),
        *,
        parser: str = "",
        processes: int = 1,
        papers: Papers = no_papers,
    ) -> Contents:
        kept = {id: article for id, article in self.articles.items() if id not in removed}
        articles = kept | {article.id: article for article in changed}
        return self.build(articles.values(), parser=parser, papers=papers)

    def build(
        self, articles: Iterable[Article], *, parser: str = "", processes: int = 1, papers: Papers = no_papers
    ) -> Contents:
        held = Held(articles, parser)
        self._before = self._now if self._number > 1 else None
        self._answer_from(Generation(held))
        return self.keep(papers)

    def keep(self, papers: Papers) -> Contents:
        self._now = replace(self._now, papers=papers(self.contents()))
        return self.contents()

    def rollback(self) -> Contents:
        if self._before is None:
            raise MissingIndex("No generation is kept to go back to; run: onrecord reindex")
        before, self._before = self._before, self._now
        self._answer_from(before)
        return self.contents()

    def _answer_from(self, generation: Generation) -> None:
        self._now, self._number = generation, self._number + 1

    def search(self, query: Query) -> Results:
        return self.held.search(query)

    def every(self, query: Query) -> Sequence[Hit]:
        return self.held.every(query)

    def coverage(self) -> tuple[Coverage, ...]:
        return self.held.coverage()

    def edition(self) -> Edition:
        return Edition(f"memory {self._number}", "memory", "the one before" if self._before else "")

    def paper(self, name: str) -> bytes:
        return self._now.papers.get(name, b"")

    def report(self) -> Report | None:
        return report_of(self.paper(REPORT))

    def frequencies(self, wanted: Terms | Open) -> Mapping[str, int]:
        return self.held.frequencies(wanted)

    def article(self, id: str) -> Article | None:
        return self.articles.get(id)

    def contents(self) -> Contents:
        return self.held.contents()
