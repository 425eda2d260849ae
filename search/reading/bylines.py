"""Bylines: who wrote an article, by the line that says so above its text, or by the credit below it."""

import re
from collections.abc import Iterator, Sequence

from search.model import Paragraph

ABOVE = 8  # paragraphs, among which a byline stands
BELOW = 4  # paragraphs, among which a credit stands
LONGEST = 200  # characters
_linked = r"(?:\s+(?:van|von|de|der|den|la|le|di|da|dos|al|el|bin|ter|ten))*"
_name = rf"(?!The\b)[^\W\d_a-z][\w.’'-]*(?:{_linked}\s+[^\W\d_a-z][\w.’'-]*){{1,3}}"
_and = r"\s+(?:and|&|und|et|y|e|en|och|og)\s+"
_names = rf"(?P<names>(?:{_name},\s+)*{_name}{_and}{_name}|{_name})"  # a list has an "and", or else a title follows

# By Ann Lee and Bob Ray, political editors; BYLINE: Ann Lee; Von Ann Lee in Tarn
BYLINE = re.compile(
    rf"(?:(?i:by|von|par|por|door|av)|(?i:byline|author|autor|words)\s*:)\s+{_names}(?:\s*[,|•·–—(-].*|\s+in\s.*)?"
)
# (Reporting by Ann Lee; editing by Bob Ray)
CREDIT = re.compile(rf"\((?:Additional r|R)eporting by {_names}(?:\s+in\s[^;()]*)?(?:;.*)?\)")


def authors_by_line(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The names in the byline, or else in the credit; none where there is no such line.

    >>> authors_by_line([Paragraph(1, "heading", "By ANN LEE and Bob van der Ray, The Tarn Courier")])
    ('Ann Lee', 'Bob van der Ray')
    """
    above = (found for p in paragraphs[:ABOVE] for found in map(BYLINE.fullmatch, _lines(p)) if found)
    below = (found for p in paragraphs[-BELOW:] if (found := CREDIT.fullmatch(p.text[:LONGEST])))
    found = next(above, None) or next(below, None)
    names = re.split(rf",\s+|{_and}", found["names"]) if found else ()
    return tuple(name.title() if name.isupper() else name for name in names)


def is_byline(text: str) -> bool:
    """Whether a text is nothing but a byline."""
    return bool(BYLINE.fullmatch(text[: LONGEST + 1]))


def without_byline(line: str) -> str:
    """What stands behind the names in a byline; any other line as it is.

    >>> without_byline("By Ann Lee, The Courier"), without_byline("The Courier")
    ('The Courier', 'The Courier')
    """
    found = BYLINE.fullmatch(line[: LONGEST + 1])
    return line[found.end("names") :].lstrip(" ,|•·–—") if found else line


def _lines(paragraph: Paragraph) -> Iterator[str]:
    return (line.strip() for line in paragraph.text.split("\n") if len(line) <= LONGEST)
