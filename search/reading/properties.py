"""Properties: what a document states of itself apart from its text, and how much of it is to be believed.

Its title is stated, unless it is a leftover of the program that made it. Who made the file, and on what day, is weak:
it may be a copy, or a template. Both are taken only where nothing else tells, and the day as inferred.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from search.days import day_of
from search.model import Article, Fact
from search.reading.header import Header
from search.reading.normalising import line_of

LEFTOVER = re.compile(
    r"""(?ix) microsoft\ word .* | \W*untitled.* | \W*anonymous\W* | unknown | (?:new\ )? document \s* \d*
        | dokument \s* \d* | title | \W*\d*\W* | (?-i: [a-z\d_.-]+ )
        | .*\.(?: docx? | odt | rtf | indd | qxp | qxd | pdf | pages | tex | dvi | html? | txt | pmd )"""
)
NOBODY = re.compile(
    r"(?i)\W*(?:(?:microsoft )?office[- ]?user|microsoft|admin(?:istrator)?|user|author|unknown|owner|pc|root|guest"
    r"|anonymous|python-docx|windows user|.*[/\\@].*|\W*\d*)\W*"
)
LONGEST = 300  # characters of a title
NO_DAYS = frozenset({date(2013, 12, 23)})  # that of the empty file with which python-docx begins each of its own
EARLIEST = date(1985, 1, 1)  # no program that makes documents is older; a clock that was never set is
PDF_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Properties:
    """The title and authors that a document gives, the day on which it was made, and its file's name."""

    title: str
    authors: str
    created: date | None
    path: str

    def header(self) -> Header:
        """What of it is a statement."""
        title = line_of(self.title)
        leftover = LEFTOVER.fullmatch(title) or title == PurePath(self.path).stem or len(title) > LONGEST
        return Header(title=Fact() if leftover or not title else Fact(title, "stated"))


def people(written: str) -> tuple[str, ...]:
    """The names in a line of authors, without those that only a computer has.

    >>> people("Ann Lee; Bob Ray and Office User")
    ('Ann Lee', 'Bob Ray')
    """
    names = (line_of(name) for name in re.split(r";| and | & |, (?=\S+ )", written))
    return tuple(name for name in names if name and len(name) < 100 and not NOBODY.fullmatch(name))


def completed(article: Article, properties: Properties) -> Article:
    """The article with the day on which its file was made, and by whom, where nothing else tells when and by whom."""
    made = replace(article, authors=article.authors or people(properties.authors))
    day = properties.created
    if article.published.value or not day or day < EARLIEST or day in NO_DAYS:
        return made
    return replace(made, published=Fact(day, "inferred", f"the file was made on {day}"))


def iso_day(text: str) -> date | None:
    """
    >>> iso_day("2024-05-31T10:00:00Z")
    datetime.date(2024, 5, 31)
    """
    return day_of(text.strip()[:10])


def pdf_day(text: str) -> date | None:
    """
    >>> pdf_day("D:20240531100000Z")
    datetime.date(2024, 5, 31)
    """
    found = PDF_DAY.match(text)
    return day_of("-".join(found.groups())) if found else None
