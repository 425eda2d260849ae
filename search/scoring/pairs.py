"""Pairs: the speakers given for a paragraph held against those who are marked in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from search.model import Paragraph
from search.scoring.figures import Tally
from search.scoring.marks import Gold, Marks
from search.scoring.names import alike

ALL = "all"  # the row of all pairs; others are of a kind of statement or of speaker

Rows = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Given:
    """A speaker given for a paragraph: the compared name and the rows it counts in, as kind of statement or speaker."""

    name: str
    labels: frozenset[str]


def pairs(paragraph: Paragraph, marks: Marks, gold: Gold) -> Iterator[tuple[str, Tally]]:
    """What counts in which row. A pair of several kinds of statement counts in the row of each."""
    given = _given(paragraph, gold)
    for expected in marks.expected:
        found = int(any(_one_of(one.name, expected.names) for one in given))
        for label in {*expected.kinds, expected.type, ALL} - {""}:
            yield label, Tally(expected=1, found=found, right=found if label == ALL else 0)
    named = frozenset[str]().union(*(expected.names for expected in marks.expected))
    right = [one for one in given if _one_of(one.name, named)]
    wrong = [one for one in given if one not in right and not _one_of(one.name, marks.neutral)][marks.excused :]
    yield ALL, Tally(given=len(given))
    yield from ((label, Tally(right=1)) for one in right for label in one.labels)
    yield from ((label, Tally(wrong=1)) for one in wrong for label in {*one.labels, ALL})


def summed(counted: Iterable[tuple[str, Tally]]) -> Rows:
    """The rows, each summed up."""
    rows: dict[str, Tally] = {ALL: Tally()}
    for label, tally in counted:
        rows[label] = rows.get(label, Tally()) + tally
    return rows


def _given(paragraph: Paragraph, gold: Gold) -> list[Given]:
    """Those who speak in a paragraph, each once, without those whom a pronoun names."""
    labels: dict[str, set[str]] = {}
    for statement in paragraph.statements:
        if statement.speaker and (name := gold.compared(statement.speaker.name)):
            labels.setdefault(name, set()).update((statement.kind, statement.speaker.kind))
    return [Given(name, frozenset(of)) for name, of in labels.items()]


def _one_of(name: str, names: frozenset[str]) -> bool:
    return any(alike(name, one) for one in names)
