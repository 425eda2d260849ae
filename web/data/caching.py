"""Caching: what a program may keep of an answer. It asks again, and is told briefly if nothing has changed."""

from flask import Response, request

from web.data.blueprint import blueprint

OK = 200
ASK_AGAIN = "no-cache"  # keep it, and ask before it is used: the next reindex shows at once


@blueprint.after_request
def with_mark(response: Response) -> Response:
    """An answer that says how long it may be kept, and carries a mark of what it says unless it is streamed."""
    response.headers.setdefault("Cache-Control", ASK_AGAIN)
    if response.status_code == OK and not response.is_streamed and "no-store" not in response.headers["Cache-Control"]:
        response.add_etag()
        response.make_conditional(request)
    return response
