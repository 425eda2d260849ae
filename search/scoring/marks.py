"""Marks: what people have marked in an article as right, whichever form they wrote it in. Values only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from search.model import Article, Span


@dataclass(frozen=True, slots=True)
class Expected:
    """A speaker who must be found: the compared names, the kinds of the statements, the kind of speaker."""

    names: frozenset[str]
    kinds: frozenset[str] = frozenset()
    type: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation of several words, and the compared names of its speaker; none if it is not known."""

    where: Span
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a paragraph.

    `neutral` are names that may be given or not. `excused` is how many more may be given: speakers of whom the marks
    know only a pronoun. `others` are the places of statements that are no direct quotations.
    """

    expected: tuple[Expected, ...]
    neutral: frozenset[str] = frozenset()
    excused: int = 0
    quotations: tuple[Quotation, ...] = ()
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """An article as read, and its marks by the number of the paragraph. Names are compared as `compared` makes them."""

    article: Article
    marks: Mapping[int, Marks]
    compared: Callable[[str], str]
