"""Ninjs: a news item in the JSON of the IPTC, whichever of its versions 1, 2 and 3 it is in."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from search.errors import PassedOver, ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import addressable, article
from search.reading.entries import stated_day
from search.reading.fragments import paragraphs_of_html
from search.reading.header import header_of, web_address
from search.reading.kinds import kind_of, numbered, pieces
from search.reading.properties import people

Item = Mapping[str, Any]

SIGNS = frozenset(  # keys that no other JSON of news has, in small letters
    "body_text body_xhtml body_html body_xml bodies headlines versioncreated firstcreated contentcreated pubstatus"
    " infosource infosources representationtype bylines altids".split()
)
WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})
DATES = ("firstcreated", "versioncreated", "contentcreated")  # an article is from the day on which it was first sent
SCHEME = re.compile(r"(?i)^(?:https?://|urn:|tag:)")
TEXTS = frozenset({"text", "composite", ""})


def is_ninjs(keys: Collection[str]) -> bool:
    """Whether an object with these keys is a news item of the IPTC."""
    return any(key.lower() in SIGNS for key in keys)


def article_of_ninjs(item: Item, name: str, *, id: str, raw: str) -> Article:
    """The article of a news item; raises PassedOver for one that was withdrawn or is no text, or else ReadError."""
    own = {key.lower(): value for key, value in item.items()}  # version 3 has capitals in its names
    status = str(own.get("pubstatus") or own.get("usagetype") or "").lower()
    if status in WITHDRAWN:
        raise PassedOver(f"it was withdrawn by its sender ({status})")
    if (kind := str(own.get("type") or "").lower()) not in TEXTS:
        raise PassedOver(f"it is {kind[:40]} and no text")
    paragraphs = numbered(_paragraphs(own))
    if not paragraphs:
        raise ReadError("it has no text; remove it")
    header = header_of(_keys(own), _notes(own))
    return article(_id(own) or id, header, paragraphs, path=name, raw=raw)


def _paragraphs(own: Item) -> Iterator[tuple[ParagraphKind, str]]:
    """The paragraphs of the body: of its HTML, where a paragraph has an element of its own, or else of its text."""
    bodies = sorted(_bodies(own), key=lambda body: "html" not in body[0])
    kind, body = next(iter(bodies), ("", ""))
    if "html" in kind:
        yield from paragraphs_of_html(body)
        return
    broken = body if "\n\n" in body.replace("\r", "") else body.replace("\n", "\n\n")
    yield from ((kind_of(piece), piece) for piece in pieces(broken.replace("\r", "")))


def _bodies(own: Item) -> Iterator[tuple[str, str]]:
    """The kind and text of each form of the body that says something; the main one first."""
    for key in ("body_xhtml", "body_html", "body_text"):
        if isinstance(value := own.get(key), str) and value.strip():
            yield key, value
    listed = [body for body in _listed(own.get("bodies")) if isinstance(body, Mapping)]
    for body in sorted(listed, key=lambda body: body.get("role") not in {"main", "full", None}):
        if isinstance(value := body.get("value"), str) and value.strip():
            yield str(body.get("contenttype") or body.get("contentType") or ""), value


def _keys(own: Item) -> dict[str, object]:
    uri = str(own.get("uri") or "")
    return {
        "title": _said(own.get("headline")) or _main(own.get("headlines")) or _said(own.get("title")),
        "outlet": _outlet(own),
        "date": next((stated_day(str(own[key])) for key in DATES if own.get(key)), ""),
        "url": _said(own.get("url")) or _said(own.get("link")) or (uri if web_address(uri) else ""),
        "author": _authors(own),
        "language": _said(own.get("language")),
    }


def _outlet(own: Item) -> str:
    """Whose item it is: the source that says so, or the first one, or the holder of the right to copy it."""
    sources = [s for s in _listed(own.get("infosources") or own.get("infosource")) if isinstance(s, Mapping)]
    of_role = {str(s.get("role") or s.get("rel") or "").lower(): _said(s.get("name")) for s in reversed(sources)}
    first = _said(sources[0].get("name")) if sources else ""
    return of_role.get("publisher") or of_role.get("source") or first or _said(own.get("copyrightholder"))


def _authors(own: Item) -> list[str]:
    """Those of the byline: a string in version 1, in later ones a list of strings or of objects."""
    stated = _listed(own.get("by") or own.get("bylines") or own.get("byline"))
    lines = [_said(by.get("name") or by.get("value") if isinstance(by, Mapping) else by) for by in stated]
    return [name for line in lines for name in people(re.sub(r"^[Bb]y ", "", line))]


def _id(own: Item) -> str:
    """What identifies an item, in the letters of an address; "" where nothing does."""
    alternatives = [a.get("value") for a in _listed(own.get("altids")) if isinstance(a, Mapping)]
    identities = [identity for identity in (own.get("uri"), *alternatives) if isinstance(identity, str)]
    return next((id for identity in identities if (id := addressable(SCHEME.sub("", identity)))), "")


def _notes(own: Item) -> tuple[str, ...]:
    until = _said(own.get("embargoed"))
    return (f"it was under embargo until {until[:40]}",) if until else ()


def _main(value: object) -> str:
    """The main one of several headlines."""
    several = [h for h in _listed(value) if isinstance(h, Mapping)]
    chosen = sorted(several, key=lambda h: h.get("role") not in {"main", None})
    return next((said for h in chosen if (said := _said(h.get("value")))), "")


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _said(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
