"""A feed: entries as Atom 1.0 (RFC 4287). It stands in `web/`, where markup is born, for an entry's content is HTML.

The XML is put together by ElementTree and never from strings, so that no text can become markup.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml"
MINTED = "2026"  # since when ids are made so: RFC 4151 wants a day on which the host was the site's own
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # an index that does not know when it was built; Atom wants a moment
NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `link` is its page here, `original` its address elsewhere, `content` HTML in which text is escaped."""

    id: str
    title: str
    updated: datetime
    link: str
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    original: str = ""
    summary: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own absolute address, `here`, and that of the page that shows the same, `page`.

    Its `author` is named where an entry has none.
    """

    id: str
    title: str
    here: str
    page: str
    updated: datetime
    entries: Sequence[Entry] = ()
    author: str = "On Record"


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    root = Element("feed", {"xmlns": ATOM})
    _texts(root, {"id": feed.id, "title": feed.title, "updated": _moment(feed.updated), "generator": "On Record"})
    _people(root, [feed.author])
    _link(root, "self", feed.here, MEDIA)
    _link(root, "alternate", feed.page, "text/html")
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    file: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return file


def id_of(host: str, article: str, paragraph: int) -> str:
    """The id of a paragraph's entry, the same for ever: a tag URI (RFC 4151).

    >>> id_of("news.example", "2024/Day 9", 12)
    'tag:news.example,2026:article/2024/Day%209/p12'
    """
    return f"{_tag(host)}article/{quote(article, errors='replace')}/p{paragraph}"


def id_of_search(host: str, address: str) -> str:
    """The id of a search's feed, by its address on the site.

    >>> id_of_search("news.example", "/search?q=ferry&sort=newest")
    'tag:news.example,2026:/search?q=ferry&sort=newest'
    """
    return _tag(host) + quote(address, safe="/?&=+%~", errors="replace")


def moment(published: date | None, built: str) -> datetime:
    """When an entry counts as changed: at the start of its day in UTC, or else when the index was `built`.

    >>> moment(date(2024, 5, 31), "").isoformat(), moment(None, "2026-11-28T06:00:00+00:00").isoformat()
    ('2024-05-31T00:00:00+00:00', '2026-11-28T06:00:00+00:00')
    """
    if published:
        return datetime.combine(published, time(), UTC)
    stated = datetime.fromisoformat(built) if built else LONG_AGO
    return stated if stated.tzinfo else stated.replace(tzinfo=UTC)


def _entry(element: Element, entry: Entry) -> None:
    _texts(element, {"id": entry.id, "title": entry.title, "updated": _moment(entry.updated)})
    if entry.published:
        _texts(element, {"published": _moment(entry.published)})
    _people(element, entry.authors)
    _link(element, "alternate", entry.link, "text/html")
    if entry.original:
        _link(element, "via", entry.original)
    if entry.summary:
        _texts(element, {"summary": entry.summary})
    if entry.content:
        SubElement(element, "content", {"type": "html"}).text = _writable(entry.content)


def _texts(parent: Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = _writable(text)


def _people(parent: Element, names: Iterable[str]) -> None:
    for name in filter(None, map(_writable, names)):
        _texts(SubElement(parent, "author"), {"name": name})


def _link(parent: Element, rel: str, address: str, media: str = "") -> None:
    kind = {"type": media} if media else {}
    SubElement(parent, "link", {"rel": rel, "href": _writable(address), **kind})


def _writable(text: str) -> str:
    """A text without what XML cannot hold; nobody could see it."""
    return NOT_XML.sub("", text)


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _tag(host: str) -> str:
    """The beginning of a tag URI; a host has letters, digits, hyphens and dots there."""
    return f"tag:{re.sub(r'[^a-z0-9.-]+', '-', host.lower()).strip('-') or 'localhost'},{MINTED}:"
