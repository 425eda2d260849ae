"""The same for programs: results as JSON, and whether the service is well."""

from flask import Blueprint, Response, jsonify, request

from search.answer import results_data
from search.query import Query
from search.turns import TURN
from web.pages.blueprint import engine
from web.showing import snippet_html

PATHS = frozenset({"/search.json", "/healthz"})
"""Where programs ask: errors are data there, too."""

blueprint = Blueprint("api", __name__)


@blueprint.get("/search.json")
def search() -> Response:
    """What `/search` says, as data; each snippet is HTML that holds <mark> and nothing else."""
    query = Query.from_params(request.args)
    with TURN:
        return jsonify(results_data(engine().search(query), show=snippet_html))


@blueprint.get("/healthz")
def health() -> Response:
    """Whether searches can be answered, and from what; 503 if not."""
    contents = engine().contents()
    return jsonify(
        {
            "status": "ok",
            "articles": contents.articles,
            "paragraphs": contents.paragraphs,
            "built": contents.built,
            "parser": contents.parser,
        }
    )
