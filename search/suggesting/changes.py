"""Changes: what may be changed in the words of a query that are misspelt, and the query with that changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.deadline import Deadline
from search.engine import Engine
from search.model import Span
from search.suggesting.meant import joined, meanings
from search.suggesting.typed import pieces
from search.text import Term

TRIALS = 5  # ways to change one query that are tried
OPERATORS = frozenset(("and", "or", "not", "near"))  # words that in capitals are none

Meant = tuple[Span, str]  # where what was typed changes, and to what


@dataclass(frozen=True, slots=True)
class Change:
    """A place in what was typed, and the words that may have been meant there, the likeliest first."""

    where: Span
    meant: tuple[str, ...]


def changes(typed: str, engine: Engine, deadline: Deadline) -> list[Change]:
    """What may be changed in a query, in order."""
    sought = [word for piece in pieces(typed) if not piece.excluded for word in piece.words]
    joints = list(_joints(typed, sought, engine))
    taken = [joint.where for joint in joints]
    words = (word for word in sought if not deadline.past)
    alone = (Change(word.where, meanings(word, engine)) for word in words if not _in(word.where, taken))
    return sorted((*joints, *filter(_offers, alone)), key=lambda change: change.where.start)


def _joints(typed: str, words: Sequence[Term], engine: Engine) -> Iterator[Change]:
    """Where two words were typed that are one; no word is in two of them."""
    end = 0
    for first, second in pairwise(words):
        between = typed[first.where.end : second.where.start]
        if first.where.start >= end and between == " " and (word := joined(first, second, engine)):
            end = second.where.end
            yield Change(Span(first.where.start, end), (word,))


def _in(where: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= where.start < span.end for span in spans)


def _offers(change: Change) -> bool:
    return bool(change.meant)


def trials(found: Sequence[Change]) -> Iterator[list[Meant]]:
    """All changes at their likeliest, then with the next of each."""
    likeliest = [(change.where, change.meant[0]) for change in found]
    others = [(nth, number) for number, change in enumerate(found) for nth in range(1, len(change.meant))]
    if found:
        yield likeliest
    for nth, number in sorted(others)[: TRIALS - 1]:
        yield [*likeliest[:number], (found[number].where, found[number].meant[nth]), *likeliest[number + 1 :]]


def changed(typed: str, meant: Sequence[Meant]) -> tuple[str, tuple[Span, ...]]:
    """The new text, and the places of it that are new.

    >>> changed("Brigde tols", [(Span(0, 6), "bridge"), (Span(7, 11), "tolls")])
    ('Bridge tolls', (Span(start=0, end=6), Span(start=7, end=12)))
    """
    text, spans, at = "", [], 0
    for where, word in meant:
        text += typed[at : where.start]
        start, at = len(text), where.end
        text += _cased(word, where.of(typed))
        spans.append(Span(start, len(text)))
    return text + typed[at:], tuple(spans)


def _cased(word: str, typed: str) -> str:
    """
    >>> _cased("bridge", "BRIGDE"), _cased("bridge", "Brigde"), _cased("bridge", "brigde")
    ('BRIDGE', 'Bridge', 'bridge')
    """
    if typed.isupper():
        return word if OPERATORS & set(word.split()) else word.upper()
    return word[0].upper() + word[1:] if typed[0].isupper() else word
