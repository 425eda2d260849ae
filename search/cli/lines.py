"""Sentences as lines of a terminal, whatever stands in them."""

import time
from collections.abc import Iterable

import click

from search.editorial import UNSEEN


def printable(sentence: str) -> str:
    """A sentence without what a terminal would obey: names of files may hold line ends and escapes.

    >>> printable("a\\x1b[2J.txt: is empty")
    'a�[2J.txt: is empty'
    """
    return UNSEEN.sub("�", sentence)


def complain(label: str, sentences: Iterable[str], when: str = "") -> None:
    """Each sentence in a line of its own, to the error output; `when` stands before each."""
    for sentence in sentences:
        click.echo(when + printable(f"{label}: {sentence}".replace("\n", "�")), err=True)


def the_time() -> str:
    """The time of day as it stands before a line: whoever leaves a watch alone wants to know when it said what."""
    return time.strftime("%H:%M:%S ")
