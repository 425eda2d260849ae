"""Assets: the files that pages load, named with a mark of their content, so that browsers may keep them for ever."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask

FOLDER = Path(__file__).parent / "static"
YEAR = 31_536_000  # seconds


@cache
def asset(name: str) -> str:
    """The address of a file in static/."""
    mark = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:8]
    return f"/static/{name}?v={mark}"


def register(app: Flask) -> None:
    """Have an app's templates name files so, and browsers keep them."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR
    app.jinja_env.globals.update(asset=asset)
