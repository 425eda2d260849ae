"""Writing: long answers, of which only a few are written at a time, so that pages are answered meanwhile."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from threading import BoundedSemaphore

from flask import Response
from werkzeug.exceptions import ServiceUnavailable

AT_ONCE = 2  # of the four threads of `onrecord serve`; a visitor who reads slowly keeps one of them
LATER = 5  # seconds

_places = BoundedSemaphore(AT_ONCE)


def written(rows: Iterable[bytes], media: str) -> Response:
    """An answer that keeps a place until all is written or its reader is gone; raises ServiceUnavailable."""
    if not _places.acquire(blocking=False):
        raise ServiceUnavailable(
            f"{AT_ONCE} tables are being written already; ask again in a moment.", retry_after=LATER
        )
    place = ExitStack()
    place.callback(_places.release)
    response = Response(_within(place, rows), mimetype=media, headers={"Cache-Control": "no-store"})
    response.call_on_close(place.close)  # where nothing is read, as for HEAD, and where the reader hangs up
    return response


def _within(place: ExitStack, rows: Iterable[bytes]) -> Iterator[bytes]:
    with place:
        yield from rows
