"""Entries: what an entry of a feed says of its article, whichever of RSS 2.0, RSS 1.0 and Atom it is in."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from xml.etree.ElementTree import Element, tostring  # makes text, and parses none

from search.reading.markup import plain_text

# What elements are called, the better one first; without their namespaces, which feeds get wrong.
CONTENTS = ("encoded", "content", "fulltext")
SUMMARIES = ("description", "summary")
DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
AUTHORS = ("creator", "author")
RSS_AUTHOR = re.compile(r"(?<!\S)[^\s@]+@[^\s@]+\s*\(([^()]+)\)")  # lee@courier.example (Ann Lee)
LONGEST = 2_000  # characters of a title, a name or a day: what is longer is none, and is cut
_part = (
    r"(?:\b(?:the|latest|top|breaking|all|full|main|news|rss|feeds?|headlines?|stories|articles|posts|home ?page|home"
    r"|updates|world|uk|us|international|national|local|politics|business|sports?|opinion|culture)\b\W*)+"
)
# The Courier - Latest news; Politics | The Courier
OF_A_PART = re.compile(rf"(?i)^{_part}(?<=[|–—:»·-] )|\s*(?:\s-|[|–—:»·])\s+{_part}$")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def local(tag: str) -> str:
    """The name of an element without its namespace.

    >>> local("{http://www.w3.org/2005/Atom}entry")
    'entry'
    """
    return str(tag).rpartition("}")[2]


def is_entry(element: Element) -> bool:
    """Whether it is what a feed is a list of."""
    return local(element.tag) in {"item", "entry"}


def text_of_entry(entry: Element) -> tuple[str, bool]:
    """The markup of an entry's text, and whether it is the whole and not a summary."""
    for names, whole in ((CONTENTS, True), (SUMMARIES, False)):
        for element in _named(entry, names):
            if markup := _markup(element).strip():
                return markup, whole
    return "", False


def entry_keys(entry: Element, about: dict[str, str]) -> dict[str, object]:
    """What an entry states of its article, under our keys; `about` is what its feed says of itself."""
    return {
        "title": _plain(_first(entry, ("title",))),
        "outlet": outlet_of_feed(_plain(_source(entry) or about.get("title", ""))),
        "date": stated_day(_first(entry, DATES)),
        "url": _link(entry),
        "author": [name for element in _named(entry, AUTHORS) if (name := _author(element))],
        "language": _first(entry, ("language",)) or entry.get(LANGUAGE) or about.get("language", ""),
    }


def outlet_of_feed(title: str) -> str:
    """The name of an outlet without the part of it that a feed is about.

    >>> outlet_of_feed("The Courier - Latest news"), outlet_of_feed("Politics | The Courier"), outlet_of_feed("News")
    ('The Courier', 'The Courier', 'News')
    """
    return OF_A_PART.sub("", title).strip() or title


def stated_day(text: str) -> str:
    """A day as 2024-05-31, if the text is a date of mail or of ISO; else the text.

    >>> stated_day("Fri, 31 May 2024 22:00:00 +0200"), stated_day("2024-05-31T22:00:00Z"), stated_day("soon")
    ('2024-05-31', '2024-05-31', 'soon')
    """
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(text.strip()).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return text


def _named(entry: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The elements of these names, in the order of the names; Media RSS has a `content` that is a picture."""
    for name in names:
        yield from (e for e in entry if local(e.tag) == name and "search.yahoo.com/mrss" not in str(e.tag))


def _first(entry: Element, names: tuple[str, ...]) -> str:
    texts = ("".join(element.itertext()).strip() for element in _named(entry, names))
    return next(filter(None, texts), "")[:LONGEST]


def _markup(element: Element) -> str:
    """What an element holds as HTML: XHTML as it stands, HTML that was escaped, or plain text."""
    if len(element):
        for inner in element.iter():
            inner.tag = local(str(inner.tag))
        return escape(element.text or "") + "".join(tostring(child, "unicode") for child in element)
    text = element.text or ""
    return escape(text) if element.get("type") in {"text", "text/plain"} else text


def _link(entry: Element) -> str:
    links = list(_named(entry, ("link",)))
    href = (e.get("href", "") for e in links if e.get("rel", "alternate") == "alternate")
    text = ((e.text or "").strip() for e in links)
    guid = ((e.text or "").strip() for e in _named(entry, ("guid",)) if e.get("isPermaLink", "true") != "false")
    permanent = (address for address in guid if re.match(r"https?://", address))
    return next((address for several in (href, text, permanent) for address in several if address), "")


def _source(entry: Element) -> str:
    """Whom an entry of a collection is from."""
    source = next(_named(entry, ("source",)), None)
    return "" if source is None else _first(source, ("title",)) or (source.text or "").strip()


def _author(element: Element) -> str:
    text = _first(element, ("name",)) or (element.text or "").strip()[:LONGEST]
    return RSS_AUTHOR.sub(r"\1", text)


def _plain(text: str) -> str:
    return plain_text(text[:LONGEST]) if "<" in text or "&" in text else text[:LONGEST]
