"""Extras: libraries that a format needs and that are installed only where somebody wants them."""

from search.errors import ReadError

INSTALL = "pip install 'onrecord[documents]'"


def missing(what: str, name: str) -> ReadError:
    """The error for a file whose format needs what is not installed."""
    return ReadError(f"{name}: to read {what}, run: {INSTALL}")
