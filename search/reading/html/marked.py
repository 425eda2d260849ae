"""Marked: what a page's markup itself marks: its standfirst, its captions, its embedded posts, its text in JSON-LD."""

import re
from copy import deepcopy
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from search.reading.html.linked import is_article
from search.reading.html.page import Page
from search.reading.html.spacing import squeezed
from search.reading.normalising import line_of, normalised

CAPTION = re.compile(r"(?i)(?:^|[\s_-])(?:\w*caption\w*|photo-?credit|image-?credit|cutline|legend[ae]?)(?:$|[\s_-])")
EMBED = re.compile(
    r"(?i)twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|mastodon-embed"
)
BEGINNING = 40  # letters of a description that a standfirst has to begin with
SHORTEST = 60  # characters of a description
LONGEST_CAPTION = 600  # characters


def standfirst_of(page: Page) -> str:
    """The text that a page both shows in a place of its own and gives as its description, "" where there is none."""
    description = next(page.stated("description"), "")
    told = squeezed(normalised(description))[:BEGINNING]
    places = page.tree.iter("p", "h2", "h3", "h4", "div", "strong", "span") if len(description) >= SHORTEST else ()
    texts = (element.text_content() for element in places)
    begun = (text for text in texts if len(text) <= LONGEST_CAPTION and squeezed(normalised(text)).startswith(told))
    return line_of(next(begun, ""))


def captions_of(tree: HtmlElement) -> frozenset[str]:
    """The texts that a page marks as captions, by element or by class, without spaces."""
    marked = (
        e for e in tree.iter("figcaption", "div", "p", "span", "dd") if e.tag == "figcaption" or _named(e, CAPTION)
    )
    texts = (squeezed(normalised(e.text_content())) for e in marked)
    return frozenset(text for text in texts if 0 < len(text) <= LONGEST_CAPTION)


def embeds_of(tree: HtmlElement) -> dict[str, str]:
    """The posts that a page embeds, whole and with their signatures, by their texts without spaces."""
    texts = (_post(element) for element in tree.iter("blockquote") if _named(element, EMBED))
    return {squeezed(text): text for text in texts if text}


def _post(element: HtmlElement) -> str:
    """The lines of a post: its paragraphs, and who posted it."""
    for paragraph in (copied := deepcopy(element)).iter("p", "br"):
        paragraph.tail = f"\n{paragraph.tail or ''}"
    copied.tail = None
    lines = (line_of(line) for line in copied.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def text_in_linked(page: Page) -> str:
    """The text of the article that its JSON-LD gives, "" where it gives none."""
    bodies: list[Any] = [node.get("articleBody") for node in page.nodes if is_article(node)]
    text = next((body for body in bodies if isinstance(body, str) and body.strip()), "")
    return "".join(map(str, html.fromstring(f"<div>{text}</div>").itertext())) if "</" in text else text


def _named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(element.get("class") or ""))
