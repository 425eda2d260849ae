"""Packing: an attributed article as it is set aside on the shelf, and the hash that tells whether it is another one."""

import hashlib
import zlib
from dataclasses import dataclass

import msgspec

from search.model import Article

ARTICLE = msgspec.msgpack.Decoder(Article)
LENGTH = 16  # bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """An article less than half as long, with a sum that tells whether it is whole; the hash of what it holds."""

    body: bytes
    hash: bytes


def packed(article: Article) -> Packed:
    """An article as it is set aside; raises ValueError for one that holds something that is no text."""
    written = msgspec.msgpack.encode(article)
    return Packed(zlib.compress(written, 1), hashlib.blake2b(written, digest_size=LENGTH).digest())


def unpacked(body: bytes) -> Article:
    """The article again; raises ValueError where it is damaged."""
    try:
        return ARTICLE.decode(zlib.decompress(body))
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from None
