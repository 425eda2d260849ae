"""The blueprint of all pages, and what each of them asks for: the engine, the query of the address, an article."""

from flask import Blueprint, abort, current_app, request

from search.engine import Engine
from search.model import Article
from search.query import Query
from web.told import without_folders
from web.translating import gettext

blueprint = Blueprint("pages", "web")


def engine() -> Engine:
    """The engine of this app."""
    found: Engine = current_app.extensions["engine"]
    return found


def query() -> Query:
    """The query of the address; raises QueryError."""
    return Query.from_params(request.args)


def article_or_404(id: str) -> Article:
    """The article of this id, as all may see it; a page that says so if there is none."""
    found = engine().article(id) or abort(
        404, gettext("No article here is called “%(id)s”; it may have left the index.", id=id[:100])
    )
    return without_folders(found, engine().report())
