"""Feeds: the entries of an RSS or Atom file become articles; entities, which are how XML attacks, are refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, tostring  # defusedxml parses

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from search.errors import ReadError
from search.model import Article
from search.reading.assembling import article, id_of
from search.reading.decoding import decoded
from search.reading.entries import entry_keys, is_entry, local, text_of_entry
from search.reading.fragments import paragraphs_of_html
from search.reading.header import header_of
from search.reading.kinds import numbered

DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,300}\?>")
FEEDS = frozenset({"rss", "feed", "RDF"})  # what the outermost element is called
DEEPEST = 200  # elements in one another
MOST_ELEMENTS = 100_000  # in one entry
SUMMARY = "the feed gives only a summary of it"


@dataclass(slots=True)
class _Feed:
    """A feed as far as it has been read: the elements that are open, and what it says of itself."""

    open: list[Element] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    entry: Element | None = None
    elements: int = 0


def articles_of_feed(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles of a feed, and an error for each entry without a text."""
    stated = DECLARED.match(content)
    found = decoded(content, name, stated[1].decode() if stated else "")
    markup = DECLARATION.sub("", found.text.removeprefix("\ufeff")).encode("utf-8", "replace")
    number = 0
    try:
        for number, (entry, about) in enumerate(_entries(BytesIO(markup), name), 1):
            yield _article(entry, about, name, number, found.notes)
    except (ParseError, DefusedXmlException, ValueError) as error:
        what = "it defines entities" if isinstance(error, DefusedXmlException) else error
        yield ReadError(f"{name}: is no well-formed feed after entry {number} ({what}); mend it or fetch it anew")
        return
    if not number:
        yield ReadError(f"{name}: this feed has no entries; remove it")


def _entries(file: BytesIO, name: str) -> Iterator[tuple[Element, dict[str, str]]]:
    """Each entry, with what the feed has said of itself before; nothing that was read stays in memory."""
    feed = _Feed()
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            _begun(feed, element, name)
            continue
        feed.open.pop()
        if feed.entry is not None and feed.entry is element:
            yield feed.entry, feed.about
            feed.entry = None
        if feed.entry is None and feed.open:
            if len(feed.open) <= 2 and (element.text or "").strip():
                feed.about.setdefault(local(element.tag), " ".join(str(element.text).split()))
            feed.open[-1].remove(element)


def _begun(feed: _Feed, element: Element, name: str) -> None:
    if not feed.open and local(element.tag) not in FEEDS:
        raise ReadError(f"{name}: is XML, but no feed; save its text as .txt")
    feed.open.append(element)
    if feed.entry is None and is_entry(element):
        feed.entry, feed.elements = element, 0
    feed.elements += 1
    if len(feed.open) > DEEPEST or (feed.entry is not None and feed.elements > MOST_ELEMENTS):
        raise ReadError(f"{name}: is nested or crowded as no feed is; leave it out")


def _article(
    entry: Element, about: dict[str, str], name: str, number: int, notes: tuple[str, ...]
) -> Article | ReadError:
    markup, whole = text_of_entry(entry)
    try:
        keys = entry_keys(entry, about)
        header = header_of(keys, notes if whole else (*notes, SUMMARY))
        paragraphs = numbered(paragraphs_of_html(markup))
        return article(f"{id_of(name)}-{number}", header, paragraphs, path=name, raw=tostring(entry, "unicode"))
    except ReadError as error:
        reason = str(error).removeprefix(f"{name}: ").partition(";")[0]
        return ReadError(f"{name}: entry {number} {reason}; fetch a feed with full texts")
