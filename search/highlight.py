"""Highlighting: where a text matches a query, and the piece of it to show. Offsets only; never HTML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.deadline import NO_DEADLINE, Deadline
from search.model import Span
from search.parts import sought_in
from search.ranking import WEIGHTS
from search.spotting import spotted
from search.tree import Or, Tree, sought

TREES_KEPT = 64  # trees for fields
SNIPPET = 420  # characters: three or four sentences, which most paragraphs do not exceed
SENTENCE_END = re.compile(r"[.!?…][\"”»’)]*\s+|[。！？][”」』]*\s*")
WORD_START = re.compile(r"(?<!\S)\S")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a paragraph: the text, the marks in it, and whether the paragraph goes on before and after.

    `start` is where in the paragraph the piece begins.
    """

    text: str
    marks: tuple[Span, ...]
    cut_before: bool = False
    cut_after: bool = False
    start: int = 0


def matches(text: str, tree: Tree, statements: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """The places of a text that a query looks for, in order and apart: a phrase is one place.

    What it looks for in what is said is marked in these statements alone, anywhere where none are given.
    """
    return tuple(_apart(sorted(spotted(text, tree, statements), key=lambda s: (s.start, -s.end))))


@lru_cache(maxsize=TREES_KEPT)
def words_for(tree: Tree, field: str) -> Tree:
    """What to mark in a text of a field (title, speaker) or in a facet's value (outlet): a tree for `matches`.

    Words of no field are looked for in titles and in names of speakers, too, and in outlets are not.
    """
    own = tuple(sought_in(tree, field))
    if field not in WEIGHTS:
        return Or(own)
    alone = not own and not any(sought_in(tree, "said"))  # then its own tree will do, which is ready already
    return tree if alone else Or((*sought(tree), *own))


def snippet(
    text: str,
    tree: Tree,
    length: int = SNIPPET,
    deadline: Deadline = NO_DEADLINE,
    statements: Iterable[Span] | None = None,
) -> Snippet:
    """The piece of a paragraph, of about `length` characters, that shows the most of what a query looks for.

    `statements` as for `matches`. Raises QueryError where the deadline is past.
    """
    deadline.meet()
    marks = matches(text, tree, statements)
    if len(text) <= length:
        return Snippet(text, marks)
    shown = _most_telling(marks, length)
    start = _start(text, shown, length)
    end = _end(text, start + length, shown)
    inside = tuple(Span(m.start - start, m.end - start) for m in marks if start <= m.start and m.end <= end)
    return Snippet(text[start:end], inside, cut_before=start > 0, cut_after=end < len(text), start=start)


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Spans without those that begin inside another."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _most_telling(marks: tuple[Span, ...], length: int) -> Span:
    """The mark that is to be seen with the most others; the very beginning where there is none."""
    best, most, last = Span(0, 0), -1, 0
    for number, first in enumerate(marks):
        while last < len(marks) and marks[last].end - first.start <= length * 3 // 4:
            last += 1
        if last - number > most:
            best, most = first, last - number
    return best


def _start(text: str, shown: Span, length: int) -> int:
    """Where to begin: at the sentence of what is shown, or a few words before it where the sentence is long."""
    room = max(0, min(length // 3, length - (shown.end - shown.start)))
    sentences = [0, *(m.end() for m in SENTENCE_END.finditer(text[: shown.start]))]
    near = shown.start - sentences[-1] <= room
    begin = sentences[-1] if near else _word(text, shown.start - room * 3 // 4, shown.start)
    return begin if len(text) - begin >= length // 2 else _word(text, len(text) - length, begin)


def _word(text: str, start: int, end: int) -> int:
    """Where the first word between these offsets begins; the end where none does."""
    found = WORD_START.search(text, start, end)
    return found.start() if found else end


def _end(text: str, end: int, shown: Span) -> int:
    """The end of the last whole word, but not before the end of what is shown; within a word that has no end."""
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", max(shown.end, 1), end + 1)
    return space if space >= 0 else max(end, shown.end)
