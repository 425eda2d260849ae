"""Furniture: lines of a page that are not its article's: bylines, teasers, cookies, the way to share it."""

import re
from itertools import groupby
from pathlib import Path

from search.reading.html.blocks import Block
from search.reading.written import days_in
from search.tables import Table

LEAD = 80  # characters: a shorter line before the text that ends like no sentence is a byline, a date, a label
ENDED = re.compile(r"[.!?…。！？।؟։:;][\"”»’')\]）」』]*\s*$|[”»」』]\s*$")


def _patterns(table: Table, key: str) -> re.Pattern[str]:
    for written in table.entries(key):
        try:
            re.compile(written)
        except re.error as error:
            raise table.fault((key,), f"holds {written}, which is no regular expression ({error})") from None
    return re.compile("|".join(f"(?:{written})" for written in table.entries(key)), re.IGNORECASE)


_table = Table(Path(__file__).parent / "furniture.toml")
ANYWHERE, AFTER = _patterns(_table, "anywhere"), _patterns(_table, "after")
_table.refuse_others()
MENU = 4  # short lines in a row
LONGEST = 900  # characters: what is longer is text


def without_furniture(blocks: list[Block], title: str, outlet: str) -> list[Block]:
    """The blocks that are the article's, in order, each text once."""
    named = {_bare(title), _bare(outlet)}
    kept = [block for block in _before_the_end(blocks) if not _is_furniture(block) and _bare(block.text) not in named]
    once = {block.text: block for block in reversed(kept)}
    kept = _without_menus([block for block in kept if once[block.text] is block])
    first = next((n for n, block in enumerate(kept) if _is_text(block)), len(kept))
    last = next((n for n in range(len(kept) - 1, -1, -1) if _is_text(kept[n])), -1)
    lead = [block for block in kept[:first] if block.form == "heading" or block.width >= LEAD]
    return [*lead, *kept[first : last + 1]] if last >= 0 else []


def _without_menus(blocks: list[Block]) -> list[Block]:
    """The blocks without runs of short lines, which are menus, whatever they lead to."""
    short = [block.form == "text" and block.width < LEAD // 2 and not ENDED.search(block.text) for block in blocks]
    runs = [(is_short, list(run)) for is_short, run in groupby(short)]
    in_menu = [is_short and len(run) >= MENU for is_short, run in runs for _ in run]
    return [block for block, menu in zip(blocks, in_menu, strict=True) if not menu]


def _before_the_end(blocks: list[Block]) -> list[Block]:
    """The blocks above the line after which other articles or comments come, if there is text above it."""
    for n, block in enumerate(blocks):
        if AFTER.fullmatch(block.text) and any(map(_is_text, blocks[:n])):
            return blocks[:n]
    return blocks


def _is_furniture(block: Block) -> bool:
    short = len(block.text) <= LONGEST and bool(ANYWHERE.fullmatch(block.text.replace("\n", " ")))
    return block.is_link or short or (block.width < LEAD // 2 and bool(days_in(block.text)))


def _is_text(block: Block) -> bool:
    """Whether a block is plainly text: long, or a sentence with its end."""
    sentence = bool(ENDED.search(block.text)) and block.width >= LEAD // 3
    return block.form != "heading" and not block.is_link and (block.width >= LEAD or sentence)


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).casefold()
