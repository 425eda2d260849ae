"""Reading anew: files become articles with statements on the shelf, in this process or in several."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from search.attributing import PORTION, Item, death_of, outcomes_of, parser_named, portions_in
from search.doubles import marks
from search.errors import PassedOver, PassingError, ReadError
from search.identity.voices import Voice, voices_in
from search.keeping.ledger import Entry, Piece
from search.keeping.packing import packed
from search.keeping.plan import Look
from search.keeping.shelf import Shelf
from search.model import Article
from search.processes import in_order
from search.progress import Progress
from search.seen import seen

MOST_TASKS = 100  # in a batch: a process that dies over one of them has the others done again


@dataclass(frozen=True, slots=True)
class Task:
    """A file, or an article of it, to be attributed; whether it is the last one of the file."""

    look: Look
    item: Item
    last: bool


class Made(msgspec.Struct):
    """An attributed article as it goes to the shelf, and what the ledger is to know of it."""

    body: bytes
    piece: Piece


class Failed(msgspec.Struct):
    """Why there is none; whether it may be otherwise the next time, and whether it is no failure."""

    sentence: str
    passing: bool = False
    passed_over: bool = False


def read_anew(
    looks: Iterable[Look], shelf: Shelf, *, largest: int, processes: int, parser: str, progress: Progress
) -> Generator[tuple[str, Entry]]:
    """Each file with what came of it, whose articles are then on the shelf. Close it to end its processes."""
    work, waiting = partial(made, largest=largest, parser=parser), _tasks(looks, largest)
    ready = partial(parser_named, parser)
    if processes == 1:
        ready()
        results: Iterator[tuple[Task, list[Made | Failed] | None]] = ((t, work(t)) for some in waiting for t in some)
        yield from _entries(results, shelf, progress)
        return
    with closing(in_order(work, waiting, count=processes, ready=ready)) as done:
        yield from _entries(done, shelf, progress)


def made(task: Task, *, largest: int, parser: str) -> list[Made | Failed]:
    """What comes of a task, small enough to be sent to another process."""
    return [_made(outcome, task.look.path) for outcome in outcomes_of(task.item, largest=largest, parser=parser)]


def _made(outcome: Article | ReadError, path: str) -> Made | Failed:
    if isinstance(outcome, ReadError):
        return _failed(outcome)
    source = "" if outcome.source == path else outcome.source
    try:
        whole = packed(outcome)
        voices, known = voices_in(outcome), marks(outcome)
        return Made(whole.body, Piece(outcome.id, voices, outcome.notes, source, whole.hash, marks=known))
    except ValueError as error:  # a reader has let something pass that is no text
        return _failed(ReadError(f"{path}: {outcome.id!a} cannot be kept ({error}); please report it"))


def _failed(error: ReadError) -> Failed:
    return Failed(str(error), isinstance(error, PassingError), isinstance(error, PassedOver))


def _tasks(looks: Iterable[Look], largest: int) -> Iterator[list[Task]]:
    """The tasks of all files, in batches, for to send a few words alone costs more than to read them.

    Every file has a last task.
    """
    batch: list[Task] = []
    length = 0
    for look in looks:
        for tasks in _of_a_file(look, largest):
            batch += tasks
            length += look.seen.size if isinstance(tasks[-1].item, Path) else PORTION
            if length >= PORTION or len(batch) >= MOST_TASKS:
                yield batch
                batch, length = [], 0
    if batch:
        yield batch


def _of_a_file(look: Look, largest: int) -> Iterator[list[Task]]:
    """The tasks of one file in portions, of which there is one at least."""
    held: list[Item] = []
    for portion in portions_in(Path(look.path), largest):
        if held:
            yield [Task(look, item, last=False) for item in held]
        held = list(portion)
    last = len(held) - 1
    nothing = ReadError(f"{look.path}: holds no article")
    yield [Task(look, item, n == last) for n, item in enumerate(held)] or [Task(look, nothing, last=True)]


def _entries(
    results: Iterable[tuple[Task, list[Made | Failed] | None]], shelf: Shelf, progress: Progress
) -> Iterator[tuple[str, Entry]]:
    pieces: list[Piece] = []
    failed: list[Failed] = []
    met: dict[tuple[Voice, ...], tuple[Voice, ...]] = {}  # who speaks in one file speaks in others, and is kept once
    place = -1
    for task, found in results:
        place = shelf.begin(task.look.key) if place < 0 else place
        for one in [_failed(death_of(task.item))] if found is None else found:
            if isinstance(one, Failed):
                failed.append(one)
            else:
                shelf.put(place, len(pieces), one.body)
                one.piece.voices = met.setdefault(one.piece.voices, one.piece.voices)
                pieces.append(one.piece)
        if task.last:
            yield task.look.path, _entry(task.look, pieces, failed, shelf, place)
            pieces, failed, place = [], [], -1
            progress.step()


def _entry(look: Look, pieces: list[Piece], failed: list[Failed], shelf: Shelf, place: int) -> Entry:
    """What came of a file; without a hash, so that it is looked at again, where it may be otherwise the next time."""
    steady = look.hash and seen(look.path) == look.seen and not any(one.passing for one in failed)
    sentences = tuple(one.sentence for one in failed if not one.passed_over)
    passed_over = tuple(one.sentence for one in failed if one.passed_over)
    hash = look.hash if steady else b""
    entry = Entry(look.seen.size, look.seen.mtime, hash, look.key, tuple(pieces), sentences, passed_over)
    if steady:
        shelf.finish(place, entry)
    return entry
