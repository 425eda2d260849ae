"""Paragraphs: the blocks of a page's main text become paragraphs of their kinds."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from search.model import Paragraph, ParagraphKind
from search.reading.html.blocks import Block, blocks_of
from search.reading.html.extracting import body_of
from search.reading.html.furniture import without_furniture
from search.reading.html.marked import SHARE, article_in, captions_of, description_of, embeds_of, text_in_linked
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
    captions, embeds, spacing = captions_of(page.tree), embeds_of(page.tree), Spacing(page.tree)
    whole = (replace(block, text="\n".join(map(spacing.restored, block.text.split("\n")))) for block in blocks)
    return numbered((_kind(block, captions, embeds), piece) for block in whole for piece in cut(block.text))


def _blocks(page: Page) -> list[Block]:
    """The blocks of the page, or of what it marks as its text or tells in JSON-LD, where half of that is missing."""
    found = _found(page.tree)
    marked = article_in(page.tree)
    if marked is not None and not _covers(found, words := _found(marked)):
        found = words
    told = list(_told(text_in_linked(page)))
    return found if _covers(found, told) else told


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


def _kind(block: Block, captions: frozenset[str], embeds: frozenset[str]) -> ParagraphKind:
    """The kind that the page's markup tells, else the one that the form of the text tells."""
    if block.form in {"heading", "list"}:
        return "heading" if block.form == "heading" else "body"
    bare = squeezed(block.text)
    if bare in captions:
        return "caption"
    if len(bare) > BEGINNING and any(bare in embed or embed in bare for embed in embeds):
        return "embed"
    kind = kind_of(block.text)
    return "body" if kind in {"heading", "footnote"} else kind  # a page marks its headings
