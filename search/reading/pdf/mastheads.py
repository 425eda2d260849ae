"""Mastheads: the head of a paper and its running heads tell its name and the day, and the largest letters the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from search.days import mentions
from search.model import Article, Fact, Paragraph
from search.reading.normalising import line_of
from search.reading.outlets import NAME
from search.reading.pdf.paragraphs import Piece

LONGEST = 80  # characters of a dateline
OPENING = 8  # paragraphs, among which the head of a paper stands
FEWEST_WORDS = 3  # of a title
NEARLY = 0.6  # of the largest letters: a headline of more words in such ones is the title rather than a paper's name
# The Tarn Courier, 31 May 2024; an abbreviation alone may be anybody's
NAMED = re.compile(rf"(?![A-Z]{{2,5}}\b){NAME}(?=\W*(?:\d|\Z|[,|•·–—-]))")


def with_masthead(made: Article, path: str) -> Article:
    """The article with the day and the outlet that such a line names; the day in the file's name counts before it."""
    lines = [paragraph for paragraph in made.paragraphs if _is_masthead(paragraph)]
    day = next(_days(lines), made.published)
    published = made.published if made.published.words == PurePath(path).name else day
    return replace(made, published=published, outlet=next(_outlets(lines), made.outlet))


def largest(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], page: str) -> Fact[str]:
    """The heading of a page in the largest letters, a longer one before the name of a paper, which is short."""
    headings = [
        p for p in pieces if p.kind == "heading" and len(p.text.split()) >= FEWEST_WORDS and p.text[:20] in page
    ]
    if not headings:
        return Fact()
    height = max(piece.height for piece in headings)
    longer = [p for p in headings if len(p.text.split()) > FEWEST_WORDS and p.height >= NEARLY * height]
    text = line_of(max(longer or headings, key=lambda piece: piece.height).text)
    return Fact(text, "inferred", text, next((p.number for p in paragraphs if p.text == text), None))


def _is_masthead(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the head of a paper: a running line, or a short one near the top."""
    short = len(paragraph.text) <= LONGEST and paragraph.number <= OPENING
    return paragraph.kind == "boilerplate" or (paragraph.kind in {"heading", "caption"} and short)


def _days(lines: Sequence[Paragraph]) -> Iterator[Fact[date]]:
    for line in lines:
        for found in mentions(line.text):
            if found.year and (day := found.in_year(found.year)):
                yield Fact(day, "inferred", line.text[found.start : found.end], line.number)


def _outlets(lines: Sequence[Paragraph]) -> Iterator[Fact[str]]:
    for line in lines:
        if found := NAMED.match(line.text):
            yield Fact(found["name"], "inferred", found["name"], line.number)
