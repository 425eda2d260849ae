"""Marked: what a page's markup itself marks: its text, its captions, its embedded posts."""

import re
from copy import deepcopy
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from search.reading.html.linked import is_article
from search.reading.html.page import Page
from search.reading.html.spacing import squeezed
from search.reading.normalising import line_of, normalised

LEAST = 300  # characters: what is marked as an article's text and is shorter may be a teaser
SHARE = 0.5  # of the text in JSON-LD: what is found must not be less of it
MEANT = re.compile(r"(?i)\barticleBody\b")
CAPTION = re.compile(r"(?i)(?:^|[\s_-])(?:\w*caption\w*|photo-?credit|image-?credit|cutline|legend[ae]?)(?:$|[\s_-])")
EMBED = re.compile(
    r"(?i)twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|mastodon-embed"
)
BEGINNING = 40  # letters of a description that a standfirst has to begin with
SHORTEST = 60  # characters of a description
LONGEST_CAPTION = 600  # characters


def article_in(tree: HtmlElement) -> HtmlElement | None:
    """A page of the article alone where its markup marks the text, else None."""
    meant = [e for e in tree.iter("div", "section", "article", "span", "main") if MEANT.search(e.get("itemprop") or "")]
    longest = max(meant, key=_length, default=None)
    if longest is None or _length(longest) < LEAST:
        return None
    page = html.document_fromstring("<article></article>")
    copied = deepcopy(longest)
    copied.tail = None
    for article in page.iter("article"):
        article.append(copied)
    return page


def description_of(page: Page) -> str:
    """What a page says it is about, where that is long enough to be a text."""
    text = next(page.stated("description"), "")
    return text if len(text) >= SHORTEST else ""


def standfirst_of(page: Page) -> str:
    """The text that a page both shows in a place of its own and gives as its description, "" where there is none."""
    told = squeezed(normalised(description_of(page)))[:BEGINNING]
    for element in page.tree.iter("p", "h2", "h3", "h4", "div", "strong", "span") if told else ():
        if len(text := element.text_content()) <= LONGEST_CAPTION and squeezed(normalised(text)).startswith(told):
            return line_of(text)
    return ""


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


def _length(element: HtmlElement) -> int:
    """How many characters its paragraphs have, or else its text."""
    return sum(len(line_of(p.text_content())) for p in element.iter("p")) or len(line_of(element.text_content()))


def _named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(element.get("class") or ""))
