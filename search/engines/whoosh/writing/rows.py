"""Rows: the postings of words that have few of them, all words with equally many written at once."""

from typing import IO

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC as MAGIC

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.writing.listed import Listed


def write_few(file: IO[bytes], listed: Listed, infos: Array, words: Array) -> None:
    """Write the words of a mask, which have equally many postings, and each of them one weight: a row a word."""
    if not words.any():
        return
    own = infos[words]
    ids = listed.ids[listed.starts[:-1][words][:, None] + np.arange(own["df"][0])].astype(np.int64)
    rows = _filled(own, ids, counted=listed.counted)
    infos["offset"][words] = file.tell() + np.arange(len(own)) * rows.itemsize
    infos["length"][words] = rows.itemsize
    file.write(rows.tobytes())


def _filled(infos: Array, ids: Array, *, counted: bool) -> Array:
    """The rows of words, given what is to be known of each, and its documents: a line a word."""
    count = ids.shape[1]
    rows = np.zeros(len(infos), _row(count, counted))
    for name, piece in _PIECES.items():
        rows[name] = piece
    rows["length"] = -(rows.itemsize - len(MAGIC) - 4)
    rows["count"], rows["weight"] = count, infos["heaviest"]
    for name in ("last", "heaviest", "shortest", "longest"):
        rows[name] = infos[name]
    rows["ids"]["code"], rows["ids"]["id"] = b"J", np.diff(ids, axis=1, prepend=0)
    if counted:
        rows["values"]["code"], rows["values"]["length"] = b"C", 4 * count
        rows["values"]["tf"] = infos["heaviest"].astype(np.int64)[:, None]
    else:
        rows["values"] = b"N"
    return rows


# The pieces of a row that are the same in all: opcodes of Python's pickles, by the names of the row's parts.
_PIECES = {
    "magic": MAGIC,
    "info": b"\x80\x02(K",  # (count,
    "op_last": b"J",  # last document,
    "op_heaviest": b"G",  # highest weight,
    "op_shortest": b"K\x00K",  # not packed, shortest length,
    "op_longest": b"K",  # longest length)
    "data": b"t.\x80\x03((",  # ((documents),
    "op_weight": b"tG",  # the weight of all,
    "end": b"t.",  # values)
}


def _row(count: int, counted: bool) -> np.dtype[np.void]:
    """The type of the row of a word with so many postings."""
    value = [("code", "S1"), ("length", "u1"), ("tf", ">u4", (count,))]
    return np.dtype(
        [
            ("magic", "S4"),
            ("length", ">i4"),
            ("info", "S4"),
            ("count", "u1"),
            ("op_last", "S1"),
            ("last", "<i4"),
            ("op_heaviest", "S1"),
            ("heaviest", ">f8"),
            ("op_shortest", "S3"),
            ("shortest", "u1"),
            ("op_longest", "S1"),
            ("longest", "u1"),
            ("data", "S6"),
            ("ids", [("code", "S1"), ("id", "<i4")], (count,)),
            ("op_weight", "S2"),
            ("weight", ">f8"),
            ("values", value if counted else "S1"),
            ("end", "S2"),
        ]
    )
