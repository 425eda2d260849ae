"""The pages of an article: as it was read, with its evidence and the hits in it; and its file."""

from flask import Response, render_template, request

from search.errors import QueryError
from search.query import HIT_LIMIT, PAGE_SIZE, Query
from search.results import Hit
from web.pages.blueprint import article_or_404, blueprint, engine, query
from web.reading import read


@blueprint.get("/article/<path:id>")
def article(id: str) -> str:
    """An article as it was read, with who says what; the words of `q` are marked."""
    asked = query()
    shown = read(article_or_404(id), asked)
    before, after = _around(asked, number := _number(request.args.get("hit")))
    return render_template("article.html", shown=shown, query=asked, number=number, before=before, after=after)


@blueprint.get("/article/<path:id>/source")
def source(id: str) -> Response:
    """The file of an article, as it was read."""
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    return Response(article_or_404(id).raw, mimetype="text/plain", headers=headers)


def _number(given: str | None) -> int:
    """Which of all results one came from, counted from 1; 0 where one came from none."""
    if not given:
        return 0
    if not (given.isascii() and given.isdigit() and len(given) < 7 and 0 < int(given) <= HIT_LIMIT):
        raise QueryError(
            "“{given}” is no result; “{part}” is a number from 1 to {limit}.", "hit", given=given[:40], limit=HIT_LIMIT
        )
    return int(given)


def _around(asked: Query, number: int) -> tuple[Hit | None, Hit | None]:
    """The results before and after this one."""
    return (_result(asked, number - 1), _result(asked, number + 1)) if number else (None, None)


def _result(asked: Query, number: int) -> Hit | None:
    """The result of this number; None where there is none."""
    page, at = divmod(number - 1, PAGE_SIZE)
    if not 0 < number <= HIT_LIMIT:
        return None
    hits = engine().search(asked.on_page(page + 1)).hits
    return hits[at] if at < len(hits) else None
