"""The pages: each a query, its results, a template."""

from collections.abc import Iterator
from itertools import islice
from time import perf_counter

from flask import Blueprint, Response, abort, current_app, render_template, request

from search.engine import Engine
from search.highlight import matches
from search.language import parse
from search.model import Article
from search.query import Query
from search.results import Hit, Results
from search.turns import TURN

blueprint = Blueprint("pages", __name__)

RECENT = 6  # statements on the front page


def engine() -> Engine:
    """The engine of this app."""
    found: Engine = current_app.extensions["engine"]
    return found


@blueprint.get("/")
def home() -> str:
    """The front page: the search box, what is indexed, who is heard most."""
    newest = engine().search(Query(sort="newest"))
    heard = list(islice(_first_of_each_article(newest), RECENT))
    return render_template("home.html", query=Query(), contents=engine().contents(), results=newest, heard=heard)


def _first_of_each_article(newest: Results) -> Iterator[Hit]:
    """The newest articles' first statements, from this page of results and the next few."""
    seen: set[str] = set()
    for page in range(1, RECENT + 1):
        results = newest if page == 1 else engine().search(newest.query.on_page(page))
        for hit in results.hits:
            if hit.paragraph.speakers and hit.article.id not in seen:
                seen.add(hit.article.id)
                yield hit


@blueprint.get("/search")
def search() -> str:
    """One page of results, with facets."""
    query = Query.from_params(request.args)
    with TURN:
        started = perf_counter()
        results = engine().search(query)
        return render_template("search.html", query=results.query, results=results, seconds=perf_counter() - started)


@blueprint.get("/article/<path:id>")
def article(id: str) -> str:
    """An article as it was read, with who says what; the words of `q` are marked."""
    query = Query.from_params(request.args)
    tree = parse(query.words)
    found = article_or_404(id)
    marks = {p.number: matches(p.text, tree, [s.where for s in p.statements]) for p in found.paragraphs}
    return render_template("article.html", article=found, query=query, marks=marks)


@blueprint.get("/article/<path:id>/source")
def source(id: str) -> Response:
    """The file of an article, as it was read."""
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    return Response(article_or_404(id).raw, mimetype="text/plain", headers=headers)


def article_or_404(id: str) -> Article:
    """The article of this id; a page that says so if there is none."""
    return engine().article(id) or abort(404, f"No article here is called “{id[:100]}”; it may have left the index.")
