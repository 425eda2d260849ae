"""Work for processes, some of which they do not survive."""

import os
import signal
import sys
import time
from pathlib import Path

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


if __name__ == "__main__":  # python dying.py: work without end, until Ctrl-C
    try:
        list(in_order(endless, [(1,), (2,)], count=2, ready=nothing))
    except KeyboardInterrupt:
        sys.exit(130)
