"""Packages: what an e-book states of itself, and its chapters in the order of reading."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

from search.errors import ReadError
from search.reading.bundles import Bundle
from search.reading.normalising import line_of
from search.reading.properties import iso_day
from search.reading.trees import attribute, children, named, tag, text_in

FONTS_ONLY = re.compile(
    rb'EncryptionMethod[^>]{0,100}Algorithm\s*=\s*"(?![^"]*(?:idpf\.org/2008/embedding|adobe\.com/pdf/enc))'
)
PERIODICAL = re.compile(r"(?i)\b(?:periodical|magazine|newspaper|journal issue)\b")
ISSN = re.compile(r"(?i)(?:urn:)?issn[:\s]*\d{4}-?\d{3}[\dx]")
ISSUE = re.compile(r"\s*[\[(][^\[\]()]*\d[^\[\]()]*[\])]\s*$")  # The Courier [Fri, 31 May 2024]
MOST_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True)
class Package:
    """An e-book: its title, authors, publisher, language, day; whether it is an issue; the parts with its chapters."""

    title: str
    authors: tuple[str, ...]
    publisher: str
    language: str
    published: date | None
    is_issue: bool
    chapters: tuple[str, ...]
    contents: frozenset[str]

    @property
    def periodical(self) -> str:
        """The name of a paper of which this is an issue."""
        return ISSUE.sub("", self.title)


def package(bundle: Bundle) -> Package:
    """The package of an e-book; raises ReadError."""
    if FONTS_ONLY.search(bundle.part("META-INF/encryption.xml")):
        raise ReadError(f"{bundle.path}: is locked by its shop (DRM); an index needs a copy without a lock")
    where = _where(bundle)
    tree = bundle.tree(where)
    if tree is None:
        raise ReadError(f"{bundle.path}: is no e-book; give it the suffix that it needs")
    said = _said(tree)
    folder = posixpath.dirname(where)
    items = {attribute(item, "id"): item for item in named(tree, "item")}
    spine = [items[id] for ref in named(tree, "itemref") if (id := attribute(ref, "idref")) in items]
    return Package(
        title=line_of(next(iter(said.get("title", ())), "")),
        authors=tuple(name for creator in said.get("creator", ()) if (name := line_of(creator))),
        publisher=line_of(next(iter(said.get("publisher", ())), "")),
        language=line_of(next(iter(said.get("language", ())), "")),
        published=next((day for text in said.get("date", ()) if (day := iso_day(text))), None),
        is_issue=_is_issue(tree, said),
        chapters=tuple(dict.fromkeys(_path(folder, item) for item in spine))[:MOST_CHAPTERS],
        contents=frozenset(_path(folder, i) for i in items.values() if "nav" in attribute(i, "properties").split()),
    )


def _where(bundle: Bundle) -> str:
    tree = bundle.tree("META-INF/container.xml")
    files = (attribute(file, "full-path") for file in (named(tree, "rootfile") if tree is not None else ()))
    return next(files, "")


def _path(folder: str, item: Any) -> str:
    """The name of the part that an item of the book stands in."""
    return posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href"))))


def _said(tree: Any) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for metadata in named(tree, "metadata"):
        for child in children(metadata):
            said.setdefault(tag(child), []).append(text_in(child))
    return said


def _is_issue(tree: Any, said: dict[str, list[str]]) -> bool:
    """Whether a book is an issue of a periodical: it says so, or has the number that these have."""
    metas = (f"{attribute(m, 'name')} {attribute(m, 'property')} {attribute(m, 'content')}" for m in _metas(tree))
    kinds = (meta for meta in metas if "type" in meta)
    return any(PERIODICAL.search(kind) for kind in (*said.get("type", ()), *kinds)) or any(
        ISSN.search(number) for number in (*said.get("identifier", ()), *said.get("source", ()))
    )


def _metas(tree: Any) -> Iterator[Any]:
    return named(tree, "meta")
