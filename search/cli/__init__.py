"""The commands: what an administrator types. `serve` stands in web.serve, above this floor."""

from search.cli.group import USAGE, Failure, onrecord
from search.errors import SettingError

try:
    from search.cli.articles import attribute, explain
    from search.cli.correcting import correct
    from search.cli.options import engine_for, index_option, settings_with
    from search.cli.reindexing import reindex
    from search.cli.scoring import score_command
    from search.cli.searching import search
    from search.cli.speakers import speakers
    from search.cli.status import status
except SettingError as error:  # the data files are read when they are imported, before any command can fail
    Failure(error, USAGE).show()
    raise SystemExit(USAGE) from error

__all__ = [
    "USAGE",
    "Failure",
    "attribute",
    "correct",
    "engine_for",
    "explain",
    "index_option",
    "onrecord",
    "reindex",
    "score_command",
    "search",
    "settings_with",
    "speakers",
    "status",
]
