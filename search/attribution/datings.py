"""Datings: the day that a reporting clause gives to the words: "said on Friday", "said on January 15"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from search.attribution.labels import TABLE
from search.attribution.tokens import TOKEN
from search.attribution.venues import ELSEWHERE, is_elsewhere
from search.days import MONTHS, Mention, mentions

MOST = 5  # days in one clause: what names more is a list
CLOCKS = timedelta(1)  # by so much clocks differ: what is later than the publication is no day of speaking
SOON = timedelta(60)  # "June 14" in an article of May is rather that of this year, still to come, than of the last

WEEKDAYS = TABLE.entries("days", "weekdays")
NO_DAYS = "|".join(map(re.escape, TABLE.entries("days", "names")))
PLANNED = TABLE.words("words", "to_come")
ANOTHER_DAY = ELSEWHERE | TABLE.words("words", "of_things")

# A clause that names a day holds one of these in small letters, or a date such as 2024-05-31.
NEAR_WORDS = ("yesterday", "today", "tonight", "night", "morning", "afternoon", "evening")
DATING = frozenset([*MONTHS, *(month[:3] for month in MONTHS), "sept", *map(str.lower, WEEKDAYS), *NEAR_WORDS])
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


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a day, None where it cannot be told which: their offsets, and whether they are a date."""

    start: int
    end: int
    day: date | None
    is_date: bool


def named_days(text: str, published: date | None) -> tuple[Named, ...]:
    """The days that a clause names, in order."""
    return tuple(sorted([*_dates(text, published), *_relative(text, published)], key=lambda n: n.start))


def day_of_speaking(text: str, named: Sequence[Named]) -> date | None:
    """The first of these days that is not another than that of the speaking; of "Friday, May 31" the date counts."""
    told = [n for n in named if not _is_another(text, n)]
    if len(told) > 1 and told[1].is_date and told[1].start - told[0].end <= len(", "):
        return told[1].day
    return told[0].day if told else None


def without(text: str, named: Iterable[Named]) -> str:
    """The text without these days: "an interview on Friday with CNN" becomes "an interview with CNN"."""
    pieces, at = [], 0
    for one in named:
        pieces.append(LEAD.sub("", text[at : max(at, one.start)]))
        at = max(at, one.end)
    return " ".join("".join([*pieces, text[at:]]).split())


def _dates(text: str, published: date | None) -> Iterator[Named]:
    """The dates that a clause names: "on January 15"."""
    for mention in islice(mentions(text), MOST):
        days = (day for year in _years(mention, published) if (day := mention.in_year(year)))
        known = (day for day in days if published is None or day - published <= (CLOCKS if mention.year else SOON))
        day = next(known, None)
        is_past = day and (published is None or day - published <= CLOCKS)
        yield Named(mention.start, mention.end, day if is_past else None, True)


def _years(mention: Mention, published: date | None) -> tuple[int, ...]:
    """The years that a date may be of, the latest first."""
    if mention.year:
        return (mention.year,)
    return (published.year + 1, published.year, published.year - 1) if published else ()


def _relative(text: str, published: date | None) -> Iterator[Named]:
    """The days that it names otherwise: "on Friday", "yesterday"."""
    for found in islice(DAY.finditer(text), MOST):
        if found.lastgroup:
            yield Named(*found.span(), _before(found, published) if published else None, False)


def _before(found: re.Match[str], published: date) -> date | None:
    """The day that "Friday", "last Friday", "yesterday", "today" stand for; None for "next Friday"."""
    lead, weekday = (found["lead"] or "").lower(), found["weekday"]
    back = 1 if found["before"] is not None else 0
    if weekday:
        back = (published.weekday() - WEEKDAYS.index(weekday)) % 7 or (7 if lead else 0)
    return None if lead == "next" or published - date.min < timedelta(back) else published - timedelta(back)


def _is_another(text: str, named: Named) -> bool:
    """Whether a day is not that of the speaking: `Lee, who was elected on Friday`, `on Friday, Lee will testify`."""
    before, after = TOKEN.findall(text[: named.start]), TOKEN.findall(text[named.end :].lstrip(" ,"))
    return is_elsewhere(reversed(before), ANOTHER_DAY) or is_elsewhere(after, PLANNED)
