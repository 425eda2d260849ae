"""Running heads: the line that stands on every page of a paper tells its name and the day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from search.days import mentions
from search.model import Article, Fact, Paragraph
from search.reading.mastheads import outlets_in


def with_running_heads(made: Article, path: str) -> Article:
    """The article with the day and the outlet that its running lines name; a day in the file's name counts more."""
    lines = [paragraph for paragraph in made.paragraphs if paragraph.kind == "boilerplate"]
    named = made.published.words == PurePath(path).name
    published = made.published if named else next(_days(lines), made.published)
    return replace(made, published=published, outlet=next(outlets_in(lines), made.outlet))


def _days(lines: Sequence[Paragraph]) -> Iterator[Fact[date]]:
    for line in lines:
        for found in mentions(line.text):
            if found.year and (day := found.in_year(found.year)):
                yield Fact(day, "inferred", line.text[found.start : found.end], line.number)
