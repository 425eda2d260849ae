"""Extracting: the main text of a page, by trafilatura, as blocks that know their kind."""

import logging
from copy import deepcopy

from lxml.etree import _Element, strip_tags
from lxml.html import HtmlElement
from trafilatura import bare_extraction

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is told by us

INLINE = ("span", "font", "wbr", "bdi", "bdo", "small", "big", "u", "tt", "time", "data", "mark", "nobr")  # of no meaning


def body_of(tree: HtmlElement) -> _Element | None:
    """The main text of a page as trafilatura's elements (p, head, list, quote, table …), None where there is none."""
    tree = deepcopy(tree)
    strip_tags(tree, *INLINE)
    found = bare_extraction(tree, include_comments=False, include_links=True, include_tables=True)
    return found.body if found is not None and not isinstance(found, dict) else None
