"""Spoken: which words of a paragraph stand inside what somebody says in it, the one place that decides this."""

import re
from collections.abc import Iterable
from operator import attrgetter

from search.model import Span
from search.text import WORD, analysed, folded

PLAIN = re.compile(  # the most of a text from its beginning on that is one plain word after the other and a blank each
    r"""(?: ["“(]?+ [A-Za-z0-9À-ÖØ-öø-ÿ]++ (?:['’][a-z]++)?+ [.,;:!?"”)]*+ [ ] )*+""", re.VERBOSE
)
START = attrgetter("start")
COUNTED = 200_000  # pieces of text, about 20 megabytes


def spoken(text: str, said: Iterable[Span]) -> tuple[range, ...]:
    """The positions of the words that lie wholly inside one of these spans, those that overlap taken for one; in order.

    >>> spoken("“Oars,” he said, “and sails.”", [Span(0, 7), Span(17, 29)])
    (range(0, 1), range(3, 5))
    """
    found = [range(_begun(text, span.start), _ended(text, span.end)) for span in _apart(said)]
    return tuple(filter(None, found))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans, key=START):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return found


def _begun(text: str, at: int) -> int:
    """How many words begin before this offset."""
    if not at:
        return 0
    whole, piece, within = _cut(text, at)
    return whole + sum(term.where.start < within for term in analysed(piece))


def _ended(text: str, at: int) -> int:
    """How many words end before or at this offset."""
    whole, piece, within = _cut(text, at)
    return whole + sum(term.where.end <= within for term in analysed(piece))


def _cut(text: str, at: int) -> tuple[int, str, int]:
    """How many words are in the pieces before that which an offset cuts in two; this piece, "" for none; and where."""
    plain = PLAIN.match(text, 0, at).end()  # type: ignore[union-attr]  # it matches nothing, too
    words, pieces = text.count(" ", 0, plain), text[plain:at].split()
    if not pieces or text[at - 1].isspace() or at >= len(text) or text[at].isspace():
        return words + sum(map(_words_in, pieces)), "", 0
    begun = pieces.pop()
    return words + sum(map(_words_in, pieces)), begun + text[at:].split(maxsplit=1)[0], len(begun)


class _Counts(dict[str, int]):
    """How many words a piece between blanks has, kept, for pieces recur and an index asks for all of them."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= COUNTED:
            self.clear()
        self[piece] = count = sum(1 for word in WORD.findall(piece) if folded(word))
        return count


_words_in = _Counts().__getitem__
