"""Following: the index is brought up to date whenever its sources change, until somebody ends it."""

import time
from collections.abc import Callable

import click

from search.cli.lines import printable
from search.errors import OnRecordError

LOOKED = 2.0  # seconds between two looks at least,
SHARE = 20  # and so many times as long as a look takes, of which a network drive may need many


def follow(state: Callable[[], str], work: Callable[[], object]) -> None:
    """Do the work now, and again whenever the state is another one and has been the same at two looks.

    What is wrong is said, and the next change tried again. It ends with what a signal raises.
    """
    done = before = ""
    while True:
        begun = time.monotonic()
        now = _tried(state)
        looked = time.monotonic() - begun
        if now and now != done and (not done or now == before):  # whoever copies many files is let finish
            _tried(work)
            done = now
        before = now
        time.sleep(max(LOOKED, SHARE * looked) if now == done else LOOKED)


def _tried(act: Callable[[], object]) -> str:
    """What comes of it as text; "" where it goes wrong, which is said."""
    try:
        return str(act())
    except (OnRecordError, OSError, click.ClickException) as error:
        said = error.format_message() if isinstance(error, click.ClickException) else str(error)
        click.echo(printable(f"not done: {said}"), err=True)
        return ""
