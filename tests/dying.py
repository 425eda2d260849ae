"""Work for processes, some of which they do not survive, and a parser that not every text survives."""

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from search.attribution.parsing import Parse, Parser
from search.errors import OnRecordError
from search.processes import in_order


def tenfold(number: int) -> int:
    """Ten times a number; the process dies of 13."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def endless(number: int) -> int:
    """The number, said in a file of this process, and then nothing for an hour."""
    (Path(os.environ["ONRECORD_TEST_FOLDER"]) / str(os.getpid())).touch()
    time.sleep(3600)
    return number


def nothing() -> None:
    """Be ready at once."""


def never() -> None:
    """Never be ready."""
    raise OnRecordError("there is no such model")


def late() -> None:
    """Be ready after a second, said in a file of this process when it begins."""
    (Path(os.environ["ONRECORD_TEST_FOLDER"]) / str(os.getpid())).touch()
    time.sleep(1)


class Stumbling(Parser):
    """A parser that tells nothing, and raises an error over any text with "stone" in it."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def parses(self, texts: Sequence[str]) -> Iterator[Parse]:
        for text in texts:
            if "stone" in text:
                raise self.error
            yield Parse()


if __name__ == "__main__":  # python dying.py [late]: work without end, until Ctrl-C
    ready = late if sys.argv[1:] == ["late"] else nothing
    try:
        list(in_order(endless, [(1,), (2,)], count=2, ready=ready))
    except KeyboardInterrupt:
        sys.exit(130)
