"""Opening: what is no file is not opened, and nothing that is opened is waited for."""

import os
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG

NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NoFile(OSError):
    """A folder, a pipe, a device or the like, where a file should be."""


def status_of(path: str | Path) -> os.stat_result:
    """How a file is; raises NoFile for what is none, OSError for what is not there."""
    return _of_a_file(os.stat(path))  # noqa: PTH116


def opened(path: str | Path) -> BufferedReader:
    """A file, open to be read; raises NoFile, also where a pipe has taken its place since it was looked at."""
    status_of(path)  # to open a device is to set it off
    handle = os.open(path, os.O_RDONLY | NOT_WAITING)
    try:
        _of_a_file(os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _of_a_file(status: os.stat_result) -> os.stat_result:
    if not S_ISREG(status.st_mode):
        raise NoFile("no file")
    return status
