"""Authors: who a page says has written it; people and agencies, not the site."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from trafilatura.metadata import extract_author

from search.reading.html.linked import is_article
from search.reading.html.naming import key_of
from search.reading.html.page import Page
from search.reading.normalising import line_of

AND = "and|und|et|y|e|i|og|och|en|и|та"
PARTS = re.compile(rf"\s*(?:[;|/]|,(?!\s*(?:Jr|Sr|M\.?D|Ph\.?D)\b)|\s(?:{AND})\s|\s&\s)\s*", re.IGNORECASE)
SAYS_BY = (
    r"(?:written |reported |text )?by|por|par|von|di|da|af|av|door|autor\w*|автор\w*|редактор|текст|piše|質問者|記者|文"
)
BY = re.compile(rf"(?i)^\s*(?:{SAYS_BY})\s*[:：]?\s+")
ADDRESS = re.compile(r"(?i)\S*(?:https?:|www\.|@)\S*|\S+\.(?:com|net|org)\b\S*")
NO_NAME = re.compile(
    r"(?i)\d|[<>{}=_#]|^(?:admin\w*|redac\w+|redak\w+|editor\w*|staff|web ?desk|online|none|null|undefined|\W*)$"
    r"|\b(?:https?|published|posted|updated|publicado|created|prije)\b"
)
LONGEST, MOST_WORDS, MOST = 60, 7, 10


def authors_of(page: Page, outlet: str) -> tuple[str, ...]:
    """The authors, each once: of JSON-LD, else of the head, else of the line below the headline."""
    site = key_of(outlet)
    for texts in (_linked(page), page.stated("author"), _shown(page)):
        parts = (part for text in texts for part in PARTS.split(ADDRESS.sub(" ", text)))
        names = (name for part in parts if (name := _name(part)))
        if found := tuple(dict.fromkeys(name for name in names if not site or not _same(key_of(name), site))):
            return found[:MOST]
    return ()


def _same(name: str, site: str) -> bool:
    """Whether a name is the site's, whole or in part: "NU.nl", "Times of India"."""
    return name in site or site in name


def _linked(page: Page) -> Iterator[str]:
    for node in page.nodes:
        if is_article(node):
            yield from _names(node.get("author"))


def _names(author: Any) -> Iterator[str]:
    if isinstance(author, list):
        for each in author[:MOST]:
            yield from _names(each) if not isinstance(each, list) else ()
    elif isinstance(author, dict):
        yield from _names(author.get("name")) if not isinstance(author.get("name"), dict) else ()
    elif isinstance(author, str):
        yield author


def _shown(page: Page) -> Iterator[str]:
    """The author that trafilatura finds in the markup of a byline."""
    with suppress(Exception):  # whatever a broken page makes it stumble over
        found = extract_author(page.tree) or ""
        yield "" if "http" in found else found  # more than a byline


def _name(text: str) -> str:
    """A text as a name, "" where it is none.

    >>> _name("By Odd  Ruun"), _name("https://tarn.example/odd"), _name("Staff")
    ('Odd Ruun', '', '')
    """
    name = BY.sub("", line_of(text[:200])).strip(" -–—|·,.:")
    cased = name.isascii() and name.islower()  # the name by which somebody logs in
    bearable = (
        not cased and len(name) <= LONGEST and len(name.split()) <= MOST_WORDS and sum(map(str.isalpha, name)) > 1
    )
    return name if bearable and not NO_NAME.search(name) else ""
