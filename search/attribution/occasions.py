"""Occasions: when and where words were spoken, as far as the clause that reports them says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from search.attribution.tokens import TOKEN
from search.attribution.venues import ANOTHER_DAY, TELLING, TO_COME, is_elsewhere, venue_in
from search.days import MONTHS, mentions
from search.tables import Table

LONGEST = 1_000  # characters of a clause that are looked at: no clause that people write is longer
MOST_DAYS = 5  # in one clause: what names more is a list

_table = Table(Path(__file__).parent / "occasions.toml")
WEEKDAYS = _table.entries("days", "weekdays")
NO_DAYS = "|".join(map(re.escape, _table.entries("days", "names")))

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What holds none of these tells neither day nor venue, and most clauses do not.
TRIGGERS = TELLING.union(
    MONTHS, (month[:3] for month in MONTHS), ("sept",), ("yesterday", "today", "tonight", "night"),
    ("morning", "afternoon", "evening"), (day.lower() for day in WEEKDAYS),
)  # fmt: skip
DAY = re.compile(
    rf"""
      \b(?:{NO_DAYS})\b                                                                       # Super Tuesday: no day
    | \b(?:(?P<lead>[Ll]ast|[Nn]ext)\ )?(?P<weekday>{"|".join(WEEKDAYS)})(?:['’]s)?(?!\w)       # last Tuesday night
      (?:\ (?:morning|afternoon|evening|night)\b)?
    | \b(?:yesterday|(?:(?<![^.,;:] )Yesterday)|[Ll]ast\ night)\b (?P<before>)                # yesterday
    | \b(?:today|tonight|(?:(?<![^.,;:] )Today)|[Tt]his\ (?:morning|afternoon|evening))\b (?P<now>)  # this morning
    """,
    re.VERBOSE,
)
LEAD = re.compile(r"(?:\b(?:on|dated|late|early|earlier) ){1,2}\Z", re.IGNORECASE)  # on   late on
DAY_BEFORE = timedelta(1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where something was said: the day, None where the clause tells none; the venue as it calls it, or ""."""

    day: date | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a day, None where it cannot be told which: their offsets, and whether they are a date."""

    start: int
    end: int
    day: date | None
    is_date: bool


NOTHING = Occasion()


def occasion(words: str, published: date | None) -> Occasion:
    """When and where, by the reporting clause (the sentence without the reported words) of an article of that day.

    >>> occasion("Lee said on Friday in an interview with CNN", date(2024, 6, 3))
    Occasion(day=datetime.date(2024, 5, 31), venue='interview with CNN')
    """
    words = words[:LONGEST]
    if TRIGGERS.isdisjoint(WORD.findall(words.lower())) and words.count("-") < len(("2024-", "05-")):
        return NOTHING
    text = " ".join(words.split())
    named = sorted(_named(text, published), key=lambda n: n.start)
    return Occasion(_day(text, named, published), venue_in(_without(text, named)))


def _named(text: str, published: date | None) -> Iterator[Named]:
    """The days that a text names: dates, and those that depend on when it was published."""
    for mention in islice(mentions(text), MOST_DAYS):
        years = (
            (mention.year,)
            if mention.year
            else (published.year + 1, published.year, published.year - 1)
            if published
            else ()
        )
        days = (day for year in years if (day := mention.in_year(year)))
        yield Named(mention.start, mention.end, next((d for d in days if not _is_to_come(d, published)), None), True)
    for found in islice(DAY.finditer(text), MOST_DAYS):
        if found.lastgroup:
            yield Named(*found.span(), _relative(found, published) if published else None, False)


def _relative(found: re.Match[str], published: date) -> date | None:
    """The day that "Friday", "last Friday", "yesterday", "today" stand for."""
    lead = (found["lead"] or "").lower()
    if lead == "next":
        return None
    if found["weekday"]:
        back = (published.weekday() - WEEKDAYS.index(found["weekday"])) % 7
        back = back or (7 if lead else 0)
    else:
        back = 0 if found["now"] is not None else 1
    return published - timedelta(back) if published - date.min >= timedelta(back) else None


def _is_to_come(day: date, published: date | None) -> bool:
    """Whether a day is after the one on which its article appeared; one more, for clocks differ."""
    return published is not None and day - published > timedelta(1)


def _day(text: str, named: list[Named], published: date | None) -> date | None:
    """The first day that is that of the speaking; of "Friday, May 31" the date counts."""
    told = [n for n in named if not _is_another(text, n)]
    if len(told) > 1 and told[1].is_date and told[1].start - told[0].end <= len(", "):
        return told[1].day
    return told[0].day if told else None


def _is_another(text: str, named: Named) -> bool:
    """Whether a day is not that of the speaking: `Lee, who was elected on Friday`, `on Friday, Lee will testify`."""
    before, after = TOKEN.findall(text[: named.start]), TOKEN.findall(text[named.end :].lstrip(" ,"))
    return is_elsewhere(reversed(before), ANOTHER_DAY) or is_elsewhere(after, TO_COME)


def _without(text: str, named: list[Named]) -> str:
    """The text without its days: "an interview on Friday with CNN" becomes "an interview with CNN"."""
    pieces, at = [], 0
    for one in named:
        pieces.append(LEAD.sub("", text[at : max(at, one.start)]))
        at = max(at, one.end)
    return " ".join("".join([*pieces, text[at:]]).split())
