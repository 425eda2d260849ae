"""Lines: a page as a reader sees it, line by line; what is called a date is a line of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from search.reading.html.spacing import INLINE
from search.reading.normalising import line_of

SILENT = frozenset("head script style noscript template nav select button iframe blockquote".split())
DATES = re.compile(r"(?i)date|time|publi|posted|datum|fecha")
TELLING = ("datetime", "title", "content")  # attributes that have the day of what is shown as "yesterday"
LONGEST = 60  # characters of what is called a date
SHORT_SCRIPT = 200  # characters: it may write the day into the page


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown; `called` are the names of its element where they are a date's, `told` is its attribute."""

    text: str
    element: HtmlElement
    called: str = ""
    told: str = ""


def lines_of(tree: HtmlElement) -> Iterator[Line]:
    """The lines of a page, in order."""
    pieces: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        dated = _dated(element) if event == "start" else None
        if dated or element.tag not in INLINE:
            if text := line_of(" ".join(pieces)):
                yield Line(text, element)
            pieces.clear()
        if dated:
            yield dated
        if event == "end":
            pieces.append(element.tail or "")
        elif element.tag == "script" and len(element.text or "") <= SHORT_SCRIPT:
            pieces.append(element.text or "")
        elif dated or element.tag in SILENT:
            walk.skip_subtree()
        else:
            pieces.append(element.text or "")


def _dated(element: HtmlElement) -> Line | None:
    """The line of an element that is called a date or time and is short; None of any other."""
    called = f"{element.tag} {element.get('class') or ''} {element.get('id') or ''}"
    if not DATES.search(called) or element.tag in SILENT:
        return None
    text = ""
    for piece in element.itertext():
        text = f"{text} {piece}"
        if len(text.split(maxsplit=LONGEST)) > LONGEST // 2 or len(text) > 20 * LONGEST:
            return None
    told = next((told for name in TELLING if (told := element.get(name))), "")
    text = line_of(text)
    return Line(text, element, called, told) if (text or told) and len(text) <= LONGEST else None
