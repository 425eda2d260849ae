"""The engine proper: builds generations, and answers from the current one."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread
from time import sleep

from search.contents import Contents, Coverage, Edition
from search.deadline import SECONDS, Deadline
from search.engine import Papers, no_papers
from search.engines.whoosh.damage import undamaged
from search.engines.whoosh.fingerprint import FINGERPRINT
from search.engines.whoosh.generations import CHECKED_AT_ONCE, Generations
from search.engines.whoosh.layout import ALIASES, COLUMNS, PAPER
from search.engines.whoosh.manifests import Manifest
from search.engines.whoosh.pointer import Stamp
from search.engines.whoosh.searching.answering import answered, every_hit
from search.engines.whoosh.searching.expanding import frequencies
from search.engines.whoosh.searching.leaves import Leaves
from search.engines.whoosh.searching.opened import Opened, opened
from search.engines.whoosh.writing.updating import added, built, updated
from search.errors import BrokenIndex
from search.expansion import most_frequent
from search.model import Article
from search.query import Query
from search.report import REPORT, Report, report_of
from search.results import Hit, Results
from search.tree import Open, Terms

OF_A_GENERATION = frozenset({COLUMNS, ALIASES})  # files that are of one generation; segments go into the next
CHECKED_AFTER = 2.0  # seconds; the first searches have both cores


class WhooshEngine:
    """Keeps paragraphs in a folder, as search.engine.Engine promises; a search takes so many seconds at most."""

    def __init__(self, folder: Path, seconds: float = SECONDS) -> None:
        self.generations, self.seconds = Generations(folder), seconds
        self._opening = Lock()
        self._open: tuple[Path, Opened] | None = None
        self._stamp: Stamp | None = None  # of the pointer that led to it
        self._broken: dict[Path, str] = {}

    @contextmanager
    def writing(self) -> Iterator[Path]:
        with self.generations.writer.alone():
            yield self.generations.writer.room()

    def build(
        self, articles: Iterable[Article], *, parser: str = "", processes: int = 1, papers: Papers = no_papers
    ) -> Contents:
        """See Engine.build; raises ForeignIndex, LockedIndex, and OSError if the disk is full (nothing is changed)."""
        with self.generations.new() as folder:
            contents = replace(built(folder, articles, processes), parser=parser)
            _write(folder, papers(contents))
            self.generations.publish(folder, FINGERPRINT, contents)
        return contents

    def update(
        self,
        changed: Iterable[Article],
        removed: Collection[str] = (),
        *,
        parser: str = "",
        processes: int = 1,
        papers: Papers = no_papers,
    ) -> Contents:
        """See Engine.update; raises what build raises, and IndexUnusable where there is no index to change."""
        with self.generations.new() as folder:
            last = self.generations.current()
            manifest = self.generations.manifest(last, FINGERPRINT)
            new = added(folder, changed, removed, processes)
            with undamaged(self.generations.folder):
                linked = self.generations.link(manifest, last, folder, lambda name: name in OF_A_GENERATION)
                contents = replace(updated(folder, new), parser=parser)
            _write(folder, papers(contents))
            self.generations.publish(folder, FINGERPRINT, contents, linked)
        return contents

    def keep(self, papers: Papers) -> Contents:
        with self.generations.new() as folder:
            last = self.generations.current()
            manifest = self.generations.manifest(last, FINGERPRINT)
            linked = self.generations.link(manifest, last, folder, lambda name: False)
            _write(folder, papers(manifest.contents))
            self.generations.publish(folder, FINGERPRINT, manifest.contents, linked)
        return manifest.contents

    def rollback(self) -> Contents:
        return self.generations.rollback(FINGERPRINT).contents

    def search(self, query: Query) -> Results:
        query.tree  # noqa: B018  # a query that cannot be read is at fault before an index that is not there
        generation = self._generation()
        with undamaged(self.generations.folder):
            return answered(query, generation, Deadline.after(self.seconds))

    def frequencies(self, wanted: Terms | Open) -> Mapping[str, int]:
        generation = self._generation()
        with undamaged(self.generations.folder):
            return most_frequent(frequencies(wanted, Leaves(generation.view, Deadline.after(self.seconds))))

    def article(self, id: str) -> Article | None:
        generation = self._generation()
        with undamaged(self.generations.folder):
            return generation.article(id)

    def every(self, query: Query) -> Sequence[Hit]:
        generation = self._generation()
        with undamaged(self.generations.folder):
            return every_hit(query, generation, Deadline.after(self.seconds))

    def contents(self) -> Contents:
        return self._generation().contents

    def coverage(self) -> tuple[Coverage, ...]:
        generation = self._generation()
        with undamaged(self.generations.folder):
            return generation.columns.coverage()

    def edition(self) -> Edition:
        self._generation()  # which says what is wrong with it
        before = self.generations.before()
        return Edition(self.generations.current().name, FINGERPRINT, before.name if before else "")

    def paper(self, name: str) -> bytes:
        path = self.generations.current() / f"{name}{PAPER}"
        return path.read_bytes() if path.is_file() else b""

    def report(self) -> Report | None:
        return report_of(self.paper(REPORT))

    def _generation(self) -> Opened:
        """The current generation, opened if it is another one than last time."""
        stamp = self.generations.pointer.stamp()
        if stamp and stamp == self._stamp and self._open and self._open[0] not in self._broken:
            return self._open[1]
        folder = self.generations.current()
        with self._opening:
            if self._open is None or self._open[0] != folder:
                manifest = self.generations.manifest(folder, FINGERPRINT)
                with undamaged(self.generations.folder):
                    self._open = (folder, opened(folder, manifest.contents))
                if any(file.size > CHECKED_AT_ONCE for file in manifest.files.values()):
                    Thread(target=self._check, args=(folder, manifest), daemon=True).start()
            if folder in self._broken:
                raise BrokenIndex(self._broken[folder])
            self._stamp = stamp
            return self._open[1]

    def _check(self, folder: Path, manifest: Manifest) -> None:
        """Read the large files of a generation that answers already, and let it answer no more if they are damaged."""
        sleep(CHECKED_AFTER)
        try:
            self.generations.check(folder, manifest)
        except BrokenIndex as error:
            if folder.is_dir():  # and not swept away since
                self._broken[folder] = str(error)


def _write(folder: Path, papers: Mapping[str, bytes]) -> None:
    """Put papers into the folder of a generation that is not finished yet."""
    for name, paper in papers.items():
        (folder / f"{name}{PAPER}").write_bytes(paper)
