"""Occasions: when and where words were spoken, as far as the clause that reports them says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from search.attribution.datings import DATING, day_of_speaking, named_days, without
from search.attribution.labels import TABLE
from search.attribution.venues import TELLING, venue_in

LONGEST = 1_000  # characters of a clause that are looked at: no clause that people write is longer

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TRIGGERS = DATING | TELLING
HYPHENS_OF_A_DATE = 2  # 2024-05-31

TABLE.refuse_others()  # all that it is asked for stands in the modules imported here


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where something was said: the day, None where the clause tells none; the venue as it calls it, or ""."""

    day: date | None = None
    venue: str = ""


NOTHING = Occasion()


def may_tell(words: Iterable[str]) -> bool:
    """Whether these words in small letters may name a day or a venue, so that `occasion` is worth asking."""
    return any(word in TRIGGERS or word[0].isdigit() for word in words)


def occasion(words: str, published: date | None) -> Occasion:
    """When and where, by the reporting clause (the sentence without the reported words) of an article of that day.

    >>> occasion("Lee said on Friday in an interview with CNN", date(2024, 6, 3))
    Occasion(day=datetime.date(2024, 5, 31), venue='interview with CNN')
    """
    words = words[:LONGEST]
    if TRIGGERS.isdisjoint(WORD.findall(words.lower())) and words.count("-") < HYPHENS_OF_A_DATE:
        return NOTHING  # as most clauses do
    text = " ".join(words.split())
    named = named_days(text, published)
    return Occasion(day_of_speaking(text, named), venue_in(without(text, named)))
