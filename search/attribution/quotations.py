"""Quotations: the pieces of a paragraph between quotation marks, however badly these are set."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.model import Span

OPENING = "“„«"
CLOSING = "”»"
MARK = re.compile("[“”„«»\"]|''|``")
LEFT_MARK = re.compile(r"(?:^|(?<=[\s(\[—–]))[‘'](?=\w)")  # British: ‘We never said so,’ said Lee.
RIGHT_MARK = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
# A closing mark was lost where a reporting clause ends the paragraph: “He described a fact, she said.
TRAILING_CLAUSE = re.compile(
    r",\s+(?:(?:he|she|they)\s+|(?:[A-Z][\w’'-]+\s+){1,3})(?:said|says|added|noted|explained)\.?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `outer` with their marks, `inner` without."""

    outer: Span
    inner: Span


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a paragraph in order; one within another is part of the outer one.

    >>> text = "“Point, ”he said. He is “less polite“."
    >>> [q.inner.of(text) for q in quotations(text)]
    ['Point, ', 'less polite']
    """
    marks = [m.span() for m in MARK.finditer(text)]
    if not marks:
        return tuple(_british(text))
    nested = _nested(text, marks)
    return tuple(nested if nested is not None else _by_context(text, marks))


def _nested(text: str, marks: list[tuple[int, int]]) -> list[Quotation] | None:
    """The outermost quotations where every mark says whether it opens or closes, and they balance; None elsewhere."""
    found, depth, opened = [], 0, (0, 0)
    for start, end in marks:
        character = text[start]
        if character in OPENING:
            opened = (start, end) if depth == 0 else opened
            depth += 1
        elif character in CLOSING:
            depth -= 1
            if depth < 0:
                return None
            if depth == 0:
                found.append(Quotation(Span(opened[0], end), Span(opened[1], start)))
        else:
            return None
    return found if depth == 0 else None


def _by_context(text: str, marks: list[tuple[int, int]]) -> Iterator[Quotation]:
    """The quotations where marks are mixed up: one opens outside a quotation and the next closes it."""
    opened: tuple[int, int] | None = None
    for start, end in marks:
        if opened is None:
            if not (text[start] in CLOSING and _ends_here(text, start, end)):
                opened = (start, end)
        elif text[start] in OPENING and _begins_here(text, start, end):
            yield Quotation(Span(opened[0], start), Span(opened[1], start))
            opened = (start, end)
        else:
            yield Quotation(Span(opened[0], end), Span(opened[1], start))
            opened = None
    if opened is not None:
        tail = TRAILING_CLAUSE.search(text, opened[1])
        end = tail.start() + 1 if tail else len(text)
        if end > opened[1]:
            yield Quotation(Span(opened[0], end), Span(opened[1], end))


def _begins_here(text: str, start: int, end: int) -> bool:
    """Whether a mark stands as an opening one does: after a sentence's end and before a capital."""
    return bool(re.search(r"[.!?…:]\s+\Z", text[max(0, start - 4) : start])) and text[end : end + 1].isupper()


def _ends_here(text: str, start: int, end: int) -> bool:
    """Whether a mark stands as a closing one does: after a word and before none."""
    return start > 0 and not text[start - 1].isspace() and (end == len(text) or not text[end].isalnum())


def _british(text: str) -> Iterator[Quotation]:
    """Quotations in single marks: two words or more, so that an apostrophe is not taken for one."""
    at = 0
    while left := LEFT_MARK.search(text, at):
        right = next((m for m in RIGHT_MARK.finditer(text, left.end()) if _closes(text, m.start())), None)
        if right is None:
            return
        if " " in text[left.end() : right.start()].strip():
            yield Quotation(Span(left.start(), right.end()), Span(left.end(), right.start()))
        at = right.end()


def _closes(text: str, at: int) -> bool:
    """A mark after a letter s may be a genitive ("the unions’ leader"); after a stop, or before one, it closes."""
    return text[at - 1] in ".,!?…" or text[at - 1] != "s" or not re.match(r"[’']\s\w", text[at : at + 3])
