"""Editorial files: the TOML that an editor keeps beside articles, read with care; and which texts may stand in it."""

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from search.errors import SettingError

NAME_LIMIT = 200  # characters; an address takes no longer name (search.query.VALUE_LIMIT)
NOTE_LIMIT = 1_000  # characters

# What a terminal obeys and no reader sees: controls, but no tab and line end; reversals of direction; halves of signs.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def text_of(path: Path) -> str:
    """The text of a file, its line ends as they are; raises SettingError for what is no file or no text."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to read a pipe would be to wait
            raise SettingError(f"{path} cannot be read (it is no file); take it away")
        return path.read_bytes().decode()
    except OSError as error:
        raise SettingError(f"{path} cannot be read ({error.strerror}); mend it or take it away") from None
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} cannot be read (byte {error.start} is not UTF-8); save it as UTF-8") from None


def content_of(text: str, file: object) -> dict[str, Any]:
    """What the text of a file says as TOML; raises SettingError, which names the file."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise SettingError(f"{file} cannot be read (brackets stand too deep within brackets); mend it") from None
    except ValueError as error:
        raise SettingError(f"{file} cannot be read ({error}); mend it") from None


def fault(text: str, limit: int | None = None) -> str:
    """What is wrong with a text, and what to do, as the end of a sentence; "" where nothing is.

    >>> fault("Ann\\x1b[31m Lee"), fault("Ann Lee", 200)
    ('holds U+001B, which nobody can see; take it out', '')
    """
    if unseen := UNSEEN.search(text):
        return f"holds U+{ord(unseen[0]):04X}, which nobody can see; take it out"
    return f"is longer than {limit:,} characters; shorten it" if limit and len(text) > limit else ""
