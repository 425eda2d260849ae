"""Beside: the time of a page beside the time that the engine alone takes for what stands on it, by turns."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from werkzeug.test import EnvironBuilder, run_wsgi_app

from bench.figures import Times
from search.engines.whoosh import WhooshEngine
from search.highlight import snippet
from search.query import Query
from search.turns import TURN
from web import create_app
from web.found import SHOWN

OPENINGS = 3  # times that both are opened anew
Asker = Callable[[int], object]  # asks the query of a number


@dataclass(frozen=True, slots=True)
class Beside:
    """Milliseconds of pages and of the engine alone, by the number of the query."""

    pages: Times
    alone: Times


def beside(folder: Path, wanted: Sequence[Query], repeat: int) -> tuple[Beside, Beside]:
    """The first time after opening, and again and again. Page and engine have an index each, so that neither finds
    ready what the other worked out."""
    _asked(folder, wanted, 1)  # imports, templates, words of texts: what a process works out once
    gc.collect()
    gc.freeze()
    openings = [_asked(folder, wanted, 1) for _ in range(OPENINGS)]
    again = _asked(folder, wanted, repeat + 1)
    gc.unfreeze()
    first = Beside(_joined([one.pages for one in openings]), _joined([one.alone for one in openings]))
    return first, Beside(_later(again.pages), _later(again.alone))


def _asked(folder: Path, wanted: Sequence[Query], rounds: int) -> Beside:
    page, alone = _page(folder, wanted), _alone(folder, wanted)
    times: tuple[dict[int, list[float]], dict[int, list[float]]] = {}, {}
    for _ in range(rounds):
        for number in range(len(wanted)):
            for ask, into in ((page, times[0]), (alone, times[1])):
                into.setdefault(number, []).append(_timed(ask, number))
    return Beside(*times)


def _timed(ask: Asker, number: int) -> float:
    """Milliseconds of the processor, for others may be at work on the machine; nothing here waits for anything."""
    begun = time.thread_time()
    ask(number)
    return 1000 * (time.thread_time() - begun)


def _page(folder: Path, wanted: Sequence[Query]) -> Asker:
    """Pages as a server has them made; what a client does to ask for them is no part of it."""
    app = create_app(engine=_opened(folder))
    environs = [EnvironBuilder(path=query.address()).get_environ() for query in wanted]
    app.test_client().get(Query("nobody").address())  # templates are compiled once, whatever is asked first

    def ask(number: int) -> None:
        _, status, _ = run_wsgi_app(app, dict(environs[number]), buffered=True)
        assert status.startswith("200"), status

    return ask


def _alone(folder: Path, wanted: Sequence[Query]) -> Asker:
    """What a page asks of the engine, and nothing else: the hits read, their snippets, the values that it shows."""
    engine = _opened(folder)

    def ask(number: int) -> None:
        with TURN:
            results = engine.search(wanted[number])
            for hit in results.hits:
                said = [statement.where for statement in hit.paragraph.statements]
                snippet(hit.paragraph.text, results.query.tree, deadline=results.deadline, statements=said)
            for values in results.facets.values():
                len(values), values[:SHOWN]

    return ask


def _opened(folder: Path) -> WhooshEngine:
    engine = WhooshEngine(folder)
    engine.contents()
    return engine


def _joined(some: Sequence[Times]) -> Mapping[int, list[float]]:
    return {number: [ms for times in some for ms in times[number]] for number in some[0]}


def _later(times: Times) -> Mapping[int, list[float]]:
    """All but the first of each."""
    return {number: own[1:] for number, own in times.items()}
