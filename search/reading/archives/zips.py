"""Zips: the files in a zip, or the crawls in a WACZ, one at a time."""

import re
import struct
import zipfile
from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePath
from typing import IO

from search.errors import ReadError
from search.reading.archives.budget import MOST_MEMBERS, Budget
from search.reading.archives.dictionaries import WANTS_MORE, wants_too_much
from search.reading.archives.streams import Member, buffered, damage, label

END, END_64 = b"PK\x05\x06", b"PK\x06\x06"  # the records that end a zip's list of members
TAIL = 66_000  # bytes from the end in which they stand
LONGEST_ENTRY = 250  # bytes of that list for one member, on average; zipfile reads the list whole
CALLED = frozenset({".zip", ".wacz", ".docx", ".odt", ".epub"})
CRAWL = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")


def is_zip(file: BufferedReader, name: str) -> bool:
    """Whether what begins as a zip is called as one or ends as one; else it is a file of another kind, or noise."""
    if PurePath(name).suffix.lower() in CALLED or not file.seekable():
        return True
    found = zipfile.is_zipfile(file)
    file.seek(0)
    return found


def opened_zip(file: IO[bytes], name: str) -> zipfile.ZipFile:
    """The zip; raises ReadError for one that is damaged or lists more members than are read."""
    if _length_of_list(file) > MOST_MEMBERS * LONGEST_ENTRY:
        raise ReadError(f"{name}: holds more than {MOST_MEMBERS:,} files; split it")
    with damage(name):
        return zipfile.ZipFile(file)


def _length_of_list(file: IO[bytes]) -> int:
    """How many bytes the list of members has, as the zip says; 0 where it does not."""
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    tail = file.read(TAIL)
    at, at_64 = tail.rfind(END), tail.rfind(END_64)
    if at_64 >= 0 and len(tail) >= at_64 + 48:
        return int(struct.unpack_from("<Q", tail, at_64 + 40)[0])
    return int(struct.unpack_from("<L", tail, at + 12)[0]) if at >= 0 and len(tail) >= at + 16 else 0


def members_of_zip(archive: zipfile.ZipFile, name: str, budget: Budget) -> Iterator[Member | ReadError]:
    """The files in a zip; folders and links are none."""
    for info in archive.infolist():
        if not info.is_dir() and not _is_link(info):
            budget.open()
            yield _member(archive, info, f"{name}!/{label(info.filename)}", budget)


def members_of_wacz(archive: zipfile.ZipFile, name: str, budget: Budget) -> Iterator[Member | ReadError]:
    """The crawls in a WACZ; its lists and its pages' texts say nothing that these do not."""
    for info in archive.infolist():
        if CRAWL.fullmatch(info.filename):
            budget.open()
            yield _member(archive, info, f"{name}!/{label(info.filename)}", budget)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Member | ReadError:
    if info.flag_bits & 1:
        return ReadError(f"{name}: is encrypted; unpack it with its password and leave the zip out")
    try:
        with damage(name):
            if wants_too_much(archive, info):
                raise zipfile.BadZipFile(WANTS_MORE)
            return Member(name, buffered(archive.open(info), name, budget), info.file_size)
    except ReadError as error:
        return error


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether it is a symbolic link of Unix, whose content is a path."""
    return info.create_system == 3 and (info.external_attr >> 16) & 0o170000 == 0o120000
