"""Linked: what a page says of itself in JSON-LD, as flat objects, those about an article first."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

Node = dict[str, Any]

ARTICLE = re.compile(r"(?i)(?:\w*Article|\w*BlogPosting|Report|\w*Review|\w*NewsObject|SocialMediaPosting|Recipe)")
SHOWN = re.compile(r"(?i)VideoObject|ItemPage|WebPage|QAPage|DiscussionForumPosting|PodcastEpisode")
MOST_NODES = 500  # of a page
LARGEST = 1_000_000  # characters of a script
# Pages write line ends and tabs into strings, a comma too many, and their objects into comments.
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?[\s;]*\Z"
)
COMMA = re.compile(r",(?=\s*[}\]])")
PAIR = re.compile(r'"(@type|headline|datePublished|dateCreated|inLanguage)"\s*:\s*"([^"\\]{1,300})"')
PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"\\]{1,100})"')


def nodes_of(tree: HtmlElement) -> tuple[Node, ...]:
    """The objects of a page's JSON-LD that have a type: articles, then other subjects of pages, then the rest."""
    found = list(islice((node for script in _scripts(tree) for node in _objects(script)), MOST_NODES))
    return tuple(sorted(found, key=_rank))


def is_article(node: Node) -> bool:
    """Whether an object is an article."""
    return any(ARTICLE.fullmatch(kind) for kind in kinds_of(node))


def kinds_of(node: Node) -> tuple[str, ...]:
    """The types of an object, without the address of their schema."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple(kind.rpartition("/")[2] for kind in listed if isinstance(kind, str))


def _rank(node: Node) -> int:
    return 0 if is_article(node) else 1 if any(SHOWN.fullmatch(kind) for kind in kinds_of(node)) else 2


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and len(script.text or "") < LARGEST:
            yield _loaded(WRAPPING.sub("", script.text or ""))


def _loaded(text: str) -> Any:
    for written in (text, COMMA.sub("", text)):
        try:
            return json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
    return _patched(text)


def _patched(text: str) -> Node:
    """The plain pairs of a text that is not JSON, the first of each name."""
    node: Node = dict(reversed(PAIR.findall(text)))
    named = PUBLISHER.search(text)
    return node | ({"publisher": {"name": named[1]}} if named else {})


def _objects(value: Any) -> Iterator[Node]:
    """An object and those in its lists and its graph; not those that it merely mentions."""
    if isinstance(value, list):
        for each in value:
            yield from _objects(each) if isinstance(each, dict) else ()
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity"):
            yield from _objects(value.get(key))
