"""Generations: a build is written aside, synced, checked, and made current by one rename; readers keep theirs.

index/current                     the name of the generation that answers
index/generations/NAME/           a Whoosh index, the columns, papers (ledger, report), and manifest.json
index/lock                        held while a generation is being built
index/holder                      who holds it: process, host, since when
index/work/                       what a writer finds again the next time; it may be deleted while nobody writes
"""

import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from search.contents import Contents
from search.engines.whoosh.layout import PAPER
from search.engines.whoosh.manifests import (
    MANIFEST,
    MANIFEST_FILE,
    File,
    Manifest,
    alike,
    file_of,
    refuse_damaged,
    sync_folder,
    write_synced,
)
from search.engines.whoosh.pointer import Pointer
from search.engines.whoosh.sole_writer import SoleWriter
from search.errors import BrokenIndex, MissingIndex, StaleIndex

CHECKED_AT_ONCE = 1_000_000  # bytes; larger files are compared by length when a generation is opened, and whole later

NONE_LINKED: Mapping[str, File] = {}


class Generations:
    """The generations in an index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer, self.writer = Pointer(folder), SoleWriter(folder)

    def current(self) -> Path:
        """The folder of the generation that answers; raises MissingIndex, ForeignIndex or BrokenIndex."""
        return self.pointer.current()

    def manifest(self, generation: Path, fingerprint: str) -> Manifest:
        """The manifest of a generation whose files are as they were written; raises StaleIndex or BrokenIndex."""
        try:
            manifest = MANIFEST.decode((generation / MANIFEST_FILE).read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            raise BrokenIndex(f"The index in {self.folder} is only half there; run: onrecord reindex") from None
        if manifest.fingerprint != fingerprint:
            raise StaleIndex(
                f"The index in {self.folder} is from another version; with the --source it had, run: onrecord reindex"
            )
        for name, file in manifest.files.items():
            refuse_damaged(generation / name, file, whole=file.size <= CHECKED_AT_ONCE)
        return manifest

    def check(self, generation: Path, manifest: Manifest) -> None:
        """Read the large files of a generation, too; raises BrokenIndex. It takes as long as the disk needs."""
        for name, file in manifest.files.items():
            if file.size > CHECKED_AT_ONCE:
                refuse_damaged(generation / name, file, whole=True)

    def link(self, manifest: Manifest, old: Path, new: Path, but: Callable[[str], bool]) -> dict[str, File]:
        """Put the files of a finished generation, but papers and some, into a new one too; what is known of them."""
        kept = {n: file for n, file in manifest.files.items() if not n.endswith(PAPER) and not but(n)}
        for name in kept:
            try:
                os.link(old / name, new / name)
            except OSError:  # a file system without links
                shutil.copyfile(old / name, new / name)
        return kept

    @contextmanager
    def new(self) -> Iterator[Path]:
        """An empty folder to build in, removed again if the build fails; raises ForeignIndex or LockedIndex."""
        with self.writer.alone():
            self._sweep()
            begun = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
            generation = self.folder / "generations" / f"{begun}-{secrets.token_hex(3)}"
            generation.mkdir()
            try:
                yield generation
            except BaseException:
                shutil.rmtree(generation, ignore_errors=True)
                raise

    def publish(
        self, generation: Path, fingerprint: str, contents: Contents, linked: Mapping[str, File] = NONE_LINKED
    ) -> None:
        """Make a finished generation the current one: sync its files, write its manifest, rename the pointer."""
        files = {p.name: linked.get(p.name) or file_of(p) for p in sorted(generation.iterdir())}
        manifest = msgspec.json.encode(Manifest(fingerprint, contents, files))
        write_synced(generation / MANIFEST_FILE, manifest)
        sync_folder(generation)
        self.manifest(generation, fingerprint)
        self._take_over(generation)

    def before(self) -> Path | None:
        """The generation to go back to: the latest one that holds other articles than the current one."""
        current = self.pointer.named()
        others = (p for p in self._finished() if p != current and not (current and alike(p, current)))
        return max(others, key=lambda path: path.name, default=None)

    def rollback(self, fingerprint: str) -> Manifest:
        """Make the generation before the current one, with what it holds; raises IndexUnusable and changes nothing."""
        with self.writer.alone():
            before = self.before()
            if before is None:
                raise MissingIndex(f"{self.folder} keeps no generation to go back to; run: onrecord reindex")
            manifest = self.manifest(before, fingerprint)
            self.check(before, manifest)
            self.pointer.point(before)
            return manifest

    def _finished(self) -> list[Path]:
        return [p for p in (self.folder / "generations").iterdir() if (p / MANIFEST_FILE).is_file()]

    def _sweep(self) -> None:
        """Remove what builds that were killed left."""
        self._remove_all_but({self.pointer.named(), *self._finished()})

    def _take_over(self, new: Path) -> None:
        """Make a generation current. The former one stays, for its readers and to go back to it.

        Where it holds the same articles, the one that it would have gone back to stays, too.
        """
        former = self.pointer.named()
        self.pointer.point(new)
        self._remove_all_but({new, former, self.before() if former and alike(new, former) else None})

    def _remove_all_but(self, keep: Collection[Path | None]) -> None:
        for generation in (self.folder / "generations").iterdir():
            if generation not in keep:
                shutil.rmtree(generation, ignore_errors=True)
