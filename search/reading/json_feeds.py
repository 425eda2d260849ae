"""JSON Feeds: the items of a feed that is written in JSON become articles."""

from collections.abc import Collection, Mapping
from typing import Any

from search.errors import ReadError
from search.model import Article
from search.reading.assembling import article
from search.reading.entries import outlet_of_feed, stated_day
from search.reading.fragments import paragraphs_of_html
from search.reading.header import header_of
from search.reading.kinds import kind_of, numbered, pieces

Item = Mapping[str, Any]


def is_feed_item(keys: Collection[str]) -> bool:
    """Whether an object with these keys is an item of a JSON Feed."""
    return "content_html" in keys or "content_text" in keys


def article_of_feed_item(item: Item, name: str, *, id: str, raw: str, feed: Item | None = None) -> Article:
    """The article of an item; `feed` is what holds it. Raises ReadError where it has no text."""
    about = feed or {}
    markup, text, summary = (_said(item.get(key)) for key in ("content_html", "content_text", "summary"))
    blocks = paragraphs_of_html(markup) if markup else ((kind_of(p), p) for p in pieces(text or summary))
    paragraphs = numbered(blocks)
    if not paragraphs:
        raise ReadError("it has no text")
    notes = () if markup or text else ("the feed gives only a summary of it",)
    keys = {
        "title": _said(item.get("title")),
        "outlet": outlet_of_feed(_said(about.get("title"))),
        "date": stated_day(_said(item.get("date_published")) or _said(item.get("date_modified"))),
        "url": _said(item.get("url")) or _said(item.get("external_url")),
        "author": _authors(item) or _authors(about),
        "language": _said(item.get("language")) or _said(about.get("language")),
    }
    return article(id, header_of(keys, notes), paragraphs, path=name, raw=raw)


def _authors(item: Item) -> list[str]:
    """The names of those who wrote it; version 1.0 has one author, 1.1 several."""
    listed = item.get("authors") or [item.get("author")]
    several = listed if isinstance(listed, list) else []
    return [name for author in several if isinstance(author, dict) and (name := _said(author.get("name")))]


def _said(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
