"""Processes: work spread over several cores, its results in the order of what was given."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

from search.errors import OnRecordError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4  # batches a worker may be ahead of whoever takes the results, who now and then writes to disk for a while

NO_PROCESS = "A process to work in could not be started; try again with ONRECORD_PROCESSES=1"


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R], batches: Iterable[Sequence[T]], *, count: int, ready: Callable[[], object]
) -> Generator[tuple[T, R | None]]:
    """Each item with what `work` makes of it; None where a process died over it, and another took its place.

    Both functions must be importable by name; `ready` is called once in each process. A batch goes to one process.
    Batches are taken only so far ahead as keeps all busy. Whoever stops early closes this, which ends the processes.
    """
    crew, waiting = Crew(work, ready), deque[Future[list[tuple[T, R | None]]]]()
    hands = ThreadPoolExecutor(count)  # a thread for each process, so that they work while the caller does
    try:
        for batch in batches:
            waiting.append(hands.submit(crew.done, batch))
            if len(waiting) >= count * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        crew.end()
        hands.shutdown(cancel_futures=True)


class Crew(Generic[T, R]):
    """A process for each thread that asks for work to be done."""

    def __init__(self, work: Callable[[T], R], ready: Callable[[], object]) -> None:
        self._work, self._ready = work, ready
        self._own = threading.local()
        self._all: list[Worker] = []
        self._turn, self._ended = threading.Lock(), False

    def done(self, batch: Sequence[T]) -> list[tuple[T, R | None]]:
        """The items with their results. Where the process dies, each is tried alone, to learn which one it was."""
        if (results := self._results(batch)) is not None:
            return list(zip(batch, results, strict=True))
        if len(batch) == 1:
            return [(batch[0], None)]
        return [pair for item in batch for pair in self.done((item,))]

    def end(self) -> None:
        """End all processes, whatever they are at."""
        with self._turn:
            self._ended = True
            for worker in self._all:
                worker.process.kill()
        for worker in self._all:
            worker.process.join()

    def _results(self, batch: Sequence[T]) -> Sequence[R] | None:
        """None if the process dies."""
        worker: Worker = getattr(self._own, "worker", None) or self._hired()
        try:
            worker.end.send(batch)
            results: Sequence[R] = worker.end.recv()
        except (EOFError, OSError):
            self._own.worker = None
            return None
        return results

    def _hired(self) -> "Worker":
        """A process for this thread; raises what `ready` raised in it."""
        with self._turn:
            if self._ended:
                raise OnRecordError(NO_PROCESS)
            self._own.worker = worker = hired(self._work, self._ready)
            self._all.append(worker)
        try:
            fault = worker.end.recv()
        except EOFError:
            raise OnRecordError(NO_PROCESS) from None
        if fault:
            raise fault
        return worker


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and our end of the pipe to it."""

    process: SpawnProcess
    end: Connection


def hired(work: Callable[[T], R], ready: Callable[[], object]) -> Worker:
    """A new process that waits for batches."""
    if os.name == "posix":  # Ctrl-C reaches a whole group of processes, of which only the first is to answer
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # of this thread; the process inherits it
    context = multiprocessing.get_context("spawn")  # a fork copies locks that other threads hold
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, ready), daemon=True)
    process.start()
    theirs.close()  # so that its death is the end of the pipe
    return Worker(process, ours)


def _serve(end: Connection, work: Callable[[T], R], ready: Callable[[], object]) -> None:
    """Do what comes through the pipe until nobody is at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fault = None
    try:
        ready()
    except OnRecordError as error:
        fault = error
    with suppress(EOFError, ConnectionError):
        end.send(fault)
        while not fault:
            end.send([work(item) for item in end.recv()])
