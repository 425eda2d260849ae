"""Doubles: the same article in two files is one article with two sources."""

import re
import unicodedata
from dataclasses import dataclass, field, replace
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
    """By what an article is known: `own` is looked for among what is kept of others, `kept` is kept of this one."""

    own: tuple[Fingerprint, ...]
    kept: tuple[Fingerprint, ...]


@dataclass(slots=True)
class Doubles:
    """The articles that were met, by their fingerprints alone, and the other files of those that were met twice."""

    first: dict[Fingerprint, str] = field(default_factory=dict)  # → the id of the article that had it first
    sources: dict[str, list[str]] = field(default_factory=dict)  # id → where else that article lies

    def original(self, id: str, source: str, found: Marks) -> str:
        """The id of the article that this one is again, "" if it is new; it is known from then on."""
        first = next((self.first[mark] for mark in found.own if mark in self.first), "")
        if first and first != id:
            self.sources.setdefault(first, []).append(source)
            return first
        self.first.update({mark: id for mark in found.kept if mark not in self.first})
        return ""

    def complete(self, article: Article) -> Article:
        """The article with all files in which it lies."""
        also = tuple(dict.fromkeys(source for source in self.sources.get(article.id, ()) if source != article.source))
        note = f"the same article lies in {', '.join(also)}"
        return replace(article, sources=also, notes=(*article.notes, note)) if also else article


def said_of(source: str, first: str) -> str:
    """What a report says of a file whose article is there already, under the id `first`."""
    return f"{source}: is the article {first} again, which is kept once, with both sources"


def marks(article: Article) -> Marks:
    """The fingerprints of an article's address and of its text.

    One text in two outlets is two articles, for that both carried it is news; where no outlet is known it is one.
    """
    address, text = normal_address(article.url), _words(article)
    by_address = [_hash("address", address)] if address else []
    if text.count(" ") + 1 < LEAST_WORDS:
        return Marks(tuple(by_address), tuple(by_address))
    outlet = (article.outlet.value or "").casefold()
    anyone, nobody = _hash("text", text), _hash("text of", "", text)
    if not outlet:
        return Marks((*by_address, anyone), (*by_address, anyone, nobody))
    theirs = _hash("text of", outlet, text)
    return Marks((*by_address, theirs, nobody), (*by_address, anyone, theirs))


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
