"""Names: the speakers and outlets that the search box offers where no script completes what is typed."""

from collections.abc import Sequence
from threading import Lock

from flask import Flask, current_app

from search.contents import Contents
from search.engine import Engine
from search.errors import IndexUnusable
from search.facets import NAMELESS
from search.query import Query
from search.results import FacetValue

OFFERED = {"speaker": 6, "outlet": 3}  # by facet; a page is to stay small


class Names:
    """The names of an engine's index, looked up once for each state of it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._reading = Lock()
        self._known: tuple[Contents, tuple[str, ...]] | None = None

    def offered(self) -> tuple[str, ...]:
        """The most frequent names; () where there is no index."""
        try:
            contents = self.engine.contents()
        except IndexUnusable:
            return ()
        with self._reading:
            if self._known is None or self._known[0] != contents:
                self._known = contents, self._found()
            return self._known[1]

    def _found(self) -> tuple[str, ...]:
        facets = self.engine.search(Query()).facets
        return tuple(v.value for name, count in OFFERED.items() for v in named(facets[name], count))


def named(values: Sequence[FacetValue], most: int) -> list[FacetValue]:
    """The first of a facet's values that name somebody, at most so many."""
    return [v for v in values[: most + len(NAMELESS)] if v.value not in NAMELESS][:most]


def register(app: Flask) -> None:
    """Give an app's templates the names of its engine's index."""
    app.extensions["names"] = Names(app.extensions["engine"])
    app.jinja_env.globals.update(names=lambda: current_app.extensions["names"].offered())
