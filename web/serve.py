"""Serving: the command that shows the page to browsers, through a server made for production."""

import waitress
from click import echo, option

from search.cli import index_option, onrecord, settings_with
from web import create_app

__all__ = ["onrecord"]  # the command line's entry point: all of search.cli's commands, and this one


@onrecord.command()
@option("--host", help="The address to listen on. [default: 127.0.0.1, or ONRECORD_HOST]")
@option("--port", type=int, help="The port to listen on. [default: 8000, or ONRECORD_PORT]")
@index_option
def serve(host: str | None, port: int | None, index: object) -> None:
    """Serve the page until Ctrl-C."""
    settings = settings_with(host=host, port=port, index=index)
    echo(f"On Record answers on http://{settings.host}:{settings.port} from {settings.index}; stop it with Ctrl-C.")
    waitress.serve(
        create_app(settings), host=settings.host, port=settings.port, threads=4, ident="On Record", _quiet=True
    )
