"""Parsing: the bytes of a page become a tree of bearable size, or a sentence says why not."""

import re

from lxml.etree import LxmlError, strip_elements
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from search.errors import ReadError
from search.reading.html.encodings import text_of_page

OPENED = re.compile(r"<[a-zA-Z!?/]")
TAG = re.compile(r"<[a-zA-Z][^<>]*")
VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
# What cleans a page up takes time by the square of some of its parts; the largest of a hundred real pages has 4,000
# elements and 100,000 characters of text.
MOST_TAGS = 20_000
MOST_ATTRIBUTES = 1_000  # of one element
LONG_TAG = 5_000  # characters: a shorter one has not too many
MOST_TEXT = 400_000  # characters
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def parsed(content: bytes, name: str) -> tuple[str, HtmlElement]:
    """The text of a page and its tree; raises ReadError, which names the file and says what to do."""
    if not content.strip():
        raise ReadError(f"{name}: is empty; remove it or save the page again")
    markup = UNWRITABLE.sub(" ", text_of_page(content, name))
    tags = len(OPENED.findall(markup))
    if not tags:
        raise ReadError(f"{name}: holds no HTML; remove it, or save its text as .txt")
    if tags > MOST_TAGS:
        raise ReadError(f"{name}: has {tags:,} tags, more than an article; split it or save its text as .txt")
    if any(
        len(tag[0]) > LONG_TAG and len(VALUE.sub("", tag[0]).split()) > MOST_ATTRIBUTES for tag in TAG.finditer(markup)
    ):
        raise ReadError(f"{name}: has a tag of more than {MOST_ATTRIBUTES:,} attributes; save its text as .txt")
    return markup, _tree(markup, name)


def _tree(markup: str, name: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = document_fromstring(markup.encode(), parser=parser)
    except (LxmlError, ValueError, AssertionError):  # a page of comments only has no root
        raise ReadError(f"{name}: no page can be made of it; save it again from the browser") from None
    strip_elements(tree, "style", "svg", with_tail=False)
    length = sum(len(e.text or "") * (e.tag != "script") + len(e.tail or "") for e in tree.iter("*"))
    if length > MOST_TEXT:
        raise ReadError(f"{name}: has {length:,} characters, more than an article; split it or save its text as .txt")
    return tree
