"""Markup trees: HTML of newsletters and books from bytes to a text, and from a text to a tree of bearable size."""

import re
from typing import Any

from lxml import etree

from search.errors import ReadError

PICTURE = re.compile(r"data:image/[\w+.-]{1,20};base64,[A-Za-z0-9+/=\s]{100,}")
LONGEST = 6_000_000  # characters, which take a hundred times as many bytes as a tree; the longest books have as many
# XHTML may close an element where it opens it; to HTML that is an element that never ends.
SELF_CLOSED = re.compile(r"<(a|b|div|em|i|p|script|span|strong|style|textarea|title|iframe)\b([^<>]{0,2000})/>")
DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")


def decoded_markup(content: bytes) -> str:
    """The text of an XHTML file: in the encoding that it declares, or else UTF-8."""
    found = DECLARED.search(content[:300])
    try:
        return content.decode(found[1].decode() if found else "utf-8-sig", "replace").lstrip("\ufeff")
    except LookupError:
        return content.decode("utf-8-sig", "replace")


def tree_of(markup: str, path: str) -> Any:
    """The tree of a piece of HTML, None where nothing stands in it; raises ReadError where it is too long."""
    text = SELF_CLOSED.sub(r"<\1\2></\1>", PICTURE.sub("", markup)).replace("\0", " ")
    if len(text) > LONGEST:
        raise ReadError(f"{path}: its HTML is longer than an article can be; split it")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    except (etree.XMLSyntaxError, ValueError):  # it is empty, or nested too deep
        return None
