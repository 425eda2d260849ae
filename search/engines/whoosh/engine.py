"""The engine proper: builds generations, and answers from the current one."""

import hashlib
import pickle
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from importlib.metadata import version
from pathlib import Path
from threading import Lock

import msgspec
import numpy as np
import whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from search import facets as facets_module
from search import matching, model, text
from search.engine import Contents
from search.engines.whoosh.building import build
from search.engines.whoosh.columns import UNDATED, Columns, Ids, Mask, load_columns
from search.engines.whoosh.execution import Scores, Weighting, found
from search.engines.whoosh.generations import Generations
from search.engines.whoosh.schema import VERSION, stored_article, stored_paragraph
from search.errors import BrokenIndex
from search.facets import FACETS, NOBODY
from search.model import Article
from search.query import Query
from search.results import Hit, Results, facet_values

DAMAGE = (OSError, EOFError, struct.error, zlib.error, pickle.UnpicklingError, msgspec.DecodeError, UnicodeDecodeError)
SPOKEN = 1.5  # times: what somebody said goes before what merely stands in the paper


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation that is open. Whoosh's searcher seeks in shared files, so one thread at a time asks it."""

    searcher: Searcher
    columns: Columns
    contents: Contents
    turn: Lock


class WhooshEngine:
    """Keeps paragraphs in a folder; see search.engine.Engine for what it promises."""

    def __init__(self, folder: Path) -> None:
        self.generations = Generations(folder)
        self._opening = Lock()
        self._open: tuple[Path, Generation] | None = None

    def build(self, articles: Iterable[Article], *, parser: str = "") -> Contents:
        """See Engine.build; raises ForeignIndex, LockedIndex, and OSError if the disk is full (nothing is changed)."""
        with self.generations.new() as folder:
            contents = replace(build(folder, articles), parser=parser)
            self.generations.publish(folder, FINGERPRINT, contents)
        return contents

    def search(self, query: Query) -> Results:
        tree = query.tree
        generation = self._generation()
        query = query.renamed(generation.columns.aliases)
        with generation.turn, self._undamaged():
            matched, scores = found(tree, generation.searcher)
            matched &= generation.columns.in_range(query)
            return _results(query, matched, scores, generation)

    def article(self, id: str) -> Article | None:
        generation = self._generation()
        with generation.turn, self._undamaged():
            numbers = list(generation.searcher.document_numbers(article=id))
            stored = [generation.searcher.reader().stored_fields(n) for n in numbers]
        if not stored:
            return None
        paragraphs = sorted((stored_paragraph(s) for s in stored), key=lambda p: p.number)
        raw = next((s["raw"] for s in stored if "raw" in s), "")
        return replace(stored_article(stored[0]), paragraphs=tuple(paragraphs), raw=raw)

    def contents(self) -> Contents:
        return self._generation().contents

    def _generation(self) -> Generation:
        """The current generation, opened if it is another one than last time."""
        folder = self.generations.current()
        with self._opening:
            if self._open is None or self._open[0] != folder:
                with self._undamaged():
                    self._open = (folder, self._opened(folder))
            return self._open[1]

    @contextmanager
    def _undamaged(self) -> Iterator[None]:
        """Raises BrokenIndex for what Whoosh and NumPy raise over files that are not as they were written."""
        try:
            yield
        except DAMAGE as error:
            folder = self.generations.folder
            raise BrokenIndex(f"The index in {folder} is damaged ({error}); run: onrecord reindex") from error

    def _opened(self, folder: Path) -> Generation:
        manifest = self.generations.manifest(folder, FINGERPRINT)
        searcher = FileIndex(FileStorage(str(folder), readonly=True)).searcher(weighting=Weighting())
        return Generation(searcher, load_columns(folder), manifest.contents, Lock())


def _results(query: Query, matched: Mask, scores: Scores, generation: Generation) -> Results:
    columns = generation.columns
    chosen = columns.chosen(query)
    counts = {f.name: columns.facets[f.name].counts(_narrowed(matched, chosen, but=f.name)) for f in FACETS}
    ids = np.flatnonzero(_narrowed(matched, chosen))
    page = _ordered(ids, query, scores, columns)[query.window]
    stored = [generation.searcher.reader().stored_fields(int(n)) for n in page]
    return Results(
        query,
        total=len(ids),
        hits=tuple(Hit(stored_article(s), stored_paragraph(s)) for s in stored),
        facets={f.name: facet_values(f, counts[f.name], query) for f in FACETS},
    )


def _narrowed(matched: Mask, chosen: Mapping[str, Mask], but: str = "") -> Mask:
    """What matched and has the chosen values, one facet left out of account."""
    return reduce(np.logical_and, (mask for name, mask in chosen.items() if name != but), matched)


def _ordered(ids: Ids, query: Query, scores: Scores, columns: Columns) -> Ids:
    days = columns.days[ids]
    if query.ordered == "relevance":
        nobody = columns.facets["speaker"].having((NOBODY,), len(scores))[ids]
        return ids[np.lexsort((columns.order[ids], -scores[ids] * np.where(nobody, 1.0, SPOKEN)))]
    keys = {"newest": -days, "oldest": np.where(days == UNDATED, date.max.toordinal() + 1, days)}
    return ids[np.lexsort((columns.order[ids], keys[query.ordered]))]


def _fingerprint() -> str:
    """What an index depends on: the schema, what a word is, the values of a facet, the shape of what is stored."""
    sources = [Path(module.__file__ or "").read_bytes() for module in (text, facets_module, matching, model)]
    versions = f"{VERSION} whoosh {whoosh.versionstring()} snowball {version('snowballstemmer')}".encode()
    return hashlib.sha256(b"".join([versions, *sources])).hexdigest()[:16]


FINGERPRINT = _fingerprint()
