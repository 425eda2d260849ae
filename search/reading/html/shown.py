"""Shown: whether a page shows a day in full, and with which words; a day that it shows nowhere is a guess."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date

from lxml.etree import strip_elements
from lxml.html import HtmlElement

WIDTH = 25  # characters on either side of a day, as evidence
TOLD = frozenset({"datetime", "title", "content", "data-date", "data-time", "data-timestamp", "data-published", "alt"})
SHORT_SCRIPT = 200  # characters: it may write the day of the article, and holds no settings of the site
# Where a page shows the day of the reader's visit, or days of other articles.
ELSEWHERE = re.compile(
    r"(?i)(?:^|[\s_-])(?:today\w*|masthead\w*|(?:top|nav)-?bar|header-?date|(?:current|now|live)-?(?:date|time)|clock|weather"
    r"|related\w*|recommend\w*|sidebar|most-?(?:read|popular)|trending|copyright|comments?)(?:$|[\s_-])"
)

DATES = re.compile(r"(?i)date|time|publi|posted|datum|fecha")
CHANGES = re.compile(r"(?i)updat|modif|edited|aktuali|обновл|actualiz|atualiz|mis à jour|更新|수정|kolofon|duration")
LONGEST = 60  # characters of a text that is a date and little more
KEPT = frozenset({"body", "main", "article"})  # whatever their classes say


def seen(tree: HtmlElement) -> HtmlElement:
    """A copy of a page's tree with what a reader sees of the article and around it."""
    seen = deepcopy(tree)
    strip_elements(seen, "meta", "link", "noscript", "nav", "select", "img", "iframe", with_tail=False)
    for element in list(seen.iter("*")):
        if (
            element.getparent() is not None
            and element.tag not in {"body", "main", "article"}
            and _is_elsewhere(element)
        ):
            element.drop_tree()
    return seen


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element tells of something else than when the article was published."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag == "script":
        return len(element.text or "") > SHORT_SCRIPT or "json" in (element.get("type") or "")
    return bool(ELSEWHERE.search(named)) or (bool(CHANGES.search(named)) and len(element.text_content()) <= LONGEST)


def times_in(tree: HtmlElement) -> Iterator[str]:
    """The short texts of the elements that are called dates or times, in order, but for those of changes."""
    for element in tree.iter("time", "span", "div", "p", "small", "abbr", "li", "td", "dd"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (element.tag == "time" or DATES.search(named)) and not CHANGES.search(named):
            text = " ".join("".join(element.itertext()).split())
            if len(text) <= LONGEST and not CHANGES.search(text):
                yield element.get("datetime") or text


def words_showing(day: date, text: str) -> str:
    """The words around the first place of a text that names a day in full, "" where none does.

    >>> words_showing(date(2020, 1, 18), "By Odd Ruun | January 18, 2020"), words_showing(date(2020, 1, 1), "© 2020")
    ('By Odd Ruun | January 18, 2020', '')
    """
    found = _pattern(day).search(text)
    if found is None:
        return ""
    words = text[max(0, found.start() - WIDTH) : found.end()]
    return " ".join((words.partition(" ")[2] if found.start() > WIDTH else words).split())


def texts_of(tree: HtmlElement) -> str:
    """What a page shows, and what its elements tell in attributes, in order."""
    found: list[str] = []
    for element in tree.iter("*"):
        found += [value for name, value in element.attrib.items() if name in TOLD]
        if element.text:
            found.append(element.text)
        if element.tail:
            found.append(element.tail)
    return " ".join(" ".join(found).split())


def _pattern(day: date) -> re.Pattern[str]:
    """What may name a day: 2020-01-18, 18.1.20, 01/18/2020, 18 January 2020, January 18, 2020, 2020 m. sausio 18 d."""
    y, m, d = f"(?:{day.year}|'?{day.year % 100:02})", f"0?{day.month}", f"0?{day.day}"
    apart = r"\s?[-/.年月]\s?"
    return re.compile(
        rf"(?<!\d)(?:{day.year}{apart}{m}{apart}{d}|{d}\s?[-/.]\s?{m}\s?[-/.]\s?{y}|{m}/{d}/{y}|{day:%Y%m%d}"
        rf"|{d}(?:st|nd|rd|th|º|ª)?[^\d/]{{1,20}}{day.year}|{day.year}[^\d/©]{{2,20}}{d})(?!\d)"
    )
