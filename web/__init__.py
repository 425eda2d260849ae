"""The page: a small Flask app over one engine. Everything that is HTML is born in this folder."""

import os

from flask import Flask

from search.cli import engine_for
from search.engine import Engine
from search.settings import Settings
from web.app import app_for
from web.serve import onrecord


def create_app(settings: Settings | None = None, engine: Engine | None = None) -> Flask:
    """The app for an engine; without one, for the engine that the settings, or else the environment, ask for."""
    app = app_for(engine or engine_for(settings or Settings.from_environment(os.environ)))
    for command in onrecord.commands.values():
        app.cli.add_command(command)
    return app
