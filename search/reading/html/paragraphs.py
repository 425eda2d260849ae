"""Paragraphs: the blocks of a page's main text become paragraphs of their kinds."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from search.model import Paragraph, ParagraphKind
from search.reading.html.blocks import Block, Form, blocks_of
from search.reading.html.extracting import body_of
from search.reading.html.furniture import without_furniture
from search.reading.html.leads import with_leads
from search.reading.html.marked import (
    LEAST,
    SHARE,
    article_in,
    captions_of,
    description_of,
    embeds_of,
    text_in_linked,
)
from search.reading.html.page import Page
from search.reading.html.spacing import Spacing, squeezed
from search.reading.kinds import cut, kind_of, numbered, pieces
from search.reading.normalising import normalised

BEGINNING = 20  # letters by which a text is known again


def paragraphs_in(page: Page, title: str, outlet: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article on a page; its description where it shows none; none where it has neither."""
    blocks = without_furniture(_blocks(page), title, outlet)
    if not blocks and (description := description_of(page)):
        blocks = [Block("text", description)]
    spacing, captions = Spacing(page.tree), captions_of(page.tree)
    posts = list(_with_posts(with_leads(page, blocks), embeds_of(page.tree)))
    whole = (replace(block, text="\n".join(map(spacing.restored, block.text.split("\n")))) for block in posts)
    return numbered((_kind(block, captions), piece) for block in whole for piece in cut(block.text))


def _with_posts(blocks: list[Block], embeds: dict[str, str]) -> Iterator[Block]:
    """The blocks, each embedded post as one, whole and in its place."""
    shown: set[str] = set()
    for block in blocks:
        bare = squeezed(block.text)
        bearing = next((key for key in embeds if bare in key or key in bare), "") if len(bare) > BEGINNING else ""
        if bearing and bearing not in shown:
            yield Block("post", embeds[bearing])
        elif not bearing:
            yield block
        shown.add(bearing)


def _blocks(page: Page) -> list[Block]:
    """The blocks of the page, or of what it marks as its text or tells in JSON-LD, where half of that is missing."""
    found = _found(page.tree)
    marked = article_in(page.tree)
    if marked is not None and not _covers(found, words := _found(marked)):
        found = words
    told = list(_told(text_in_linked(page)))
    short = sum(block.width for block in told) < LEAST
    in_one = len(found) == 1 < len(told)  # trafilatura has found the text of JSON-LD, and lost its line ends
    return found if short or (_covers(found, told) and not in_one) else told


def _found(tree: HtmlElement) -> list[Block]:
    body = body_of(tree)
    return list(blocks_of(body)) if body is not None else []


def _covers(found: list[Block], wanted: list[Block]) -> bool:
    """Whether what was found has at least half of what a page says is its text."""
    have = squeezed("".join(block.text for block in found))
    letters = [squeezed(block.text) for block in wanted]
    there = sum(len(text) for text in letters if text[:BEGINNING] in have or text[-BEGINNING:] in have)
    return there >= SHARE * sum(map(len, letters))


def _told(text: str) -> Iterator[Block]:
    lines = "\n\n".join(normalised(text).split("\n"))
    yield from (Block("text", " ".join(piece.split())) for piece in pieces(lines))


def _kind(block: Block, captions: frozenset[str]) -> ParagraphKind:
    """The kind that the page's markup tells, else the one that the form of the text tells."""
    told: dict[Form, ParagraphKind] = {"heading": "heading", "list": "body", "post": "embed"}
    if block.form in told:
        return told[block.form]
    if squeezed(block.text) in captions:
        return "caption"
    kind = kind_of(block.text)
    return "body" if kind in {"heading", "footnote"} else kind  # a page marks its headings
