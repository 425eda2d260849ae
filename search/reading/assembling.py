"""Assembling: a header and paragraphs become an article; what is not stated is worked out from the text."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath

from search.days import day_of
from search.errors import ReadError
from search.model import Article, Fact, Paragraph
from search.reading.bylines import authors_by_line
from search.reading.header import Header
from search.reading.kinds import MOST_PARAGRAPHS
from search.reading.mastheads import days_above, headline, lines_above, outlets_in
from search.reading.outlets import inferred_outlet
from search.reading.published import inferred_day
from search.reading.tongues import inferred_language

LONGEST_TITLE = 120  # characters


def article(id: str, header: Header, paragraphs: tuple[Paragraph, ...], *, path: str, raw: str) -> Article:
    """An article; raises ReadError where there are no paragraphs, or endlessly many."""
    if not paragraphs:
        raise ReadError(f"{path}: has no text; remove it or give it a text")
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise ReadError(f"{path}: has more than {MOST_PARAGRAPHS:,} paragraphs; split it")
    return Article(
        id=id,
        title=header.title if header.title.value else inferred_title(paragraphs),
        outlet=header.outlet if header.outlet.value else _outlet(paragraphs),
        published=header.published if header.published.value else _day(path, paragraphs),
        paragraphs=paragraphs,
        url=header.url,
        authors=header.authors or authors_by_line(paragraphs),
        source=path,
        raw=raw,
        notes=header.notes,
        language=header.language if header.language.value else inferred_language(paragraphs),
    )


def written(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as a plain text, for what has no text of its own that anybody would read."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def id_of(path: str) -> str:
    """The id of a file's article: its name without the suffix, in the letters of an address.

    >>> id_of("clippings/Day 9, later.txt")
    'Day-9-later'
    """
    return addressable(PurePath(path).stem) or "article"


def addressable(words: str) -> str:
    """Words in the letters of an address, "" where they have none.

    >>> addressable("tarn.example/2024:tolls")
    'tarn.example-2024-tolls'
    """
    return re.sub(r"[^\w.]+", "-", words).strip("-.")[:100]


def inferred_title(paragraphs: Sequence[Paragraph]) -> Fact[str]:
    """The heading that stands before the text, or else the text's first sentence."""
    first = headline(lines_above(paragraphs)) or _first(paragraphs)
    if first is None:
        return Fact()
    sentence = re.match(r".*?[.!?][\"”»’)]*(?=\s+[^a-z]|\s*$)|.*", " ".join(first.text.split()))
    words = sentence[0] if sentence and first.kind != "heading" else first.text
    return Fact(_shortened(words), "inferred", first.text[: len(words)], first.number)


def _first(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    return next((p for p in paragraphs if p.kind in {"heading", "body", "embed"}), None)


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_TITLE:
        return words
    whole = words[:LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:–—- ")
    return f"{whole or words[:LONGEST_TITLE]} …"


def _outlet(paragraphs: tuple[Paragraph, ...]) -> Fact[str]:
    """The outlet that a line above the text names, or else the one that the text gives away."""
    return next(outlets_in(lines_above(paragraphs)), None) or inferred_outlet(paragraphs)


def _day(path: str, paragraphs: tuple[Paragraph, ...]) -> Fact[date]:
    """The day in the file's name, 2024-05-31, or in a line above the text, or else the day that the text gives away."""
    name = PurePath(path).name
    if (found := re.match(r"\d{4}-\d\d-\d\d(?!\d)", name)) and (day := day_of(found[0])):
        return Fact(day, "inferred", name)
    return next(days_above(lines_above(paragraphs)), None) or inferred_day(paragraphs)
