"""Suggesting: "did you mean", the same query with its misspelt words as they were probably meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.deadline import NO_DEADLINE, Deadline
from search.engine import Engine
from search.errors import QueryError
from search.model import Span
from search.query import Query
from search.results import Results
from search.suggesting.changes import Meant, changed, changes, trials
from search.suggesting.written import as_written

READ = 5  # paragraphs that show how a word is written


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query, where its words differ from what was typed, and how many paragraphs it finds, never none."""

    query: Query
    changed: tuple[Span, ...]
    total: int


def suggestion(query: Query, engine: Engine, deadline: Deadline = NO_DEADLINE) -> Suggestion | None:
    """What was probably meant where a word is misspelt; None where none is, or where no change finds anything.

    Nothing but words changes: everything chosen, the days and the order stay. Past the deadline nothing is found.
    """
    try:
        tree = query.tree
        for meant in trials(changes(query.words, engine, deadline)):
            other = query.with_words(changed(query.words, meant)[0])
            if not deadline.past and other.tree != tree and (results := engine.search(other)).total:
                return _suggested(query, meant, results)
    except QueryError:  # the query itself, or what would be too long or take too long
        return None
    return None


def _suggested(query: Query, meant: Sequence[Meant], results: Results) -> Suggestion:
    """What was tried and found this, its words with the accents that they have there."""
    hits = results.hits[:READ]
    words, spans = changed(query.words, [(where, as_written(word, hits)) for where, word in meant])
    if (other := query.with_words(words)).tree != results.query.tree:  # as small letters may be of some scripts
        words, spans = changed(query.words, meant)
        other = query.with_words(words)
    return Suggestion(other, spans, results.total)
