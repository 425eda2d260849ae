"""Dictionaries: how much memory it takes to unpack what LZMA has packed, which a few bytes can set to gigabytes."""

import lzma
import struct
import zipfile
from typing import IO

MOST = 100_000_000  # bytes: xz -9 wants 68 MB
WANTS_MORE = f"it wants more than {MOST / 1e6:.0f} MB of memory for that; pack it anew with a smaller dictionary"
BLOCK = 65_536  # bytes
LOCAL_HEADER = 30  # bytes, before the name of a member of a zip
NAME_LENGTHS = 26  # bytes from its beginning


class Unxzing:
    """What an .xz holds, in whatever many streams, read within bounds of memory; raises lzma.LZMAError, EOFError."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._stream, self._later = source, _stream(), False

    def read(self, size: int) -> bytes:
        """Some of the next bytes, at most so many; b"" at the end."""
        while True:
            packed = self._next()
            if packed is None:
                return b""
            try:
                found = self._stream.decompress(packed, size)
            except lzma.LZMAError as error:
                if "emory" in str(error):
                    raise lzma.LZMAError(WANTS_MORE) from None
                if self._later:  # what follows the last stream is none
                    return b""
                raise
            if found:
                return found

    def _next(self) -> bytes | None:
        """What the stream is to be fed with; None where nothing follows."""
        if not self._stream.eof:
            return self._fed() if self._stream.needs_input else b""
        rest = self._stream.unused_data.lstrip(b"\0")
        while not rest:
            block = self._source.read(BLOCK)
            if not block:
                return None
            rest = block.lstrip(b"\0")
        self._stream, self._later = _stream(), True
        return rest

    def _fed(self) -> bytes:
        block = self._source.read(BLOCK)
        if not block:
            raise EOFError("it ends too early")
        return block


def _stream() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(memlimit=MOST)


def wants_too_much(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a member of a zip is packed by LZMA with a dictionary that is too large."""
    if member.compress_type != zipfile.ZIP_LZMA or archive.fp is None:
        return False
    archive.fp.seek(member.header_offset + NAME_LENGTHS)
    name, extra = struct.unpack("<HH", archive.fp.read(4).ljust(4, b"\0"))
    archive.fp.seek(member.header_offset + LOCAL_HEADER + name + extra)
    _, length, _, dictionary = struct.unpack("<HHBL", archive.fp.read(9).ljust(9, b"\0"))  # a version, properties
    return bool(length == 5 and dictionary > MOST)
