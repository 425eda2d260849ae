"""OpenDocument: an .odt, or a flat .fodt, becomes one article; its text is read in `text.py`."""

from collections.abc import Iterator
from typing import Any

from search.errors import ReadError
from search.model import Article
from search.reading.bundles import LARGEST_PART, Bundle, xml_tree
from search.reading.composing import composed
from search.reading.odt.text import Text
from search.reading.properties import Properties, iso_day
from search.reading.trees import children, named, tag, text_in


def articles_of_odt(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The one article of an OpenDocument text, zipped or flat."""
    try:
        yield _zipped(content, name) if content.startswith(b"PK") else _flat(content, name)
    except ReadError as error:
        yield error


def _zipped(content: bytes, name: str) -> Article:
    with Bundle(content, name) as bundle:
        if b"encryption-data" in bundle.part("META-INF/manifest.xml"):
            raise ReadError(f"{name}: is locked with a password; open it and save it without one")
        return _article(bundle.tree("content.xml"), bundle.tree("styles.xml"), bundle.tree("meta.xml"), name)


def _flat(content: bytes, name: str) -> Article:
    if len(content) > LARGEST_PART:
        raise ReadError(f"{name}: is larger than an article can be; split it")
    tree = xml_tree(content, f"{name}: its XML")
    return _article(tree, tree, tree, name)


def _article(text: Any, styles: Any, meta: Any, name: str) -> Article:
    body = next(named(text, "body"), None) if text is not None else None
    story = next((part for part in children(body) if tag(part) == "text"), None) if body is not None else None
    if story is None:
        raise ReadError(f"{name}: is no OpenDocument text; give it the suffix that it needs")
    read = Text((text, styles))
    blocks = list(read.blocks(story))
    return composed(blocks, _properties(meta, read.title, name))


def _properties(meta: Any, title: str, name: str) -> Properties:
    """What the file states of itself; a title that can be seen counts more than one that cannot."""
    part = next(named(meta, "meta"), None) if meta is not None else None
    said = {tag(child): text_in(child) for child in (children(part) if part is not None else ())}
    author = said.get("initial-creator") or said.get("creator", "")
    return Properties(title or said.get("title", ""), author, iso_day(said.get("creation-date", "")), name)
