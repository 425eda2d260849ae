"""Following: the index is brought up to date whenever its sources change, until somebody ends it."""

import time
from collections.abc import Callable

import click

from search.cli.lines import printable
from search.cli.stopping import Stopped
from search.errors import OnRecordError

LOOKED = 2.0  # seconds between two looks at least,
SHARE = 20  # and so many times as long as a look takes, of which a network drive may need many


def follow(state: Callable[[], str], work: Callable[[], object]) -> None:
    """Do the work now, and again whenever the state is another one and has been the same at two looks.

    What is wrong is said, and the next change tried again. A signal ends it; in the midst of the work it is raised.
    """
    done = before = ""
    while True:
        try:
            begun = time.monotonic()
            now = _tried(state)
            looked = time.monotonic() - begun
            if now in ("", done) or (done and now != before):  # whoever copies many files is let finish
                before = now
                time.sleep(LOOKED if now != done else max(LOOKED, SHARE * looked))
                continue
        except Stopped:
            return
        _tried(work)
        done = now


def _tried(act: Callable[[], object]) -> str:
    """What comes of it as text; "" where it goes wrong, which is said."""
    try:
        return str(act())
    except (OnRecordError, OSError, click.ClickException) as error:
        said = error.format_message() if isinstance(error, click.ClickException) else str(error)
        click.echo(printable(f"not done: {said}"), err=True)
        return ""
