"""Mastheads: the short lines above a text, which tell the day and the name of the paper that it was cut from."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from search.model import Fact, Paragraph
from search.reading.bylines import is_byline, without_byline
from search.reading.outlets import NAME
from search.reading.written import days_in

LONGEST = 80  # characters of such a line
OPENING = 8  # paragraphs, among which they stand
MOST_WORDS = 5  # beside a day, all of them with a capital: Tarn, Thursday; Final Edition
SENTENCE = re.compile(r"[.!?…:;,][\"”»’)]*$")
SMALL = re.compile(r"(?i)published|posted|updated|dated?|issued|at|on|\W*")
# The Tarn Courier, 31 May 2024; an abbreviation alone may be anybody's
NAMED = re.compile(rf"(?![A-Z]{{2,5}}\b){NAME}(?=\W*(?:\d|\Z|[,|•·–—(-]))")

NAME_ALONE = re.compile(rf"{NAME}(?:\s*\([^()]*\))?")  # The Tarn Courier (UK)


def lines_above(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs above the text: short ones that end like no sentence."""
    return list(takewhile(_is_short, paragraphs[:OPENING]))


def days_above(lines: Sequence[Paragraph]) -> Iterator[Fact[date]]:
    """The days that such lines are about: little else stands beside them."""
    for paragraph in lines:
        for line in _lines(paragraph):
            for found in days_in(line):
                beside = (line[: found.start] + line[found.end :]).split()
                if len(beside) <= MOST_WORDS and all(w[:1].isupper() or SMALL.fullmatch(w) for w in beside):
                    yield Fact(found.day, "inferred", line[found.start : found.end], paragraph.number)


def outlets_in(lines: Sequence[Paragraph]) -> Iterator[Fact[str]]:
    """The outlets with whose names such lines begin."""
    for paragraph in lines:
        for found in filter(None, map(NAMED.match, _lines(paragraph))):
            yield Fact(found["name"], "inferred", found["name"], paragraph.number)


def headline(lines: Sequence[Paragraph]) -> Paragraph | None:
    """The first heading among such lines that is no name of a paper, no day and no byline."""
    headings = (line for line in lines if line.kind == "heading" and not is_byline(line.text))
    return next((p for p in headings if not next(days_above([p]), None) and not NAME_ALONE.fullmatch(p.text)), None)


def _lines(paragraph: Paragraph) -> Iterator[str]:
    return map(without_byline, paragraph.text.split("\n"))


def _is_short(paragraph: Paragraph) -> bool:
    lines = paragraph.text.split("\n")
    return all(len(line) <= LONGEST and not SENTENCE.search(line) for line in lines)
