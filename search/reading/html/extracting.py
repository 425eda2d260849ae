"""Extracting: the main text of a page, by trafilatura, as blocks that know their kind."""

import logging
from copy import deepcopy

from lxml.etree import _Element, strip_tags
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from search.reading.html.spacing import INLINE

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told by us

LARGE = 5_000  # elements: what compares several extractors takes time by their square, and no real page has so many
ENOUGH = 3  # paragraphs of so many characters, for the first extractor to have found the text: the others find more
LONG = 40  # that is the text's on some pages, and is the site's on others


def body_of(tree: HtmlElement) -> _Element | None:
    """The main text of a page as trafilatura's elements (p, head, list, quote, table …), None where there is none."""
    tree = _plain(tree)
    found = _extracted(tree, fast=True)
    paragraphs = found.iter("p") if found is not None else ()
    enough = sum(len("".join(map(str, each.itertext()))) >= LONG for each in paragraphs) >= ENOUGH
    return found if enough or sum(1 for _ in tree.iter("*")) > LARGE else _extracted(tree, fast=False)


def _plain(tree: HtmlElement) -> HtmlElement:
    """A copy of a page's tree as trafilatura reads it best."""
    tree = deepcopy(tree)
    strip_tags(tree, *INLINE - {"a", "label"})  # with thousands of them in a paragraph trafilatura takes minutes
    for element in tree.iter("figure", "figcaption"):  # which trafilatura drops with the picture
        element.tag = "p" if element.tag == "figcaption" else "div"
    for element in tree.iter("*"):
        element.text, element.tail = element.text, element.tail  # what stood in several pieces is one again
    return tree


def _extracted(tree: HtmlElement, *, fast: bool) -> _Element | None:
    try:
        found = bare_extraction(tree, fast=fast, include_comments=False, include_links=True, include_tables=True)
    except Exception:  # whatever a broken page makes it stumble over; the next page is none of it
        return None
    return found.body if found is not None and not isinstance(found, dict) else None
