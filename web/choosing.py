"""Choosing: where a visitor's preferences are sent, and where the browser goes from there."""

from datetime import timedelta
from urllib.parse import quote

from flask import Blueprint, Flask, abort, redirect, request
from werkzeug import Response

from web.preferences import COOKIE, preferences
from web.translating import gettext

YEAR = timedelta(days=365)
LONGEST = 2000  # characters of an address to go back to
SEE_OTHER, FORBIDDEN = 303, 403
BETWEEN = "/&=+%:;,@!$'()*~?"  # what may stand in a query as it is

blueprint = Blueprint("choosing", __name__)


def register(app: Flask) -> None:
    """Have an app take preferences, and its templates know where they are."""
    app.register_blueprint(blueprint)
    app.jinja_env.globals.update(here=here)


@blueprint.post("/preferences")
def choose() -> Response:
    """Keep what is chosen, and go back to the page where it was chosen."""
    if not _from_here():
        abort(FORBIDDEN, gettext("Preferences are changed on pages of this site only; open one and choose there."))
    answer = redirect(safe(request.form.get("next", "")), SEE_OTHER)
    chosen = preferences().changed(request.form)
    answer.set_cookie(COOKIE, chosen.cookie(), YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
    return answer


def safe(address: str) -> str:
    """An address to go to: a path of this host, or else the front page.

    >>> [safe(a) for a in ("/search?q=tide", "//evil.example", r"/\\evil.example", "https://evil.example")]
    ['/search?q=tide', '/', '/', '/']
    """
    path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    plain = address.isascii() and address.isprintable() and len(address) <= LONGEST
    return address if path and plain else "/"


def here() -> str:
    """The address of the page that is asked for, as `safe` lets it through."""
    query = quote(request.query_string, safe=BETWEEN)
    return quote(request.path) + (f"?{query}" if query else "")


def _from_here() -> bool:
    """Whether a page of this host sends the form, as far as the browser says; old ones say nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.host  # a proxy may have taken the s off https
