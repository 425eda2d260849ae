"""Spans: the statements found in a paragraph held against its direct quotations."""

from collections.abc import Sequence

from search.model import Paragraph, Span, Statement
from search.scoring.figures import Quoted
from search.scoring.marks import Gold, Marks, Quotation

FEWEST_WORDS = 4  # of a direct quotation; fewer may be a nickname or a title in marks
AROUND = " \n\t,.;:()[]—–-\"'“”‘’"  # what may be counted to a quotation or not
ENOUGH = 0.5  # of the letters that either holds both must hold


def quoted(paragraph: Paragraph, marks: Marks, gold: Gold) -> Quoted:
    """Each quotation is found by the statement that covers it best, and no statement finds two."""
    left = [(trimmed(statement.where, paragraph.text), statement) for statement in paragraph.statements]
    total = Quoted()
    for quotation in marks.quotations:
        best = max(left, key=lambda one: overlap(one[0], quotation.where), default=None)
        if best and overlap(best[0], quotation.where) >= ENOUGH:
            left.remove(best)
            total += _found(quotation, best[1], gold)
        else:
            total += Quoted(expected=1, voiced=int(bool(quotation.names)))
    taken = [*marks.others, *(quotation.where for quotation in marks.quotations)]
    return total + Quoted(wrong=sum(_is_wrong(where, paragraph.text, taken) for where, _ in left))


def overlap(one: Span, other: Span) -> float:
    """What two places share, of what they cover together.

    >>> overlap(Span(0, 4), Span(2, 6)), overlap(Span(0, 2), Span(3, 5))
    (0.3333333333333333, 0.0)
    """
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


def trimmed(where: Span, text: str) -> Span:
    """A place without the marks around its words.

    >>> trimmed(Span(0, 5), "“No,” he said")
    Span(start=1, end=3)
    """
    words = where.of(text)
    inside = words.lstrip(AROUND)
    start = where.start + len(words) - len(inside)
    return Span(start, start + len(inside.rstrip(AROUND)))


def is_long(where: Span, text: str) -> bool:
    """Whether a quotation is one of several words."""
    return len(where.of(text).split()) >= FEWEST_WORDS


def _found(quotation: Quotation, statement: Statement, gold: Gold) -> Quoted:
    name = gold.compared(statement.speaker.name) if statement.speaker else ""
    return Quoted(expected=1, found=1, voiced=int(bool(quotation.names)), right=int(name in quotation.names))


def _is_wrong(where: Span, text: str, taken: Sequence[Span]) -> bool:
    """Whether there is no statement where one was found; a few words in marks do not count."""
    return is_long(where, text) and not any(overlap(where, one) for one in taken)
