"""Failures: what a person, or a program, reads when a page cannot be shown. Never a traceback."""

from dataclasses import replace

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from search.errors import IndexUnusable, QueryError
from search.query import Query
from web.data import ASKED_BY_PROGRAMS
from web.translating import N_, translated

BAD_REQUEST, UNAVAILABLE, FAILED = 400, 503, 500
REFUSED = {
    403: (N_("This is not taken"), ""),
    404: (N_("There is no such page"), N_("Nothing stands at this address; it may have been mistyped.")),
    405: (N_("This page takes nothing"), N_("Pages are read here, and nothing is sent to this one.")),
    413: (N_("This is too much"), N_("More was sent than any page takes.")),
}
SHOWN = 1000  # characters of a query that cannot be read, given back to be mended


def register(app: Flask) -> None:
    """Have an app answer errors with pages that help."""
    app.register_error_handler(QueryError, unreadable)
    app.register_error_handler(IndexUnusable, unavailable)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(Exception, failed)


def unreadable(error: QueryError) -> Response:
    """A query that makes no sense: which part, and a link to one that does."""
    query = replace(_rest_of_the_query(), words=(request.args.get("q") or "")[:SHOWN])
    return _page(BAD_REQUEST, N_("This search cannot be read"), error.sentence, query, error.part, error.repaired)


def _rest_of_the_query() -> Query:
    """What else was asked for beside the words, where that can be read."""
    try:
        return Query.from_params(MultiDict((k, v) for k, v in request.args.items(multi=True) if k != "q"))
    except QueryError:
        return Query()


def unavailable(error: IndexUnusable) -> Response:
    """No index to search."""
    return _page(UNAVAILABLE, N_("The index cannot be searched"), str(error))


def refused(error: HTTPException) -> Response:
    """A page that is not there, a method that is not taken."""
    name, usual = REFUSED.get(error.code or FAILED, (error.name, ""))
    ours = error.description != type(error).description  # said by a page of ours, and not by the framework
    said = error.description if ours or not usual else usual
    answer = _page(error.code or FAILED, name, said or "")
    answer.headers.update({name: told for name, told in error.get_headers() if name != "Content-Type"})
    return answer


def failed(error: Exception) -> Response:
    """A defect of ours: logged in full, told in brief."""
    current_app.logger.exception("A page failed: %s", request.path)
    said = N_("The search could not be done; the log of the server says why.")
    return _page(FAILED, N_("Something went wrong here"), said)


def _asks_for_data() -> bool:
    """Whether a program asks: by the route where there is one, for an article's id may end as a file does."""
    return bool(ASKED_BY_PROGRAMS.fullmatch(str(request.url_rule or request.path)))


def _page(
    code: int, title: str, message: str, query: Query | None = None, part: str = "", repaired: str = ""
) -> Response:
    if _asks_for_data():
        answer = jsonify({"error": message, "part": part, "repaired": repaired})
    else:
        said = {"title": translated(title), "message": translated(message)}
        page = render_template("failure.html", **said, part=part, repaired=repaired, query=query or Query())
        answer = make_response(page)
    answer.status_code = code
    return answer
