"""Published: the day an article is from, where it states none: the latest day that its text itself can have seen.

The text gives a lower bound, and news is printed on or soon after the last day it reports. Days still to come ("until
March 5", "will meet on March 5") and days long gone (in footnotes, "the law of March 5, 2004") do not count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from search.days import Mention, mentions
from search.model import Fact, Paragraph

OPENING = 3  # paragraphs, in which news says when it happened
MOST_MENTIONS = 100  # in one paragraph: what has more is a calendar
RECENT = 31  # days: a full date in running text is of now only if the text has another day so near to it
SENTENCE = 500  # characters before and after a day: further off stands nothing that is said of it
SEASON = 183  # days: a day without a year is within half a year of the article

NOT_NOW = re.compile(
    r"""(?ix)
      \b(?: until | till | by | before | since | from | dated | through | ahead\ of | no\ later\ than | starting
          | beginning
          | effective | due | scheduled\ for | planned\ for | set\ for | born | founded
          | (?: law | decree | decision | act | treaty | resolution | agreement | ruling | order | court )\ of
        ) (?:\ on)? (?:\ \w+day)? \W*$
    | \b(?: will | shall | would | is\ to | are\ to | to\ be | scheduled | planned | next | tomorrow | upcoming )\b
      [^.!?]*$
    """
)
# A sentence of running text without a past form reports nothing: "The council votes on 3 June".
PAST = re.compile(
    r"(?i)\b(?:\w{2,}ed|was|were|had|did|said|told|took|gave|went|came|began|made|met|held|left|saw|wrote|spoke|fell|rose|won"
    r"|lost|became|found|kept|got|broke|sent|struck|shot|fought|brought|drew|grew|led|ran|sat|stood|paid|cut|hit|set|put"
    r"|bought|sold|sank|drove|flew|threw|heard|caught)\b"
)
SENTENCE_END = re.compile(r"[.!?][\"”»]?\s+(?=[A-Z“\"«])")


@dataclass(frozen=True, slots=True)
class Clue:
    """A day that a paragraph names, and whether the place alone says that it is of now."""

    mention: Mention
    paragraph: Paragraph
    strong: bool

    @property
    def words(self) -> str:
        """The words that name it."""
        return self.paragraph.text[self.mention.start : self.mention.end]


def inferred_day(paragraphs: Iterable[Paragraph]) -> Fact[date]:
    """The latest day that the text can have seen, and the words it rests on; unknown where no year can be told."""
    clues = [clue for paragraph in paragraphs for clue in _clues(paragraph)]
    anchor = _anchor(clues)
    if anchor is None:
        return Fact()
    days = [
        (day, c) for c in clues if (day := c.mention.nearest(anchor)) and (c.strong or _near(day, anchor, c.mention))
    ]
    day, clue = max(days, key=lambda pair: pair[0])
    return Fact(day, "inferred", clue.words, clue.paragraph.number)


def _clues(paragraph: Paragraph) -> Iterable[Clue]:
    if paragraph.kind in {"footnote", "boilerplate"}:
        return
    dates_itself = paragraph.kind in {"embed", "caption"}
    for mention in islice(mentions(paragraph.text), MOST_MENTIONS):
        if dates_itself or _reports(paragraph.text, mention):
            yield Clue(mention, paragraph, dates_itself or paragraph.number <= OPENING)


def _reports(text: str, mention: Mention) -> bool:
    """Whether the sentence of a mention tells of something that has happened on that day."""
    before = SENTENCE_END.split(text[max(0, mention.start - SENTENCE) : mention.start])[-1]
    after = SENTENCE_END.split(text[mention.end : mention.end + SENTENCE])[0]
    return not NOT_NOW.search(before) and bool(PAST.search(before + after))


def _anchor(clues: list[Clue]) -> date | None:
    """The latest day whose year is told and that is of now."""
    dated = [(day, c) for c in clues if c.mention.year and (day := c.mention.in_year(c.mention.year))]
    strong = [day for day, clue in dated if clue.strong]
    bare = {(c.mention.month, c.mention.day): c.mention for c in clues if not c.mention.year}.values()
    days = {day for day, _ in dated}
    confirmed = [d for d in days if any((n := m.nearest(d)) and abs((n - d).days) <= RECENT for m in bare)]
    return max(strong or confirmed, default=None)


def _near(day: date, anchor: date, mention: Mention) -> bool:
    return abs((day - anchor).days) <= (RECENT if mention.year else SEASON)
