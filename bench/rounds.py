"""Rounds: every query once on every engine, again and again, so that what disturbs the machine disturbs all alike."""

import gc
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.engines.protocol import Answer, Engine, Unanswered
from bench.queries import Asked

Engines = Mapping[str, Engine]
OPENINGS = 3  # times that an engine is opened anew


@dataclass(frozen=True, slots=True)
class Measured:
    """What an engine answered to each query, by the query's number, and the milliseconds that each time took; `first`
    are those of the first time after opening, when nothing can have been kept from an earlier answer."""

    answers: Mapping[int, Answer]
    times: Mapping[int, list[float]]
    refused: Mapping[int, str]
    first: Mapping[int, list[float]]


def measured(engines: Engines, asked: Sequence[Asked], repeat: int) -> dict[str, Measured]:
    """A round to warm up, of which the answers are kept, some after opening anew, then those that are repeated."""
    warm = {name: _warmed(engine, asked) for name, engine in engines.items()}
    gc.collect()
    gc.freeze()  # what one engine holds must not slow the collector down for another
    for _ in range(min(repeat, OPENINGS)):
        for name, engine in engines.items():
            engine.open()
            _round(engine, asked, warm[name].first)
    for _ in range(repeat):
        for name, engine in engines.items():
            _round(engine, asked, warm[name].times)
    gc.unfreeze()
    return warm


def _round(engine: Engine, asked: Sequence[Asked], into: Mapping[int, list[float]]) -> None:
    for number, times in into.items():
        times.append(timed(engine, asked[number])[0])


def timed(engine: Engine, asked: Asked) -> tuple[float, Answer]:
    """The milliseconds that a query takes, as the engine measured them itself or as they are seen from here."""
    begun = time.perf_counter()
    answer = engine.answer(asked)
    seconds = time.perf_counter() - begun
    return 1000 * (seconds if answer.seconds is None else answer.seconds), answer


def _warmed(engine: Engine, asked: Sequence[Asked]) -> Measured:
    answers, refused = {}, {}
    for number, query in enumerate(asked):
        try:
            answers[number] = engine.answer(query)
        except Unanswered as reason:
            refused[number] = str(reason)
    return Measured(answers, {number: [] for number in answers}, refused, {number: [] for number in answers})
