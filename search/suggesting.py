"""Suggesting: "did you mean", the same query with its misspelt words as they were probably meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.deadline import NO_DEADLINE, Deadline
from search.engine import Engine
from search.errors import QueryError
from search.meant import joined, meanings
from search.model import Span
from search.query import Query
from search.typed import Piece, pieces

TRIALS = 5  # searches that are made for one that finds something
OPERATORS = frozenset(("and", "or", "not", "near"))  # words that in capitals are none


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query, where its words differ from what was typed, and how many paragraphs it finds, never none."""

    query: Query
    changed: tuple[Span, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Change:
    """A place in what was typed, and the words that may have been meant there, the likeliest first."""

    where: Span
    meant: tuple[str, ...]


def suggestion(query: Query, engine: Engine, deadline: Deadline = NO_DEADLINE) -> Suggestion | None:
    """What was probably meant where a word is misspelt; None where none is, or where no change finds anything.

    Nothing but words changes: everything chosen, the days and the order stay. Past the deadline nothing is found.
    """
    try:
        tree = query.tree
        changes = _changes(query.words, engine, deadline)
        for words, changed in _trials(query.words, changes):
            other = query.with_words(words)
            if not deadline.past and other.tree != tree and (total := engine.search(other).total):
                return Suggestion(other, changed, total)
    except QueryError:  # the query itself, or what would be too long or take too long
        return None
    return None


def _changes(typed: str, engine: Engine, deadline: Deadline) -> list[Change]:
    """What may be changed in a query, in order."""
    found = [piece for piece in pieces(typed) if not piece.excluded]
    joints = list(_joints(typed, found, engine))
    taken = [joint.where for joint in joints]
    words = (word for piece in found for word in piece.words if not deadline.past)
    alone = (Change(word.where, meanings(word, engine)) for word in words if not _in(word.where, taken))
    return sorted((*joints, *filter(_offers, alone)), key=lambda change: change.where.start)


def _joints(typed: str, found: Sequence[Piece], engine: Engine) -> Iterator[Change]:
    """Where two words were typed that are one; no word is in two of them."""
    end = 0
    words = [word for piece in found for word in piece.words]
    for first, second in pairwise(words):
        between = typed[first.where.end : second.where.start]
        if first.where.start >= end and between == " " and (word := joined(first, second, engine)):
            end = second.where.end
            yield Change(Span(first.where.start, end), (word,))


def _in(where: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= where.start < span.end for span in spans)


def _offers(change: Change) -> bool:
    return bool(change.meant)


def _trials(typed: str, changes: Sequence[Change]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """What was typed with all changes at their likeliest, then with the next of each; and where it differs."""
    likeliest = [(change.where, change.meant[0]) for change in changes]
    others = [(nth, number) for number, change in enumerate(changes) for nth in range(1, len(change.meant))]
    if changes:
        yield _changed(typed, likeliest)
    for nth, number in sorted(others)[: TRIALS - 1]:
        other = (changes[number].where, changes[number].meant[nth])
        yield _changed(typed, [*likeliest[:number], other, *likeliest[number + 1 :]])


def _changed(typed: str, changes: Sequence[tuple[Span, str]]) -> tuple[str, tuple[Span, ...]]:
    """The new text, and the places of it that are new.

    >>> _changed("Brigde tols", [(Span(0, 6), "bridge"), (Span(7, 11), "tolls")])
    ('Bridge tolls', (Span(start=0, end=6), Span(start=7, end=12)))
    """
    text, spans, at = "", [], 0
    for where, word in changes:
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
