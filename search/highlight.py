"""Highlighting: where a text matches a query, and the piece of it to show. Offsets only; never HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.matching import places
from search.model import Span
from search.text import terms
from search.tree import Tree, terms_of

SNIPPET = 420  # characters: three or four sentences, which most paragraphs do not exceed


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a paragraph: the text, the marks in it, and whether the paragraph goes on before and after."""

    text: str
    marks: tuple[Span, ...]
    cut_before: bool = False
    cut_after: bool = False


def matches(text: str, tree: Tree) -> tuple[Span, ...]:
    """The places of a text that a query looks for, in order and apart: a phrase is one place."""
    found = list(terms(text))
    spans = [
        Span(found[i].where.start, found[i + len(wanted.terms) - 1].where.end)
        for wanted in terms_of(tree)
        for i in places(wanted, found)
    ]
    return tuple(_apart(sorted(spans, key=lambda s: (s.start, -s.end))))


def snippet(text: str, tree: Tree, length: int = SNIPPET) -> Snippet:
    """The piece of a paragraph, of about `length` characters, that shows the most of what a query looks for."""
    marks = matches(text, tree)
    if len(text) <= length:
        return Snippet(text, marks)
    start = _start(text, marks, length)
    end = _end(text, start + length)
    inside = tuple(Span(m.start - start, m.end - start) for m in marks if start <= m.start and m.end <= end)
    return Snippet(text[start:end], inside, cut_before=start > 0, cut_after=end < len(text))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Spans without those that begin inside another."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _start(text: str, marks: tuple[Span, ...], length: int) -> int:
    """Where to begin so that most marks are seen: at the sentence of the first of them, if that is not too far back."""
    if not marks:
        return 0
    best = max(
        marks, key=lambda first: sum(first.start <= m.start and m.end <= first.start + length * 3 // 4 for m in marks)
    )
    sentences = [m.end() for m in re.finditer(r"[.!?…][\"”»’)]*\s+", text[: best.start])]
    begin = sentences[-1] if sentences else 0
    if best.start - begin > length // 3:
        begin = text.rfind(" ", 0, best.start - length // 4) + 1
    return begin if len(text) - begin >= length // 2 else max(0, text.find(" ", len(text) - length) + 1)


def _end(text: str, end: int) -> int:
    """The end of the last whole word."""
    return len(text) if end >= len(text) else max(text.rfind(" ", 0, end), 1)
