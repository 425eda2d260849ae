"""Sentences as lines of a terminal, whatever stands in them."""

from collections.abc import Iterable

import click

from search.editorial import UNSEEN


def printable(sentence: str) -> str:
    """A sentence without what a terminal would obey: names of files may hold line ends and escapes.

    >>> printable("a\\x1b[2J.txt: is empty")
    'a�[2J.txt: is empty'
    """
    return UNSEEN.sub("�", sentence)


def complain(label: str, sentences: Iterable[str]) -> None:
    """Each sentence in a line of its own, to the error output."""
    for sentence in sentences:
        click.echo(printable(f"{label}: {sentence}".replace("\n", "�")), err=True)
