"""Spoken: which words of a paragraph stand inside what somebody says in it, the one place that decides this."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.model import Span
from search.text import WORD, analysed, folded


def spoken(text: str, said: Iterable[Span]) -> tuple[range, ...]:
    """The positions of the words that lie wholly inside one of these spans, those that overlap taken for one; in order.

    >>> spoken("“Oars,” he said, “and sails.”", [Span(0, 7), Span(17, 29)])
    (range(0, 1), range(3, 5))
    """
    found = (range(_begun(text, span.start), _ended(text, span.end)) for span in _apart(said))
    return tuple(words for words in found if words)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap made one."""
    start = end = -1
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < end:
            end = max(end, span.end)
            continue
        if end > start:
            yield Span(start, end)
        start, end = span.start, span.end
    if end > start:
        yield Span(start, end)


def _begun(text: str, at: int) -> int:
    """How many words begin before this offset."""
    whole, piece, within = _cut(text, at)
    return whole + sum(term.where.start < within for term in analysed(piece))


def _ended(text: str, at: int) -> int:
    """How many words end before or at this offset."""
    whole, piece, within = _cut(text, at)
    return whole + sum(term.where.end <= within for term in analysed(piece))


def _cut(text: str, at: int) -> tuple[int, str, int]:
    """How many words are in the pieces before that which an offset cuts in two; this piece, "" for none; and where."""
    pieces = text[:at].split()
    if not pieces or text[at - 1].isspace() or at >= len(text) or text[at].isspace():
        return sum(map(_words_in, pieces)), "", 0
    begun = pieces.pop()
    return sum(map(_words_in, pieces)), begun + text[at:].split(maxsplit=1)[0], len(begun)


@lru_cache(maxsize=200_000)
def _words_in(piece: str) -> int:
    """How many words a piece between blanks has, kept, for pieces recur and an index asks for all of them."""
    return sum(1 for word in WORD.findall(piece) if folded(word))
