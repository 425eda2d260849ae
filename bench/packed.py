"""Packed: archives that unfold to far more than they are, lie about it, or lead elsewhere."""

import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from pathlib import Path

from bench.long_texts import LARGEST, SAID, Maker, written


def tiny_zip(count: int) -> Maker:
    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / "tiny.zip", "w") as archive:
            for number in range(count):
                archive.writestr(f"{number}.txt", f"{SAID}That was day {number}.\n")

    return make


def tiny_tar(count: int) -> Maker:
    def make(folder: Path) -> None:
        with tarfile.open(folder / "tiny.tar", "w") as archive:
            for number in range(count):
                _add(archive, number, f"{SAID}That was day {number}.\n".encode())

    return make


def _add(archive: tarfile.TarFile, number: int, content: bytes) -> None:
    """Put a file of this number and content into a tar."""
    info = tarfile.TarInfo(f"{number}.txt")
    info.size = len(content)
    archive.addfile(info, io.BytesIO(content))


def zeros_gz(size: int) -> Maker:
    def make(folder: Path) -> None:
        with gzip.open(folder / "zeros.txt.gz", "wb") as file:
            for _ in range(size // 10_000_000):
                file.write(bytes(10_000_000))

    return make


def members(name: str, sign: bytes, count: int) -> Maker:
    """A tar, packed as its name says, of so many files of one sign, each as large as it may be."""

    def make(folder: Path) -> None:
        one = sign * (LARGEST - 1)
        with tarfile.open(folder / name, f"w:{name.rpartition('.')[2]}") as archive:
            for number in range(count):
                _add(archive, number, one)

    return make


def overlapping(count: int) -> Maker:
    """A zip whose list names one packed file again and again."""

    def make(folder: Path) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", SAID * 30_000)
            first = archive.infolist()[0]
            for number in range(count):
                info = zipfile.ZipInfo(f"{number}.txt")
                for key in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                    setattr(info, key, getattr(first, key))
                archive.filelist.append(info)
                archive.NameToInfo[info.filename] = info
        written(folder / "overlapping.zip", file.getvalue())

    return make


def xz_of_gigabytes(folder: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 20}]
    content = bytearray(lzma.compress(SAID.encode() * 1000, filters=filters))
    at = content.index(b"\x21\x01", 12) + 2  # the filter, the length of its properties, the size of its dictionary
    content[at] = 37  # 1.5 GB
    header = content[12 : 12 + (content[12] + 1) * 4 - 4]
    content[12 + len(header) : 12 + len(header) + 4] = _crc(bytes(header))
    written(folder / "dictionary.txt.xz", bytes(content))


def _crc(header: bytes) -> bytes:
    return zlib.crc32(header).to_bytes(4, "little")


def nested(depth: int) -> Maker:
    def make(folder: Path) -> None:
        content, name = SAID.encode(), "a.txt"
        for number in range(depth):
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr(name, content)
            content, name = file.getvalue(), f"{number}.zip"
        written(folder / "nested.zip", content)

    return make


def sparse_tar(folder: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for kind in (tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"../../{kind!r}.txt")
            info.type, info.linkname = kind, "/dev/zero"
            archive.addfile(info)
        huge = tarfile.TarInfo("x" * 900_000 + ".txt")
        huge.size = len(SAID)
        archive.addfile(huge, io.BytesIO(SAID.encode()))
        hole = tarfile.TarInfo("hole.txt")
        hole.type, hole.size = tarfile.GNUTYPE_SPARSE, 1 << 40
        archive.addfile(hole)
    written(folder / "odd.tar", file.getvalue())


def warc(count: int) -> Maker:
    def make(folder: Path) -> None:
        with gzip.open(folder / "crawl.warc.gz", "wb", 1) as file:
            for number in range(count):
                page = f"<html><title>Day {number}</title><body><p>{SAID} It was day {number}.</p></body></html>"
                answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
                head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://t.example/{number}\r\n"
                head += "Content-Type: application/http; msgtype=response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                head += f"WARC-Date: 2024-05-31T10:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
                file.write(f"{head}{answer}\r\n\r\n".encode())

    return make


def zipped(name: str, parts: dict[str, str | bytes]) -> Maker:
    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)

    return make
