"""Extracting: the main text of a page, by trafilatura, as blocks that know their kind."""

import logging
from copy import deepcopy

from lxml.etree import _Element, strip_tags
from lxml.html import HtmlElement
from trafilatura import bare_extraction

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told by us

# Elements that mean nothing to a text; with thousands of them in a paragraph trafilatura takes minutes.
INLINE = tuple(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
LARGE = 5_000  # elements: what compares several extractors takes time by their square, and no real page has so many


def body_of(tree: HtmlElement) -> _Element | None:
    """The main text of a page as trafilatura's elements (p, head, list, quote, table …), None where there is none."""
    tree = deepcopy(tree)
    strip_tags(tree, *INLINE)
    for element in tree.iter("figure", "figcaption"):  # which trafilatura drops with the picture
        element.tag = "p" if element.tag == "figcaption" else "div"
    elements = list(tree.iter("*"))
    for element in elements:
        element.text, element.tail = element.text, element.tail  # what stood in several pieces is one again
    large = len(elements) > LARGE
    try:
        found = bare_extraction(tree, fast=large, include_comments=False, include_links=True, include_tables=True)
    except Exception:  # whatever a broken page makes it stumble over; the next page is none of it
        return None
    return found.body if found is not None and not isinstance(found, dict) else None
