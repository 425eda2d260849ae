"""Markdown: its blocks are the paragraphs, and lose their marks; HTML within it is cleaned to text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from search.errors import ReadError
from search.model import Article, ParagraphKind
from search.reading.assembling import article, id_of
from search.reading.header import header_and_body
from search.reading.kinds import cut, kind_of, numbered, paragraphs_of
from search.reading.markup import plain_text

LONGEST = 1_000_000  # characters: two novels; of brackets alone Markdown takes ten seconds for so many
LONG = f"it has more than {LONGEST:,} characters, so it was read as plain text; split it, and its Markdown is read"

_markdown = MarkdownIt("commonmark", {"maxNesting": 20})


def article_of_markdown(text: str, path: str) -> Iterator[Article | ReadError]:
    """The one article of a Markdown file."""
    header, body = header_and_body(text)
    if len(body) > LONGEST:
        yield article(
            id_of(path), replace(header, notes=(*header.notes, LONG)), paragraphs_of(body), path=path, raw=text
        )
        return
    blocks = ((kind, piece) for kind, words in _blocks(_markdown.parse(body)) for piece in cut(words))
    paragraphs = numbered(blocks)
    yield article(id_of(path), header, paragraphs, path=path, raw=text)


def _blocks(tokens: list[Token]) -> Iterator[tuple[ParagraphKind, str]]:
    """The kind and text of each block; a list or a quoted block is one."""
    group: list[str] = []
    opened = ""
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if opened and token.type == f"{opened}_close" and token.level == 0:
            yield from _grouped(opened, group)
            opened, group = "", []
        elif token.type in {"bullet_list_open", "ordered_list_open", "blockquote_open"} and not opened:
            opened = token.type.removesuffix("_open")
        elif words := _words(token):
            if opened:
                group.append(f"- {words}" if opened == "blockquote" and token.level > 2 else words)
            else:
                yield ("heading" if before.type == "heading_open" else kind_of(words)), words


def _grouped(opened: str, group: list[str]) -> Iterator[tuple[ParagraphKind, str]]:
    """A quoted block is a post if it is signed; a list is a caption if it gives a credit."""
    if not group:
        return
    if opened == "blockquote":
        text = "\n".join(group)
        yield ("embed" if kind_of(text) == "embed" else "body"), text
    else:
        credit = any("©" in line for line in group) or all(kind_of(line) == "heading" for line in group)
        yield ("caption" if credit else "body"), "\n".join(f"• {line}" for line in group)


def _words(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or [])
    if token.type in {"html_block", "fence", "code_block"}:
        return plain_text(token.content).strip()
    return ""


def _inline(children: list[Token]) -> str:
    """The text of a line of Markdown; HTML tags in it are taken away with whatever they silence."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    if not any(child.type == "html_inline" for child in children):
        return "".join(breaks.get(c.type, c.content if c.type != "image" else "") for c in children).strip()
    markup = "".join(
        c.content
        if c.type == "html_inline"
        else breaks.get(c.type, c.content.replace("&", "&amp;").replace("<", "&lt;"))
        for c in children
    )
    return plain_text(markup).strip()
