"""Marks by statement: each has its place, its kind and its speaker, as in the JSON Lines that hold their own texts.

What counts as found is what published evaluations of quotation attribution count; see search.scoring.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from search.errors import ReadError
from search.model import Article, Span
from search.scoring.marks import Expected, Gold, Marks, Quotation
from search.scoring.names import is_pronoun, last_name
from search.scoring.spans import is_long, trimmed

TYPES = {"person_full": "person", "person_surname": "person", "org": "organisation", "role": "unnamed"}


class StatementLine(msgspec.Struct):
    """A statement. `core`: its cue is a verb of saying; `speech`: somebody speaks at all, be it praise or blame."""

    kind: Literal["direct", "indirect", "mixed"]
    start: int
    end: int
    segments: list[tuple[int, int]] | None = None
    speaker_span_text: str | None = None
    speaker_canonical: str | None = None
    speaker_type: str = ""
    speaker_para: int | None = None
    core: bool = True
    speech: bool = True
    group: str | int | None = None

    @property
    def names(self) -> frozenset[str]:
        """The compared names of its speaker; none for a pronoun that nobody resolved."""
        return frozenset(filter(None, map(last_name, (self.speaker_span_text or "", self.speaker_canonical or ""))))

    @property
    def by_pronoun(self) -> bool:
        return is_pronoun(self.speaker_span_text or "")

    @property
    def places(self) -> list[Span]:
        return [Span(start, end) for start, end in self.segments or [(self.start, self.end)]]


class ParagraphLine(msgspec.Struct):
    """A paragraph with its statements."""

    n: int
    text: str
    statements: list[StatementLine]
    role: str = ""


class ArticleLine(msgspec.Struct):
    """An article; what else its line says, the reader of articles reads."""

    paragraphs: list[ParagraphLine]


def gold_of_statements(article: Article, line: ArticleLine) -> Gold:
    """The marks of an article; raises ReadError for a statement that stands nowhere."""
    introduced = _introduced(line)
    return Gold(
        article,
        {p.n: _marks(p, introduced.get(p.n, frozenset())) for p in line.paragraphs if p.role != "title"},
        last_name,
    )


def _introduced(line: ArticleLine) -> dict[int, frozenset[str]]:
    """Whom a paragraph names as the speaker of words in another: `Lee added:`"""
    found: dict[int, frozenset[str]] = {}
    for paragraph in line.paragraphs:
        for one in paragraph.statements:
            if one.speaker_para not in (None, paragraph.n):
                found[one.speaker_para] = found.get(one.speaker_para, frozenset()) | one.names
    return found


def _marks(paragraph: ParagraphLine, introduced: frozenset[str]) -> Marks:
    spoken = [one for one in paragraph.statements if one.speaker_span_text]
    said, thought = [one for one in spoken if one.core], [one for one in spoken if not one.core]
    quotations, others = _places(paragraph)
    return Marks(
        expected=tuple(_expected(said)),
        neutral=introduced.union(*(one.names for one in thought)),
        excused=len({one.group for one in said if not one.names}),
        quotations=tuple(quotations),
        others=tuple(others),
    )


def _expected(said: Iterable[StatementLine]) -> Iterator[Expected]:
    """The speakers of statements, those who share a name being one."""
    groups: list[tuple[frozenset[str], list[StatementLine]]] = []
    for one in said:
        if one.names:
            same = [group for group in groups if group[0] & one.names]
            joined = (one.names.union(*(g[0] for g in same)), [one, *(other for g in same for other in g[1])])
            groups = [group for group in groups if group not in same] + [joined]
    for names, statements in groups:
        named = next((one for one in statements if not one.by_pronoun), None)
        type = TYPES.get(named.speaker_type, named.speaker_type) if named else "pronoun"
        yield Expected(names, frozenset(one.kind for one in statements), type)


def _places(paragraph: ParagraphLine) -> tuple[list[Quotation], list[Span]]:
    """The direct quotations of several words, and where other statements stand."""
    quotations: list[Quotation] = []
    others: list[Span] = []
    for one in paragraph.statements:
        for where in one.places:
            if not 0 <= where.start < where.end <= len(paragraph.text):
                raise ReadError(
                    f"paragraph {paragraph.n}: `start` {where.start} and `end` {where.end} of a statement are no place"
                    f" in its text, which has {len(paragraph.text)} characters"
                )
            place = trimmed(where, paragraph.text)
            if one.kind == "direct" and one.speech and is_long(place, paragraph.text):
                quotations.append(Quotation(place, one.names))
            else:
                others.append(place)
    return quotations, others
