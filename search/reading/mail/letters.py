"""Letters: the passages of a message become blocks: wrapped lines are joined, quoted messages and signatures marked."""

import re
from collections.abc import Iterator
from pathlib import Path

from search.model import ParagraphKind
from search.reading.composing import Block
from search.reading.mail.parts import Passage
from search.reading.markup_blocks import blocks_of_markup
from search.tables import Table

WRAPPED = 45  # characters: lines of text that a program has broken are longer, but for the last
QUOTED = re.compile(r"^(?:> ?)+")
SIGNATURE = "--"
LINKED = re.compile(
    r"(?<!\s)\s*(?:<\s*https?://[^\s<>]{1,3000}\s*>|\(\s*https?://[^\s()]{1,3000}\s*\)|\[\s*https?://[^\s\]]{1,3000}\s*\])"
)
BARE_LINK = re.compile(r"\W*https?://\S{1,3000}\s*")
MARKED = re.compile(r"\s*(?:[-*•·+]|\d{1,3}[.)])\s")  # the item of a list
LONGEST_CLOSING = 600  # characters: what is longer is no line at the foot of a newsletter

_table = Table(Path(__file__).parent / "letters.toml")
CLOSINGS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _table.entries("boilerplate", "patterns"))
_table.refuse_others()


def blocks_of_passage(passage: Passage, path: str) -> Iterator[Block]:
    """The blocks of a passage, in order."""
    if passage.html:
        blocks: Iterator[Block] = ((block.kind, block.text) for block in blocks_of_markup(passage.text, path))
    else:
        blocks = blocks_of_plain(passage.text, flowed=passage.flowed)
    for kind, text in blocks:
        yield ("boilerplate" if is_closing(text) else kind), text


def is_closing(text: str) -> bool:
    """Whether a block is about the newsletter itself.

    >>> is_closing("View this email in your browser"), is_closing("The board voted.")
    (True, False)
    """
    line = " ".join(text.split())
    return len(line) <= LONGEST_CLOSING and any(pattern.fullmatch(line) for pattern in CLOSINGS)


def blocks_of_plain(text: str, *, flowed: bool = False) -> Iterator[Block]:
    """The blocks of a plain text; quotation marks at the beginning of lines make it a quoted message."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kind: ParagraphKind | None = None
    group: list[str] = []
    signed = False
    for line in [*lines, ""]:
        quoted = QUOTED.match(line)
        bare = line[quoted.end() :] if quoted else line
        now: ParagraphKind | None = "boilerplate" if signed else "embed" if quoted else None
        if group and (not bare.strip() or now != kind or bare.rstrip() == SIGNATURE):
            yield from _block(kind, group, flowed)
            group = []
        signed = signed or (bare.rstrip() == SIGNATURE and not quoted)
        kind = now
        group += [bare] if bare.strip() and bare.rstrip() != SIGNATURE else []


def _block(kind: ParagraphKind | None, group: list[str], flowed: bool) -> Iterator[Block]:
    lines = [line for line in group if not BARE_LINK.fullmatch(line)]
    text = LINKED.sub("", "\n".join(_joined(lines, flowed)))
    if text.strip():
        yield kind, text


def _joined(lines: list[str], flowed: bool) -> list[str]:
    """The lines, those put together that only the width of a screen has parted."""
    wrapped = all(len(line) >= WRAPPED for line in lines[:-1])
    joined: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        goes_on = before.endswith(" ") if flowed else wrapped and not MARKED.match(line)
        if joined and goes_on:
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
    return joined
