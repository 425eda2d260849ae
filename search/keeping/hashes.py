"""Hashes: what tells one content of a file from another, and the name of its articles on the shelf."""

import hashlib
from pathlib import Path

from search.opening import opened
from search.reading import is_too_large
from search.seen import Seen, written

BLOCK = 1 << 20  # bytes


def key_of(rules: str, path: str, hash: bytes) -> bytes:
    """The key of a file's articles, which depend on nothing else."""
    return hashlib.blake2b(b"\0".join([rules.encode(), written(path), hash]), digest_size=16).digest()


def hash_of(path: str, how: Seen, largest: int) -> bytes:
    """The hash of a file's content as it was seen; nothing where it cannot be read.

    What grows all the time ends for it; of what is refused for its size only that counts, and the time.
    """
    digest, left = hashlib.blake2b(digest_size=16), how.size
    if is_too_large(Path(path), how.size, largest):
        digest.update(b"%d %d" % (how.size, how.mtime))
        return digest.digest()
    try:
        with opened(path) as file:
            while left > 0 and (block := file.read(min(left, BLOCK))):
                digest.update(block)
                left -= len(block)
    except OSError:
        return b""
    return digest.digest()
