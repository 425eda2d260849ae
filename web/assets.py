"""Assets: the files that pages load, named with a mark of their content, so that browsers may keep them for ever.

What people need to read them, comments and indentation, is not sent. There is no build step: a file is made smaller
when it is first asked for.
"""

import hashlib
import re
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, abort, request
from werkzeug import Response

FOLDER = Path(__file__).parent / "static"
JOINED = {"scripts.js": ("page.js", "facets.js", "keys.js")}  # sent as one file
YEAR = 31_536_000  # seconds

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REMARK = re.compile(r"(^|\s)// .*$", re.MULTILINE)  # no string of ours has two slashes between spaces
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([{};,])\s*")


@cache
def asset(name: str) -> str:
    """The address of a file in static/."""
    return f"/static/{name}?v={hashlib.sha256(content(name)).hexdigest()[:8]}"


@cache
def content(name: str) -> bytes:
    """What is sent of a file; raises FileNotFoundError."""
    text = "\n".join((FOLDER / part).read_text(encoding="utf-8") for part in JOINED.get(name, (name,)))
    match Path(name).suffix:
        case ".css":
            return small_style(text).encode()
        case ".js":
            return small_script(text).encode()
        case _:
            return text.encode()


def small_style(text: str) -> str:
    """A style sheet without what only people need.

    >>> small_style("/* Ink */ a b { color: red; margin: 0 1em; }")
    'a b{color:red;margin:0 1em}'
    """
    flat = AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", text)).strip())
    return flat.replace(": ", ":").replace(";}", "}")


def small_script(text: str) -> str:
    """A script without what only people need; its lines stay, for they may end a statement.

    >>> small_script("/* Ink */  f(1); // once")
    'f(1);'
    """
    lines = (line.strip() for line in REMARK.sub("", COMMENT.sub("", text)).splitlines())
    return "\n".join(line for line in lines if line)


def register(app: Flask) -> None:
    """Have an app's templates name files so, and browsers keep them."""
    app.jinja_env.globals.update(asset=asset)
    app.add_url_rule("/static/<name>", "static", _sent)


def _sent(name: str) -> Response:
    if name not in JOINED and name not in {path.name for path in FOLDER.iterdir() if path.is_file()}:
        abort(404)
    response = Response(content(name), mimetype=guess_type(name)[0])
    response.cache_control.public, response.cache_control.max_age = True, YEAR
    response.add_etag()
    return response.make_conditional(request)
