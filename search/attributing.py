"""Attributing: files become articles with statements, in this process or in several."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import accumulate
from pathlib import Path

from search.attribution import attribute
from search.attribution.parsing import Parser
from search.errors import PassingError, ReadError
from search.model import Article
from search.processes import in_order, usable_cores
from search.reading import holds_many, is_archive, read, unpacked
from search.reading.archives.document import Document
from search.reading.choosing import articles_of

Outcome = Article | ReadError
Item = Path | Document | Outcome  # what is to be read and attributed, or to be attributed, or has failed already

PORTION = 50_000  # characters of articles that go to a process at once: a tenth of a second of its time
WORTH_PROCESSES = 1_000_000  # bytes; what one process does in less time than it takes to start others


def processes_for(files: Iterable[Path], wanted: int) -> int:
    """In how many processes to attribute these files: those wanted, for 0 one a core; but 1 where they are small."""
    count = wanted or usable_cores()
    return count if count > 1 and any(size >= WORTH_PROCESSES for size in accumulate(map(_size, files))) else 1


def outcomes(files: Iterable[Path], largest: int, *, processes: int, parser: str) -> Generator[Outcome]:
    """The articles of these files in their order, with their statements, and an error for each that failed.

    Close it to end its processes before it has ended.
    """
    return spoken(_portions(files, largest), largest, processes=processes, parser=parser)


def spoken(portions: Iterable[Sequence[Item]], largest: int, *, processes: int, parser: str) -> Generator[Outcome]:
    """What comes of portions of files and articles, in their order."""
    work = partial(outcomes_of, largest=largest, parser=parser)
    if processes == 1:
        yield from (outcome for portion in portions for item in portion for outcome in work(item))
        return
    with closing(in_order(work, portions, count=processes, ready=partial(parser_named, parser))) as results:
        for item, found in results:
            yield from [death_of(item)] if found is None else found


@cache
def parser_named(model: str) -> Parser | None:
    """The parser of a model, loaded once in each process; none for no name."""
    return Parser(model) if model else None


def outcomes_of(item: Item, *, largest: int, parser: str) -> list[Outcome]:
    """The articles of a file or document with their statements, or the article with its own."""
    try:
        found = _read(item, largest)
        return [outcome_of(one, parser_named(parser)) if isinstance(one, Article) else one for one in found]
    except MemoryError:
        return [_fault(item, "there is not memory enough for it")]


def _read(item: Item, largest: int) -> Iterable[Outcome]:
    if isinstance(item, Path):
        return read(item, largest)
    return articles_of(item) if isinstance(item, Document) else (item,)


def outcome_of(article: Article, parser: Parser | None) -> Outcome:
    """The article with its statements, or an error for one that the rules or the parser stumble over."""
    try:
        return attribute(article, parser)
    except MemoryError:
        raise
    except Exception as error:  # a mistake of the program, which must not cost all other articles
        what = f"{type(error).__name__}: {error}"
        return ReadError(f"{_place(article)}: it could not be attributed ({what}); please report it")


def _portions(files: Iterable[Path], largest: int) -> Iterator[Sequence[Item]]:
    for path in files:
        yield from portions_in(path, largest)


def portions_in(path: Path, largest: int) -> Iterator[Sequence[Item]]:
    """A file as a portion; of a file of many articles, or an archive of many files, as many as make a portion."""
    if is_archive(path):  # only unpacked here, and read by the processes
        yield from portions_of(unpacked(path, largest))
    elif holds_many(path):
        yield from portions_of(read(path, largest))
    else:
        yield (path,)


def portions_of(items: Iterable[Document | Outcome]) -> Iterator[Sequence[Item]]:
    """Articles or documents in portions of about one size."""
    portion: list[Item] = []
    length = 0
    for item in items:
        portion.append(item)
        length += _length(item)
        if length >= PORTION:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


def _length(item: Document | Outcome) -> int:
    if isinstance(item, Document):
        return len(item.content)
    return len(item.raw) if isinstance(item, Article) else 0


def death_of(item: Item) -> ReadError:
    """What is said of an item over which a process died."""
    return _fault(item, "the process that worked on it died")


def _fault(item: Item, reason: str) -> ReadError:
    return PassingError(f"{_place(item)}: {reason}; split it or leave it out, or set ONRECORD_PROCESSES=1")


def _place(item: Item) -> str:
    if isinstance(item, Article):
        return f"{item.source}: {item.id}"
    return item.name if isinstance(item, Document) else str(item)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
