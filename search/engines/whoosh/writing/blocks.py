"""Blocks: the postings of Whoosh's codec "W3", written for all words of a field at once.

A word's postings are MAGIC and blocks. A block is its length (that of the last one below nought), a pickle of what
is to be known of it, and a pickle, packed or not, of its documents (each less the one before), weights and values.
"""

import pickle
import zlib
from array import array
from collections.abc import Iterator
from typing import IO

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC as MAGIC

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.writing.listed import Listed, infos_of
from search.engines.whoosh.writing.rows import write_few

BLOCK = 4096  # postings; Whoosh's own writer takes 128, which is 30 times as many blocks to write
FEW = 12  # postings of a word that are written without a look at it; more are worth to be packed
LEVEL = 1  # of zlib
PACKED = 80  # bytes; zlib makes what is shorter longer


def write_postings(file: IO[bytes], listed: Listed) -> bytes:
    """Write the postings of all words; what is to be known of each word, INFO.itemsize bytes of it."""
    return b"".join(_written(file, part).tobytes() for part in listed.slices())


def _written(file: IO[bytes], listed: Listed) -> Array:
    infos = infos_of(listed, listed.starts[:-1])
    alike = np.minimum.reduceat(listed.tf, listed.starts[:-1]) == infos["heaviest"]
    for count in range(1, FEW + 1):
        write_few(file, listed, infos, alike & (infos["df"] == count))
    _write_many(file, listed, infos, ~alike | (infos["df"] > FEW))
    return infos


def _write_many(file: IO[bytes], listed: Listed, infos: Array, words: Array) -> None:
    """Write the words of a mask, in blocks."""
    if not words.any():
        return
    chosen = listed.chosen(words)
    first, starts, last = _cut(chosen.starts)
    pieces = list(_blocks(chosen, starts, last))
    sizes = np.add.reduceat(np.fromiter(map(len, pieces), np.int64, len(pieces)), first) + len(MAGIC)
    infos["offset"][words] = file.tell() + np.cumsum(sizes) - sizes
    infos["length"][words] = sizes
    begins = np.zeros(len(starts), bool)
    begins[first] = True
    file.writelines(MAGIC + piece if begin else piece for piece, begin in zip(pieces, begins.tolist(), strict=True))


def _cut(starts: Array) -> tuple[Array, Array, Array]:
    """Of each word its first block; of each block the posting it starts with, and whether it is its word's last."""
    blocks = -(-np.diff(starts) // BLOCK)
    first = np.cumsum(blocks) - blocks
    begins = np.arange(blocks.sum()) * BLOCK + np.repeat(starts[:-1] - first * BLOCK, blocks)
    last = np.zeros(len(begins), bool)
    last[first + blocks - 1] = True
    return first, begins, last


def _blocks(listed: Listed, starts: Array, last: Array) -> Iterator[bytes]:
    """The blocks that begin at each start."""
    infos = infos_of(listed, starts)
    lightest = np.minimum.reduceat(listed.tf, starts)
    deltas = np.diff(listed.ids.astype(np.int64), prepend=0)
    deltas[starts] = listed.ids[starts]
    ids, values = deltas.tolist(), listed.tf.astype(">u4").tobytes()
    weights = listed.tf.tobytes() if listed.tf.itemsize == 1 else array("f", listed.tf.astype(np.float32).tobytes())
    ends = np.append(starts[1:], len(listed.ids))
    known = (infos[name].tolist() for name in ("df", "last", "heaviest", "shortest", "longest"))
    spans = zip(starts.tolist(), ends.tolist(), lightest.tolist(), last.tolist(), *known, strict=True)
    for start, end, light, ending, df, final, heavy, shortest, longest in spans:
        weight = weights[start:end] if light != heavy else None if heavy == 1 else heavy
        value = values[4 * start : 4 * end] if listed.counted else None
        data, level = _packed(pickle.dumps((tuple(ids[start:end]), weight, value), 3))
        info = pickle.dumps((df, final, heavy, level, shortest, longest), 2)
        length = len(info) + len(data)
        yield (-length if ending else length).to_bytes(4, "big", signed=True) + info + data


def _packed(data: bytes) -> tuple[bytes, int]:
    """What is written of a block, and at which level it is packed."""
    return (data, 0) if len(data) < PACKED else (zlib.compress(data, LEVEL), LEVEL)
