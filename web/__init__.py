"""The page: a small Flask app over one engine. Everything that is HTML is born in this folder."""

import os

from flask import Flask

from search.cli import engine_for, onrecord
from search.engine import Engine
from search.settings import Settings
from web import api, failures, pages, safety, showing


def create_app(settings: Settings | None = None, engine: Engine | None = None) -> Flask:
    """The app for an engine; without one, for the engine that the settings, or else the environment, ask for."""
    settings = settings or Settings.from_environment(os.environ)
    app = Flask("web")
    app.config["MAX_CONTENT_LENGTH"] = safety.LARGEST_REQUEST
    app.extensions["engine"] = engine or engine_for(settings)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's own provider has it
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(api.blueprint)
    showing.register(app)
    failures.register(app)
    safety.register(app)
    for command in onrecord.commands.values():
        app.cli.add_command(command)
    return app
