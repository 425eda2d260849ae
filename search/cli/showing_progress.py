"""Showing progress: a bar on a terminal, a line now and then in a log, JSON for a program, or nothing."""

import json
import time
from collections.abc import Callable
from functools import partial
from typing import TextIO

from search.progress import SILENT, Progress

MODES = ("auto", "bar", "lines", "json", "none")
BAR, LINES, JSON = 0.1, 10.0, 1.0  # seconds between two things said
WIDTH = 20  # characters
FEW = 20  # things, before which their pace tells nothing


def shown_on(stream: TextIO, mode: str, *, quiet: bool, when: Callable[[], str] = str) -> Progress:
    """What shows progress there; on a terminal a bar, unless another mode is asked for. `when` begins each line."""
    if mode == "auto":
        mode = "none" if quiet else "bar" if stream.isatty() else "lines"
    say = partial(print, file=stream, end="", flush=True)
    match mode:
        case "bar":
            return Shown(lambda stage: say(f"\r\x1b[K{stage.bar}"), BAR, lambda stage: say("\r\x1b[K"))
        case "lines":
            return Shown(lambda stage: say(f"{when()}{stage.line}\n"), LINES, lambda stage: None)
        case "json":
            return Shown(lambda stage: say(f"{stage.json}\n"), JSON, lambda stage: say(f"{stage.json}\n"))
        case _:
            return SILENT


class Stage:
    """A stage of the work, and how far it is."""

    def __init__(self, name: str, total: int, things: str) -> None:
        self.name, self.total, self.things = name, total, things
        self.done, self.begun = 0, time.monotonic()

    @property
    def rate(self) -> float:
        """How many a second, since it began."""
        return self.done / max(time.monotonic() - self.begun, 1e-3)

    @property
    def left(self) -> float | None:
        """Seconds; None where nobody can tell: the first of many things wait for all that has to be loaded."""
        return (self.total - self.done) / self.rate if self.done >= max(1, min(FEW, self.total / 10)) else None

    @property
    def line(self) -> str:
        left = "" if self.left is None else f", {duration(self.left)} left"
        things = self.things.removesuffix("s") if self.total == 1 else self.things
        return f"{self.name}: {self.done:,} of {self.total:,} {things}, {self.rate:,.0f} a second{left}"

    @property
    def bar(self) -> str:
        full = WIDTH * self.done // max(self.total, 1)
        return f"[{'#' * full}{'-' * (WIDTH - full)}] {self.line}"

    @property
    def json(self) -> str:
        left = None if self.left is None else round(self.left, 1)
        stage = {"stage": self.name.lower(), "done": self.done, "total": self.total, "things": self.things}
        return json.dumps(stage | {"rate": round(self.rate, 1), "seconds_left": left})


class Shown:
    """Says where a stage is whenever some time has passed, and something at its end."""

    def __init__(self, say: Callable[[Stage], object], every: float, at_end: Callable[[Stage], object]) -> None:
        self._say, self._every, self._at_end = say, every, at_end
        self._stage, self._said = Stage("", 0, ""), time.monotonic()

    def begin(self, stage: str, total: int, things: str) -> None:
        self._stage, self._said = Stage(stage, total, things), time.monotonic()

    def step(self, count: int = 1) -> None:
        self._stage.done += count
        if time.monotonic() >= self._said + self._every:
            self._said = time.monotonic()
            self._say(self._stage)

    def end(self) -> None:
        self._at_end(self._stage)


def duration(seconds: float) -> str:
    """
    >>> duration(42), duration(200), duration(7500)
    ('42 s', '3 min', '2 h 05 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
