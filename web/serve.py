"""Serving: the command that shows the page to browsers, through a server made for production."""

import waitress
from click import IntRange, echo, option

from search.cli import USAGE, Failure, engine_for, index_option, onrecord, settings_with
from search.errors import IndexUnusable
from web.app import app_for

__all__ = ["onrecord"]  # the command line's entry point: all of search.cli's commands, and this one


@onrecord.command()
@option("--host", help="The address to listen on. [default: 127.0.0.1, or ONRECORD_HOST]")
@option("--port", type=IntRange(1, 65_535), help="The port to listen on. [default: 8000, or ONRECORD_PORT]")
@index_option
def serve(host: str | None, port: int | None, index: object) -> None:
    """Serve the page until Ctrl-C."""
    settings = settings_with(host=host, port=port, index=index)
    engine = engine_for(settings)
    try:
        server = waitress.create_server(
            app_for(engine), host=settings.host, port=settings.port, threads=4, ident="On Record"
        )
    except (OSError, ValueError, OverflowError) as error:
        raise Failure(f"{settings.host}:{settings.port} cannot be listened on ({error}); try --port", USAGE) from None
    try:
        engine.contents()
    except IndexUnusable as error:
        echo(f"{error} (until then every page says so)", err=True)
    echo(f"On Record answers on http://{settings.host}:{settings.port} from {settings.index}; stop it with Ctrl-C.")
    server.run()
