"""Typed: a query as it was typed, piece by piece, each knowing where it stands and whether it is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from search.language.quotation import DOUBLE
from search.model import Span
from search.text import Term, terms

Kind = Literal["open", "close", "operator", "minus", "phrase", "word"]

PIECE = re.compile(
    r"""
      (?P<open>\() | (?P<close>\))
    | (?P<operator> (?:AND|OR|NOT|NEAR(?:/[^\s()"]*)?) (?![^\s()"]) )   # NEAR/5
    | (?P<minus> -(?=[^\s)\-]) )                                       # of -tolls
    | (?P<phrase> (?:[^\s()":]+:)? "[^"]*" )                           # "at present"   speaker:"Ann Lee"
    | (?P<word> [^\s()"]+ )                                            # tolls   speaker:Lee
    """,
    re.VERBOSE,
)
FIELD = re.compile(r"[^\W\d_]+:(?=\S)")  # speaker: before what it is about


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query; `excluded` is what stands behind a minus or NOT, or in parentheses that do."""

    kind: Kind
    text: str
    where: Span
    excluded: bool = False

    @property
    def words(self) -> tuple[Term, ...]:
        """The words that are looked for as they stand, placed in the query; none of an operator, bridg* or bridge~."""
        if self.kind not in ("phrase", "word") or (self.kind == "word" and set(self.text) & set("*~")):
            return ()
        field = FIELD.match(self.text)
        start = field.end() if field else 0
        return tuple(_moved(term, self.where.start + start) for term in terms(self.text[start:]))


def pieces(query: str) -> Iterator[Piece]:
    """The pieces of a query in order; spaces belong to none, and a quotation mark that is not closed is lost.

    >>> [(piece.kind, piece.text, piece.excluded) for piece in pieces('a AND -(b "c d")')][-3:]
    [('word', 'b', True), ('phrase', '"c d"', True), ('close', ')', False)]
    """
    excluded = behind = False  # what is left out, and what leaves out the next piece
    outer = [False]  # what leaves out all that stands in these parentheses
    for found in PIECE.finditer(query.translate(DOUBLE)):
        kind, text = cast(Kind, found.lastgroup), found[0]
        outer = outer[:-1] or [False] if kind == "close" else outer
        near = kind == "operator" and text.startswith("NEAR")  # which binds what follows to what stands before
        excluded = behind or outer[-1] or (near and excluded)
        outer = [*outer, excluded] if kind == "open" else outer
        yield Piece(kind, text, Span(*found.span()), excluded)
        behind = kind == "minus" or text == "NOT" or (near and excluded)


def _moved(term: Term, by: int) -> Term:
    return replace(term, where=Span(term.where.start + by, term.where.end + by))
