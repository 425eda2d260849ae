"""Paragraphs: the blocks of a page's main text become paragraphs of their kinds."""

from collections.abc import Iterator
from dataclasses import replace

from search.model import Paragraph, ParagraphKind
from search.reading.html.blocks import Block, Form, blocks_of
from search.reading.html.extracting import body_of
from search.reading.html.furniture import without_furniture
from search.reading.html.marked import captions_of, embeds_of, standfirst_of, text_in_linked
from search.reading.html.page import Page
from search.reading.html.spacing import Spacing, squeezed
from search.reading.kinds import cut, kind_of, numbered, pieces
from search.reading.normalising import normalised

BEGINNING = 20  # letters by which a text is known again
LEAST = 300  # characters of a text in JSON-LD: a shorter one is a summary
SHARE = 0.5  # of it: what is found must not be less


def paragraphs_in(page: Page, title: str, outlet: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article on a page; none where it shows none."""
    blocks = without_furniture(_blocks(page), title, outlet)
    spacing, captions = Spacing(page.tree), captions_of(page.tree)
    posts = list(_with_posts([*_standfirst(page, blocks), *blocks], embeds_of(page.tree)))
    whole = (replace(block, text="\n".join(map(spacing.restored, block.text.split("\n")))) for block in posts)
    return numbered((_kind(block, captions), piece) for block in whole for piece in cut(block.text))


def _standfirst(page: Page, blocks: list[Block]) -> list[Block]:
    """The standfirst, where the text that was found has it not."""
    text = standfirst_of(page)
    return [Block("text", text)] if text and not _has(squeezed("".join(block.text for block in blocks)), text) else []


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
    """The blocks of the page, or of the text that it tells in JSON-LD, where half of that is missing."""
    body = body_of(page.tree)
    found = list(blocks_of(body)) if body is not None else []
    told = list(_told(text_in_linked(page)))
    short = sum(block.width for block in told) < LEAST
    in_one = len(found) == 1 < len(told)  # trafilatura has found the text of JSON-LD, and lost its line ends
    return found if short or (_covers(found, told) and not in_one) else told


def _covers(found: list[Block], wanted: list[Block]) -> bool:
    """Whether what was found has at least half of what a page says is its text."""
    have = squeezed("".join(block.text for block in found))
    there = sum(len(squeezed(block.text)) for block in wanted if _has(have, block.text))
    return there >= SHARE * sum(len(squeezed(block.text)) for block in wanted)


def _has(letters: str, text: str) -> bool:
    """Whether a text stands among letters without spaces, by its beginning or its end."""
    bare = squeezed(normalised(text))
    return bare[:BEGINNING] in letters or bare[-BEGINNING:] in letters


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
