"""Archives: a file, or what is packed in it, one document at a time. `documents` is the one verb."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path, PurePath
from typing import IO

from search.errors import PassedOver, ReadError
from search.opening import opened
from search.reading.archives.budget import Budget, Spent
from search.reading.archives.document import Document
from search.reading.archives.streams import Member, buffered, bunzipped, damage, gunzipped, held, unxzed
from search.reading.archives.tars import members_of_tar
from search.reading.archives.warcs import members_of_warc
from search.reading.archives.zips import is_zip, members_of_wacz, members_of_zip, opened_zip
from search.reading.decoding import size_of, too_large, unopened
from search.reading.sniffing import HEAD, kind_of_zip, sniffed

DEEPEST = 3  # archives in one another
ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".warc", ".wacz")  # what they are called
PACKED: dict[str, Callable[[IO[bytes]], IO[bytes]]] = {".gz": gunzipped, ".bz2": bunzipped, ".xz": unxzed}
STREAMED: dict[str, Callable[[BufferedReader, str, Budget], Iterator[Member | ReadError]]] = {
    ".tar": members_of_tar,
    ".warc": members_of_warc,
}
ZIPPED = {".zip": members_of_zip, ".wacz": members_of_wacz}
ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})  # names of files that are no articles


def documents(path: Path, largest: int, wanted: Callable[[str, bytes], bool]) -> Iterator[Document | ReadError]:
    """The document that a file is, or those in it if it is an archive, and an error for each that cannot be read.

    `largest` is the size in bytes above which a document is refused; `wanted` tells by name and first bytes which
    files of an archive may be articles.
    """
    name = str(path)
    try:
        size = size_of(path)
        if not size:  # a file of the kernel says so, too, and may be read without end
            yield Document(name, b"")
            return
        with opened(path) as file:
            unpacking = _Unpacking(Budget.of(name, size, largest), wanted)
            yield from unpacking.documents(Member(name, file, size))
    except OSError as error:
        yield unopened(path, error)
    except ReadError as error:
        yield error


def holds_others(kind: str) -> bool:
    """Whether what begins as this kind does may hold other files."""
    return kind in PACKED or kind in STREAMED or kind in ZIPPED


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """One file on its way from archive to documents; `depth` is how many archives we are in."""

    budget: Budget
    wanted: Callable[[str, bytes], bool]

    def documents(self, member: Member, depth: int = 0, *, unpacked: bool = False) -> Iterator[Document | ReadError]:
        """The documents in a file; raises ReadError where it cannot be read to its end."""
        kind = sniffed(member.file.peek(HEAD))
        if kind in PACKED:
            if unpacked:
                raise ReadError(f"{member.name}: is compressed twice and was not read; unpack it once")
            yield from self._unpacked(member, kind, depth)
        elif kind in STREAMED:
            yield from self._each(STREAMED[kind](member.file, member.name, self.budget), member, depth)
        elif kind == ".zip" and is_zip(member.file, member.name):
            yield from self._zip(member, depth)
        else:
            yield Document(member.name, self._content(member), member.url, member.suffix)

    def _unpacked(self, member: Member, kind: str, depth: int) -> Iterator[Document | ReadError]:
        """What a compressed file holds; it keeps its name."""
        file = buffered(PACKED[kind](member.file), member.name, self.budget)
        inner = PurePath(PurePath(member.name).stem).suffix.lower()
        yield from self.documents(Member(member.name, file, url=member.url, suffix=inner), depth, unpacked=True)

    def _zip(self, member: Member, depth: int) -> Iterator[Document | ReadError]:
        """What a zip holds, or the zip itself where it is a document of Word or the like."""
        file = member.file if member.file.seekable() else held(self._content(member))
        with opened_zip(file, member.name) as archive:
            with damage(member.name):
                kind = kind_of_zip(archive)
            if kind in ZIPPED:
                yield from self._each(ZIPPED[kind](archive, member.name, self.budget), member, depth)
                return
        file.seek(0)
        yield Document(member.name, self._content(replace(member, file=file)), member.url, member.suffix)

    def _each(
        self, members: Iterator[Member | ReadError], archive: Member, depth: int
    ) -> Iterator[Document | ReadError]:
        """The documents of each member; what fails costs that member and no other."""
        if depth >= DEEPEST:
            raise ReadError(f"{archive.name}: lies in {DEEPEST} archives and was not read; unpack the outer ones")
        strange = Counter[str]()
        try:
            for member in members:
                yield from self._of_member(member, depth + 1, strange)
        except Spent:
            raise
        except ReadError as error:
            yield error
        if strange:
            kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in strange.most_common(5))
            were = (
                "file in it is no article and was" if strange.total() == 1 else "files in it are no articles and were"
            )
            yield PassedOver(f"{archive.name}: {strange.total():,} {were} not read ({kinds})")

    def _of_member(
        self, member: Member | ReadError, depth: int, strange: Counter[str]
    ) -> Iterator[Document | ReadError]:
        if isinstance(member, ReadError):
            yield member
        elif not _is_about_the_folder(member.name):
            try:
                if self.wanted(member.suffix or member.name, member.file.peek(HEAD)):
                    yield from self.documents(member, depth)
                else:
                    strange[PurePath(member.name).suffix.lower()[:12] or "without a suffix"] += 1
            except Spent:
                raise
            except ReadError as error:
                yield error

    def _content(self, member: Member) -> bytes:
        """All bytes of a file; raises ReadError where they are too many."""
        content = member.file.read(self.budget.largest + 1) if member.size <= self.budget.largest else b""
        if max(member.size, len(content)) > self.budget.largest:
            raise too_large(member.name, max(member.size, len(content)))
        return content


def _is_about_the_folder(name: str) -> bool:
    """Whether a member is hidden, or tells of its archive."""
    parts = PurePath(name.rpartition("!/")[2]).parts
    return any(part.startswith(".") or part.lower() == "__macosx" for part in parts) or (
        PurePath(name).stem.lower() in ABOUT_THE_FOLDER
    )
