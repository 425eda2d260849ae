"""The app: Flask put together with an engine, the pages, and what every answer needs."""

from flask import Flask
from werkzeug.routing import PathConverter

from search.completing import Completer
from search.engine import Engine
from search.staleness import Freshness
from web import assets, choosing, data, failures, names, pages, safety, showing, translating, wording
from web.printing import Unindented


class Anything(PathConverter):
    """A name or an id, whatever it holds: one may begin with a slash, or have two."""

    regex = ".+?"
    part_isolating = False


def app_for(engine: Engine) -> Flask:
    """The app that answers from an engine."""
    app = Flask("web", static_folder=None)  # web/assets.py sends those files
    app.url_map.merge_slashes = False  # a name may begin with one
    app.url_map.converters["path"] = Anything
    app.config["MAX_CONTENT_LENGTH"] = safety.LARGEST_REQUEST
    app.extensions |= {"engine": engine, "completer": Completer(engine), "freshness": Freshness(engine)}
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "extensions": [Unindented]}
    app.jinja_env.globals["older"] = app.extensions["freshness"].stale
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's own provider has it
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(data.blueprint)
    for part in (assets, names, showing, translating, wording, choosing, failures, safety):
        part.register(app)
    return app
