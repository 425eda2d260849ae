"""Chunks: articles gathered some thousand paragraphs at a time, by this process or by several, into a file each."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

import msgspec

from search.engines.whoosh.arrays import save
from search.engines.whoosh.writing.gathering import gathered
from search.model import Article
from search.processes import in_order

BATCH = 4000  # paragraphs gathered at once
ALONE = 2  # batches that are gathered before other processes would have started


def written_chunks(folder: Path, articles: Iterable[Article], processes: int) -> list[Path]:
    """The paths of the chunks of all articles, written into a folder; at least one, if an empty one."""
    batches = _batches(articles)
    few = list(islice(batches, ALONE))
    if processes == 1 or len(few) < ALONE:
        return [_written(folder, n, batch) for n, batch in enumerate(chain(few or [[]], batches))]
    items = ((folder / str(n), msgspec.msgpack.encode(batch)) for n, batch in enumerate(chain(few, batches)))
    with closing(in_order(gather, ((item,) for item in items), count=processes, ready=_ready)) as done:
        return [path if finished else gather((path, batch)) for (path, batch), finished in done]


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in lots of about BATCH paragraphs."""
    batch, size = list[Article](), 0
    for article in articles:
        batch.append(article)
        size += len(article.paragraphs)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _written(folder: Path, number: int, batch: Sequence[Article]) -> Path:
    path = folder / str(number)
    save(path, gathered(batch))
    return path


def gather(item: tuple[Path, bytes]) -> Path:
    """Gather a batch, given in MessagePack with the path for its chunk; another process calls this."""
    path, batch = item
    save(path, gathered(msgspec.msgpack.decode(batch, type=list[Article])))
    return path


def _ready() -> None:
    """In a process that only gathers nothing is garbage but what goes by itself."""
    gc.disable()
