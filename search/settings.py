"""Settings: what an administrator may set, each by one environment variable."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from search.errors import SettingError

PREFIX = "ONRECORD_"
LONGEST = 600  # seconds; nobody waits longer for a page
MOST_PROCESSES = 256  # more would only wait for the one that writes the index


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a setting; the variable is ONRECORD_ and the field's name in capitals."""

    index: Path = Path("index")
    """The folder that holds the index."""
    source: Path = Path("seeds")
    """The folder of articles that `reindex` reads when none is named."""
    host: str = "127.0.0.1"
    """The address that `serve` listens on."""
    port: int = 8000
    """The port that `serve` listens on."""
    largest_file: int = 20_000_000
    """Bytes; a larger file is skipped and reported."""
    processes: int = 0
    """How many processes attribute; 0 is one for each core that may be used."""
    deadline: int = 2
    """Seconds that a search may take, its snippets included; then it ends in a sentence."""
    parser: str = ""
    """The name of a spaCy model that helps to find subjects; none if empty."""

    def __post_init__(self) -> None:
        if not 0 < self.port < 65_536:
            raise SettingError(f"{PREFIX}PORT is {self.port}; it takes a number from 1 to 65535.")
        if not 0 < self.deadline <= LONGEST:
            raise SettingError(
                f"{PREFIX}DEADLINE is {self.deadline}; it takes a number of seconds from 1 to {LONGEST}."
            )
        if not 0 <= self.processes <= MOST_PROCESSES:
            raise SettingError(f"{PREFIX}PROCESSES is {self.processes}; it takes a number from 0 to {MOST_PROCESSES}.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings that an environment asks for; raises SettingError for a value that does not fit its field."""
        given = {f.name: environment.get(PREFIX + f.name.upper(), "") for f in fields(cls)}
        return replace(cls(), **{name: _fitting(name, value) for name, value in given.items() if value})


def _fitting(name: str, value: str) -> Any:
    """
    >>> _fitting("port", "80")
    80
    """
    default = getattr(Settings(), name)
    if not isinstance(default, int):
        return type(default)(value)
    if not (value.isascii() and value.isdigit() and len(value) < 16):
        raise SettingError(f"{PREFIX}{name.upper()} is {value!r}; it takes a whole number, such as {default}.")
    return int(value)
