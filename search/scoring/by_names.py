"""Marks by name: who must be found in a paragraph and who may be, each in all spellings that are right."""

from typing import Annotated

import msgspec

from search.errors import ReadError
from search.model import Article
from search.scoring.marks import Expected, Gold, Marks
from search.scoring.names import full_name

# At least one, and none empty: nobody else can be found.
Names = Annotated[list[Annotated[str, msgspec.Meta(pattern=r"\S")]], msgspec.Meta(min_length=1)]


class ParagraphMarks(msgspec.Struct):
    """A paragraph: who must be found in it and who may be, each with all acceptable names."""

    n: int
    must: list[Names]
    may: list[list[str]] = msgspec.field(default_factory=list)


class ArticleMarks(msgspec.Struct):
    """An article, by the name of its file or by the id that its file's name begins with."""

    paragraphs: list[ParagraphMarks]
    file: str = ""
    id: str = ""


def gold_of_names(article: Article, marks: ArticleMarks) -> Gold:
    """The marks of an article; raises ReadError for a paragraph that it has not."""
    there = {paragraph.number for paragraph in article.paragraphs}
    for paragraph in marks.paragraphs:
        if paragraph.n not in there:
            raise ReadError(f"`n` is {paragraph.n}, and {article.source} has no such paragraph, only {_range(there)}")
    return Gold(article, {paragraph.n: _marks(paragraph) for paragraph in marks.paragraphs}, full_name)


def _marks(paragraph: ParagraphMarks) -> Marks:
    return Marks(
        tuple(Expected(_compared(names)) for names in paragraph.must),
        frozenset(full_name(name) for names in paragraph.may for name in names),
    )


def _compared(names: list[str]) -> frozenset[str]:
    return frozenset(map(full_name, names))


def _range(numbers: set[int]) -> str:
    return f"{min(numbers)} to {max(numbers)}" if numbers else "none"
