"""Shown: the day that a page shows as its article's: the one that stands in full nearest to the headline."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from search.model import Fact
from search.reading.html.lines import LONGEST, Line, lines_of
from search.reading.html.moments import moment_of
from search.reading.html.page import Page
from search.reading.html.titles import says
from search.reading.written import days_in

CHANGES = re.compile(r"(?i)updat|modif|edited|aktuali|обновл|actualiz|atualiz|mis à jour|更新|수정|maj\b")
OTHERS = re.compile(r"(?i)relat|recommend|sidebar|popular|most|trending|comment|teaser|header|footer|masthead")
FARTHEST = 25  # lines from the headline; those above it count twice, for there the site shows what day it is
LATER = 12  # lines, by which a day of changes is farther off
BESIDE = 10  # characters beside a day, which put it farther off by a line: they may tell of something else
LONGEST_TITLE = 300  # characters
WIDTH = 25  # characters before a day, as evidence


class Shown(NamedTuple):
    """A day that a page shows, how far from its headline, and with which words."""

    far: float
    day: date
    words: str


def shown_day(page: Page, headline: str, language: str) -> Fact[date]:
    """The day nearest to the headline, else the only one that is called a date; unknown where neither is there."""
    lines = list(lines_of(page.tree)) if headline else []
    at = _place(headline, lines)
    best = min(_near(lines, at, language), default=None) if at is not None else None
    best = best or _only(lines[at or 0 :], language)
    return Fact(best.day, "inferred", best.words) if best else Fact()


def _near(lines: list[Line], at: int, language: str) -> Iterator[Shown]:
    """The days around a place."""
    start = max(0, at - FARTHEST)
    for n, line in enumerate(lines[start : at + FARTHEST + 1], start):
        yield from (each for each in _days(line, n - at, language) if each.far <= FARTHEST)


def _only(lines: list[Line], language: str) -> Shown | None:
    """The day of all lines that are called dates and stand with the article, if they show one and not of changes."""
    called = [each for line in lines if line.called and not _is_others(line) for each in _days(line, 0, language)]
    return called[0] if len({each.day for each in called}) == 1 and called[0].far < LATER else None


def _place(headline: str, lines: list[Line]) -> int | None:
    """The place of the line that is the headline: a heading that says it, else any line, else the first heading."""
    if not headline:
        return None
    places = [n for n, line in enumerate(lines) if len(line.text) <= LONGEST_TITLE and says(line.text, headline)]
    heads = [n for n, line in enumerate(lines) if line.element.tag == "h1"]
    return next(iter([n for n in places if lines[n].element.tag == "h1"] or places or heads), None)


def _days(line: Line, away: int, language: str) -> Iterator[Shown]:
    """The days of a line that is so many lines away from the headline."""
    named = days_in(line.text, language) if len(line.text) <= 3 * LONGEST else []
    beside = len(line.text) - sum(each.end - each.start for each in named)
    if beside > LONGEST:
        return
    far = (away if away >= 0 else -2 * away) + (0 if line.called else beside / BESIDE)
    end = 0
    for each in named:
        changed = CHANGES.search(line.text[end : each.start] + line.called)
        yield Shown(far + (LATER if changed else 0), each.day, line.text[max(0, each.start - WIDTH) : each.end])
        end = each.end
    if not named and line.told and (moment := moment_of(line.told[:LONGEST])):
        yield Shown(far, moment.day, line.told[:LONGEST])


def _is_others(line: Line) -> bool:
    """Whether a line stands where pages have other articles, comments or the site's own name."""
    around = line.element.iterancestors("div", "section", "aside", "ul", "ol", "header", "footer")
    return any(OTHERS.search(f"{each.tag} {each.get('class') or ''} {each.get('id') or ''}") for each in around)
