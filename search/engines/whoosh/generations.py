"""Generations: a build is written aside, synced, checked, and made current by one rename; readers keep theirs.

index/current                     the name of the generation that answers
index/generations/NAME/           a Whoosh index, the columns, papers (ledger, report), and manifest.json
index/lock                        held while a generation is being built
index/holder                      who holds it: process, host, since when
index/work/                       what a writer finds again the next time; it may be deleted while nobody writes
"""

import os
import re
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from search.contents import Contents
from search.engines.whoosh.holder import Holder
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
from search.errors import BrokenIndex, ForeignIndex, LockedIndex, MissingIndex, StaleIndex

OURS = re.compile(r"current|current\.new|generations|lock|holder|work|\.DS_Store|desktop\.ini|\.nfs.*")
"""What may stand in the folder of an index: ours, and what systems leave."""
GENERATION = re.compile(r"\d{8}T\d{6,12}Z-[0-9a-f]{6}")  # when it was begun; the later name is the later generation
CHECKED_AT_ONCE = 1_000_000  # bytes; larger files are compared by length when a generation is opened, and whole later

Stamp = tuple[int, int, int]  # the pointer's inode, time and size

NONE_LINKED: Mapping[str, File] = {}


class Generations:
    """The generations in an index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / "current"
        self._lock = FileLock(folder / "lock", timeout=0)  # one object, so that its holder may take it again

    def stamp(self) -> Stamp | None:
        """What changes with the pointer, for a look that costs less than reading it; None where there is none."""
        try:
            found = self.pointer.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def current(self) -> Path:
        """The folder of the generation that answers; raises MissingIndex, ForeignIndex or BrokenIndex."""
        try:
            name = self.pointer.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            self._refuse_foreign()
            raise MissingIndex(f"There is no index in {self.folder}; run: onrecord reindex") from None
        except (OSError, UnicodeDecodeError) as error:
            raise BrokenIndex(f"{self.pointer} cannot be read ({error}); run: onrecord reindex") from None
        if not GENERATION.fullmatch(name):
            raise BrokenIndex(f"{self.pointer} names no generation in {self.folder}; run: onrecord reindex")
        return self.folder / "generations" / name

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
    def alone(self) -> Iterator[None]:
        """Be the only writer, as often as one likes; raises ForeignIndex or LockedIndex."""
        self._refuse_foreign()
        (self.folder / "generations").mkdir(parents=True, exist_ok=True)
        again, holder = self._lock.is_locked, Holder(self.folder / "holder")
        try:
            self._lock.acquire()
        except Timeout:
            raise LockedIndex(
                f"Another reindex{holder.name} is writing to {self.folder}; wait for it, then try again."
            ) from None
        try:
            if not again:
                holder.sign()
            yield
        finally:
            if not again:
                holder.leave()
            self._lock.release()

    def room(self) -> Path:
        """The folder for what a writer finds again the next time."""
        (self.folder / "work").mkdir(exist_ok=True)
        return self.folder / "work"

    @contextmanager
    def new(self) -> Iterator[Path]:
        """An empty folder to build in, removed again if the build fails; raises ForeignIndex or LockedIndex."""
        with self.alone():
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
        current = self._pointed()
        others = (p for p in self._finished() if p != current and not (current and alike(p, current)))
        return max(others, key=lambda path: path.name, default=None)

    def rollback(self, fingerprint: str) -> Manifest:
        """Make the generation before the current one, with what it holds; raises IndexUnusable and changes nothing."""
        with self.alone():
            before = self.before()
            if before is None:
                raise MissingIndex(f"{self.folder} keeps no generation to go back to; run: onrecord reindex")
            manifest = self.manifest(before, fingerprint)
            self.check(before, manifest)
            self._point(before)
            return manifest

    def _point(self, generation: Path) -> None:
        write_synced(self.folder / "current.new", generation.name.encode())
        (self.folder / "current.new").replace(self.pointer)
        sync_folder(self.folder)

    def _pointed(self) -> Path | None:
        """The folder that the pointer names, if it does; whether it is there or not."""
        if not self.pointer.is_file():
            return None
        return self.folder / "generations" / self.pointer.read_text(encoding="ascii", errors="replace").strip()

    def _finished(self) -> list[Path]:
        return [p for p in (self.folder / "generations").iterdir() if (p / MANIFEST_FILE).is_file()]

    def _refuse_foreign(self) -> None:
        if self.folder.is_file():
            raise ForeignIndex(f"{self.folder} is a file; name a folder for the index.")
        strangers = [*_strangers(self.folder, OURS), *_strangers(self.folder / "generations", GENERATION)]
        if strangers:
            raise ForeignIndex(
                f"{self.folder} holds {strangers[0]}, which On Record did not make; name an empty folder with --index."
            )

    def _sweep(self) -> None:
        """Remove what builds that were killed left."""
        self._remove_all_but({self._pointed(), *self._finished()})

    def _take_over(self, new: Path) -> None:
        """Make a generation current. The former one stays, for its readers and to go back to it.

        Where it holds the same articles, the one that it would have gone back to stays, too.
        """
        former = self._pointed()
        self._point(new)
        self._remove_all_but({new, former, self.before() if former and alike(new, former) else None})

    def _remove_all_but(self, keep: Collection[Path | None]) -> None:
        for generation in (self.folder / "generations").iterdir():
            if generation not in keep:
                shutil.rmtree(generation, ignore_errors=True)


def _strangers(folder: Path, ours: re.Pattern[str]) -> list[str]:
    """The names in a folder, if it is one, that are none of ours."""
    return sorted(p.name for p in folder.iterdir() if not ours.fullmatch(p.name)) if folder.is_dir() else []
