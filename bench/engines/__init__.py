"""Engines: On Record and its rivals, each in a module of its own with one verb, `engine(folder, asked)`."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bench.engines.protocol import Engine, Unavailable
from bench.queries import Asked

NAMES = ("onrecord", "stock", "tantivy", "fts5", "xapian", "floor")


def engine(name: str, folder: Path, asked: Sequence[Asked]) -> Engine:
    """The engine of this name with its index in a folder; raises Unavailable where it is not installed.

    `asked` is what it will be asked; only the floor, which is no engine, wants to know that beforehand.
    """
    try:
        made: Engine = import_module(f"bench.engines.{name}").engine(folder, asked)
    except ModuleNotFoundError as missing:
        raise Unavailable(f"{name} is left out: {missing}.") from None
    return made
