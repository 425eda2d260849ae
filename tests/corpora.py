"""Corpora of invented news, drawn by a seed: few words in many forms and few names, so that they meet often."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from search.model import Article, Evidence, Fact, Paragraph, ParagraphKind, Span, Speaker, Statement

STOPS = "the the the of and a to in is was not it for on by are with".split()
STEMS = "sail bank talk march vote close rain strike bridge minister harbour storm report".split()
FORMS = [stem.removesuffix("e") + end for stem in STEMS for end in ("e", "es", "ed", "ing", "s", "er")]
ODD = "Café café U.S. al-Qa'abi don’t Ortuño’s 1,000 3.5 5G x12 x123 Ørsted no No 中国 naïve co-operate ox oxen".split()
WORDS = (*STOPS, *STEMS, *STEMS, *FORMS, *ODD)

SPEAKERS = ("Ann Lee", "Lee, Ann", "Ida Ortiz", "Ortiz", "Harbour Authority", "Odd Ruun", "a minister", "Ann Ortuño")
ALSO = {"Ann Lee": ("A. Lee", "Ortiz"), "Ida Ortiz": ("A. Lee", "Ida"), "Odd Ruun": ("Ruun",)}
OUTLETS = ("Courier", "Wire", "Tarn, Ruun & Post", "The Harbour Sun")
KINDS: tuple[ParagraphKind, ...] = ("body", "body", "body", "body", "heading", "caption", "footnote", "boilerplate")
FIRST_DAY, DAYS = date(2021, 11, 20), 900
MARKS = ("", "", "", "", ",", ".", "?", "”", " —")


def chance(*seed: object) -> Random:
    """What draws; the same for the same seed."""
    return Random(repr(seed))  # noqa: S311  # nothing here is secret


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Draws articles; where it is `silent`, nobody says anything in them."""

    draw: Random
    silent: bool = False

    def article(self, id: str) -> Article:
        """An article of one to seven paragraphs; some lack a title, an outlet or a day."""
        day = FIRST_DAY + timedelta(days=self.draw.randrange(DAYS)) if self.draw.random() < 0.85 else None
        outlet = self.draw.choice((*OUTLETS, *OUTLETS, None))
        title = self.text(1, 6) if self.draw.random() < 0.7 else None
        return Article(
            id,
            Fact(title, "stated") if title else Fact(),
            Fact(outlet, "stated") if outlet else Fact(),
            Fact(day, "stated") if day else Fact(),
            tuple(self.paragraph(number) for number in range(1, self.draw.randint(1, 7) + 1)),
            raw=self.text(0, 3),
            supported=chance("supported", id).random() < 0.8,
        )

    def paragraph(self, number: int) -> Paragraph:
        """A paragraph in which up to three speak, known or unknown."""
        count = 0 if self.silent else self.draw.choice((0, 0, 1, 1, 2, 3))
        names = [self.draw.choice((*SPEAKERS, None)) for _ in range(count)]
        kind, text = self.draw.choice(KINDS), self.text(0, 30)
        where = chance("where", text, number)  # of its own, so that all else stays as it was
        return Paragraph(number, kind, text, tuple(_says(name, text, where) for name in names))

    def text(self, least: int, most: int) -> str:
        """So many words; the ones at the beginning of WORDS come more often."""
        return " ".join(self.word() + self.draw.choice(MARKS) for _ in range(self.draw.randint(least, most)))

    def word(self) -> str:
        word = WORDS[int(len(WORDS) * self.draw.random() ** 1.7)]
        return word.capitalize() if self.draw.random() < 0.1 else word


def corpus(*seed: object, articles: int, silent: bool = False) -> list[Article]:
    """So many articles of about four paragraphs."""
    newsroom = Newsroom(chance("corpus", *seed), silent)
    return [newsroom.article(f"a{number}") for number in range(articles)]


def texts_of(articles: Sequence[Article]) -> list[str]:
    """All that can be found in them, text by text."""
    titles = [article.title.value or "" for article in articles]
    return [*titles, *SPEAKERS, *(paragraph.text for article in articles for paragraph in article.paragraphs)]


def _says(name: str | None, text: str, where: Random) -> Statement:
    """Any piece of a text is said, which may cut words in two and lie over another piece."""
    speaker = Speaker(name, also=ALSO.get(name, ())) if name else None
    start, end = sorted(where.choices(range(len(text) + 1), k=2))
    said = text[start:end]
    return Statement(Span(start, end), said, "indirect", speaker, "said", Evidence("test", "", 1), 1.0)
