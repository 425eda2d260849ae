"""Style names: what a paragraph is by the name that Word gives its style, in every language of its menus."""

import re

from search.model import ParagraphKind

KINDS: tuple[tuple[re.Pattern[str], ParagraphKind], ...] = (
    (re.compile(r"(?i)toc (?:\d|heading)|table of (?:figures|authorities)|index \d|header|footer"), "boilerplate"),
    (re.compile(r"(?i)heading \d|(?:sub)?title|headline"), "heading"),
    (re.compile(r"(?i)caption"), "caption"),
    (re.compile(r"(?i)(?:foot|end)note text"), "footnote"),
    (re.compile(r"(?i)list .*|(?:intense )?quote|block text"), "body"),
)


def kind_by_style(name: str) -> ParagraphKind | None:
    """
    >>> kind_by_style("heading 1"), kind_by_style("Normal")
    ('heading', None)
    """
    return next((kind for pattern, kind in KINDS if pattern.fullmatch(name)), None)
