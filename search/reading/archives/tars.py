"""Tars: the files in a tar, one at a time as they come; links and devices are none."""

import tarfile
from collections.abc import Iterator
from typing import IO, Self

from search.errors import ReadError
from search.reading.archives.budget import Budget
from search.reading.archives.streams import Member, buffered, damage, label

LONGEST_HEADER = 1_000_000  # bytes; tarfile holds a header of any length in memory
HEADERS = {
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
}


class Bounded(tarfile.TarInfo):
    """A member whose header fits in memory, and that is no sparse file, of which a few bytes say that it is endless."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The member that a block describes; raises tarfile.ReadError for one that is not read.

        A damaged one is not taken for the end of the archive, as tarfile would.
        """
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError:
            if buf.strip(b"\0"):
                raise tarfile.ReadError("a header is damaged") from None
            raise
        if (info.type in HEADERS and info.size > LONGEST_HEADER) or info.type == tarfile.GNUTYPE_SPARSE:
            raise tarfile.ReadError("a header is too long, or a file is sparse")
        return info

    def _proc_gnusparse_10(self, *_: object) -> None:
        raise tarfile.ReadError("a file is sparse")


def members_of_tar(file: IO[bytes], name: str, budget: Budget) -> Iterator[Member | ReadError]:
    """The files in a tar that is read from its beginning."""
    with damage(name), tarfile.open(fileobj=file, mode="r|", tarinfo=Bounded) as archive:
        while info := archive.next():
            archive.members = []  # type: ignore[attr-defined]  # it would remember each
            budget.open()
            if info.isreg() and not info.issparse() and (content := archive.extractfile(info)):
                where = f"{name}!/{label(info.name)}"
                own = Budget(where, budget.largest, info.size + 1)  # the tar's stream is counted already
                yield Member(where, buffered(content, where, own), info.size)
