"""The spool: a corpus set aside on disk, which all engines then read from there."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType

import msgspec

from search.model import Article

LENGTH = 8  # bytes of the number that says how long an article is


class Spool:
    """Holds articles in a temporary file, which has no name and is gone with the process at the latest."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # the spool is the context manager
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Article)

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def add(self, article: Article) -> None:
        """Set an article aside; raises OSError if the disk is full."""
        encoded = self._encoder.encode(article)
        self._file.write(len(encoded).to_bytes(LENGTH, "big"))
        self._file.write(encoded)

    def articles(self) -> Iterator[Article]:
        """All that were set aside, in their order."""
        self._file.seek(0)
        while length := self._file.read(LENGTH):
            yield self._decoder.decode(self._file.read(int.from_bytes(length, "big")))
