"""JSON files: one article, a list of them, {"articles": […]} or the like, a JSON Feed, or lines."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from search.errors import ReadError
from search.model import Article
from search.reading.json_lines import articles_of_json_lines
from search.reading.records import article_of_object

LISTS = ("articles", "items", "results", "hits", "docs")  # under which of its keys an object has its articles
JSON_FEED = "jsonfeed.org/version"  # what a JSON Feed says of itself

Raws = list[msgspec.Raw]


def articles_of_json(text: str, name: str) -> Iterator[Article | ReadError]:
    """The articles of a JSON file, and an error for each that is none."""
    try:
        whole = msgspec.json.decode(text, type=Raws | dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        yield from _by_line(text, name, error)
        return
    items = whole if isinstance(whole, list) else _listed(whole)
    if items is None:
        yield article_of_object(text, name)
    elif not items:
        yield ReadError(f"{name}: holds an empty list; remove it")
    else:
        feed = _feed(whole) if isinstance(whole, dict) else None
        for number, item in enumerate(items, 1):
            yield article_of_object(bytes(item).decode(), name, number, feed=feed)


def _by_line(text: str, name: str, error: Exception) -> Iterator[Article | ReadError]:
    """The articles of lines, if the first one is an object."""
    first = text.lstrip().partition("\n")[0]
    try:
        msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        reason = "it is nested too deep" if isinstance(error, RecursionError) else error
        yield ReadError(f"{name}: is not JSON ({reason}); mend it, or fetch it anew")
    else:
        yield from articles_of_json_lines(text, name)


def _listed(whole: Mapping[str, msgspec.Raw]) -> Raws | None:
    """The articles under a key of an object; None where the object is itself one."""
    if "paragraphs" in whole or "text" in whole:
        return None
    for key in LISTS:
        if key in whole and bytes(whole[key]).lstrip().startswith(b"["):
            return msgspec.json.decode(whole[key], type=Raws)
    return None


def _feed(whole: Mapping[str, msgspec.Raw]) -> Mapping[str, Any] | None:
    """What a JSON Feed says of itself; None for any other object."""
    if JSON_FEED not in bytes(whole.get("version", b"")).decode():
        return None
    return {key: msgspec.json.decode(value) for key, value in whole.items() if key not in LISTS}
