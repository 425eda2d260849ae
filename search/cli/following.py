"""Following: the index is brought up to date whenever its sources change, until somebody ends it."""

import time
from collections.abc import Callable

import click

from search.cli.group import refused
from search.cli.lines import complain, the_time
from search.errors import OnRecordError

LOOKED = 2.0  # seconds between two looks at least,
SHARE = 20  # and so many times as long as a look takes, of which a network drive may need many
AGAIN = 30.0  # seconds until what went wrong is tried again: the lock that somebody holds, the disk that is full


def follow(state: Callable[[], str], work: Callable[[], object], pause: Callable[[float], object] = time.sleep) -> None:
    """Do the work now, and again whenever the state is another one and has been the same at two looks.

    What is wrong is said, once for as long as it is the same, and tried again. It ends with what a signal raises.
    """
    trying = _Trying()
    done = before = ""
    while True:
        begun = time.monotonic()
        now = trying.tried(state)
        looked = time.monotonic() - begun
        ready = now and now != done and (not done or now == before)  # whoever copies many files is let finish
        failed = bool(ready) and not trying.tried(work)
        if ready and not failed:
            done = now
        before = now
        pause(AGAIN if failed else max(LOOKED, SHARE * looked) if now == done else LOOKED)


class _Trying:
    """Tries what may go wrong, and remembers what it has said of it."""

    def __init__(self) -> None:
        self._said: dict[Callable[[], object], str] = {}

    def tried(self, act: Callable[[], object]) -> str:
        """What comes of it as text; "" where it goes wrong, which is said."""
        try:
            found = str(act())
        except (OnRecordError, OSError, click.ClickException) as error:
            said = _said(error)
            if self._said.get(act) != said:
                complain("not done", [said], the_time())
            self._said[act] = said
            return ""
        self._said.pop(act, None)
        return found


def _said(error: Exception) -> str:
    match error:
        case click.ClickException():
            return error.format_message()
        case OSError():
            return refused(error)
        case _:
            return str(error)
