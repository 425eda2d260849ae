"""What several commands are given: the index, the settings, the files."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from search.cli.group import USAGE, Failure
from search.engine import Engine
from search.engines.whoosh import WhooshEngine
from search.errors import ReadError
from search.settings import Settings
from search.sources import found_in

F = TypeVar("F", bound=Callable[..., object])


def index_option(command: F) -> F:
    """The option that names the index folder."""
    text = "The folder of the index. [default: index, or ONRECORD_INDEX]"
    return click.option("--index", type=click.Path(path_type=Path), help=text)(command)


def settings_with(**given: Any) -> Settings:
    """The environment's settings with what the command line gives."""
    return replace(Settings.from_environment(os.environ), **{k: v for k, v in given.items() if v is not None})


def engine_for(settings: Settings) -> Engine:
    """The engine that the settings ask for."""
    return WhooshEngine(settings.index, settings.deadline)


def distinct_files(sources: Iterable[Path]) -> tuple[Path, ...]:
    """The files of all sources, each once; a usage error for a source that is not there."""
    try:
        return tuple(found_in(sources).files)
    except ReadError as error:
        raise Failure(error, USAGE) from None
