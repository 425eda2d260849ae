"""Word: a .docx becomes one article; its parts are found here, its text is read in `text.py`."""

import posixpath
from collections.abc import Iterator
from typing import Any

from search.errors import ReadError
from search.model import Article
from search.reading.bundles import Bundle
from search.reading.composing import composed
from search.reading.docx.styles import Styles
from search.reading.docx.text import Text
from search.reading.properties import Properties, iso_day
from search.reading.trees import attribute, children, named, tag, text_in

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a Word file begins that is from before 2007, or has a password


def articles_of_docx(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The one article of a Word file."""
    try:
        if content.startswith(LOCKED):
            raise ReadError(f"{name}: is locked with a password or from before Word 2007; save it as .docx without one")
        with Bundle(content, name) as bundle:
            yield _article(bundle)
    except ReadError as error:
        yield error


def _article(bundle: Bundle) -> Article:
    main = _main(bundle)
    folder = posixpath.dirname(main)
    tree = bundle.tree(main)
    body = next(named(tree, "body"), None) if tree is not None else None
    if body is None:
        raise ReadError(f"{bundle.path}: is no Word file; give it the suffix that it needs")
    notes = {kind: _notes(bundle.tree(f"{folder}/{kind}s.xml"), kind) for kind in ("footnote", "endnote")}
    text = Text(Styles(bundle.tree(f"{folder}/styles.xml")), notes)
    blocks = list(text.blocks(body))
    return composed(blocks, _properties(bundle, text.title))


def _main(bundle: Bundle) -> str:
    """The name of the part that holds the text."""
    tree = bundle.tree("_rels/.rels")
    for link in children(tree) if tree is not None else ():
        if attribute(link, "Type").endswith("/officeDocument"):
            return attribute(link, "Target").lstrip("/")
    return "word/document.xml"


def _notes(tree: Any, kind: str) -> dict[str, Any]:
    """The notes by their number; those with a type are the lines that part notes from the text."""
    notes = named(tree, kind) if tree is not None else ()
    return {attribute(note, "id"): note for note in notes if attribute(note, "type") in {"", "normal"}}


def _properties(bundle: Bundle, title: str) -> Properties:
    """What the file states of itself; a title that can be seen counts more than one that cannot."""
    tree = bundle.tree("docProps/core.xml")
    said = {tag(child): text_in(child) for child in (children(tree) if tree is not None else ())}
    created = iso_day(said.get("created", ""))
    return Properties(title or said.get("title", ""), said.get("creator", ""), created, bundle.path)
