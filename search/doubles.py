"""Doubles: by what an article is known, so that the same one in several files is one with several sources."""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from search.model import Article
from search.scripts import UNSPACED

LEAST_WORDS = 20  # in body paragraphs; shorter texts are alike by chance, or are no articles: "Photos of the day"
# What a link says of the reader and not of the page.
TRACKING = re.compile(
    r"(?i)(?:utm_\w+|[fg]bclid|gclsrc|dclid|msclkid|yclid|igshid|mc_[ce]id|at_(?:medium|campaign)|cmpid|ocid|wt_\w+)"
)
PORTS = {"http": ":80", "https": ":443"}
WORDS = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")

Fingerprint = int  # of 64 bits: among a million articles two are taken for one by chance once in four million times


@dataclass(frozen=True, slots=True)
class Marks:
    """By what an article is known: fingerprints of its address, its text and its outlet; 0 where it has none.

    That of a text which may be like another by chance is 0, too.
    """

    address: Fingerprint = 0
    text: Fingerprint = 0
    outlet: Fingerprint = 0


def marks(article: Article) -> Marks:
    """The fingerprints of an article."""
    address, text = normal_address(article.url), _words(article)
    outlet = (article.outlet.value or "").casefold()
    return Marks(
        _hash("address", address) if address else 0,
        _hash("text", text) if text.count(" ") + 1 >= LEAST_WORDS else 0,
        _hash("outlet", outlet) if outlet else 0,
    )


def normal_address(url: str) -> str:
    """An address as all links to one page have it; "" for none, and for that of a whole site.

    >>> normal_address("HTTP://www.Courier.example:80/tolls/?utm_source=x&id=3#top")
    'courier.example/tolls?id=3'
    """
    try:
        parts = urlsplit(url.strip())
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])]
    except ValueError:
        return ""
    host = parts.netloc.lower().rpartition("@")[2].removesuffix(PORTS.get(parts.scheme, " ")).removeprefix("www.")
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return ""
    return f"{host}{path}?{urlencode(sorted(query))}" if query else f"{host}{path}"


def _words(article: Article) -> str:
    """The words of the body, however they are set."""
    texts = (paragraph.text for paragraph in article.paragraphs if paragraph.kind == "body")
    plain = (unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold() for text in texts)
    return " ".join(word for text in plain for word in WORDS.findall(text))


def _hash(*parts: str) -> Fingerprint:
    digest = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")
