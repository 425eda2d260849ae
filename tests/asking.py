"""Queries in the whole language, drawn by a seed: words, phrases and operators, choices, days, orders and pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from corpora import ALSO, DAYS, FIRST_DAY, KINDS, OUTLETS, SPEAKERS, WORDS, chance, texts_of

from search.model import Article
from search.query import DAYS_LIMIT, SORTS, VIEWS, Query
from search.text import terms

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = tuple(other for names in ALSO.values() for other in names)
VALUES = {
    "speaker": (*SPEAKERS, *OTHERS, "nobody", "unknown", "Zed"),
    "outlet": (*OUTLETS, "unknown", "No Such Paper"),
    "date": ("2021", "2022", "2023", "2024", "unknown", "1999"),
    "kind": ("direct", "indirect", "mixed", "nobody"),
    "act": ("said", "denied", "unknown", "nobody"),
    "venue": ("unknown", "a vigil"),
    "language": ("en", "unknown"),
    "part": (*KINDS, "embed"),
}
FIELDS = ("speaker:", "said:", "said:", "title:", "with:", "outlet:", "OUTLET:")
DEPTH = 3  # of parentheses
OPENABLE = [t.exact for word in WORDS for t in terms(word) if len(t.exact) > 3]  # what * and ~ may follow


@dataclass(frozen=True, slots=True)
class Reader:
    """Draws what a reader may ask for, often something that stands in the texts."""

    draw: Random
    texts: Sequence[str]

    def query(self, words: str) -> Query:
        """Words with choices, days, an order and a page, or without."""
        facets = self.draw.choices(list(VALUES), k=self.draw.choice((0, 0, 0, 1, 1, 2, 3)))
        unwanted = self.draw.choices(list(VALUES), k=self.draw.choice((0, 0, 0, 0, 1, 2)))
        first = FIRST_DAY + timedelta(days=self.draw.randrange(DAYS))
        last = first + timedelta(days=self.draw.randrange(self.draw.choice((DAYS, DAYS_LIMIT))))
        return Query(
            words,
            frozenset((facet, self.draw.choice(VALUES[facet])) for facet in facets),
            frozenset((facet, self.draw.choice(VALUES[facet])) for facet in unwanted),
            since=self.draw.choice((None, None, first)),
            until=self.draw.choice((None, None, last)),
            sort=self.draw.choice(SORTS),
            view=self.draw.choice(VIEWS),
            page=self.draw.choice((1, 1, 1, 2, 3)),
        )

    def words(self, depth: int = 0) -> str:
        """Any query: parts side by side, joined by AND and OR, or left out."""
        parts = [self.part(depth) for _ in range(self.draw.choice((1, 1, 2, 2, 3, 4)))]
        joints = [self.draw.choice((" ", " ", " ", " AND ", " OR ")) for _ in parts[1:]]
        return "".join(part + joint for part, joint in zip(parts, [*joints, ""], strict=True))

    def part(self, depth: int) -> str:
        """One part of a query, one in eight of them left out."""
        shapes = (*(self.leaf,) * 5, self.fielded, lambda: f"({self.words(depth + 1)})")
        shape = self.draw.choice(shapes[: 6 + (depth < DEPTH)])
        return self.draw.choice(("",) * 14 + ("NOT ", "-")) + shape()

    def leaf(self) -> str:
        """A word or a phrase, a prefix, a misspelt word, or two of the first near each other."""
        shapes = (self.word, self.word, self.word, self.phrase, self.prefix, self.fuzzy, self.near)
        return self.draw.choice(shapes)()

    def fielded(self) -> str:
        """A field with anything that may stand after it, or the days of a date."""
        if self.draw.random() < 0.2:
            return f"date:{self.days()}"
        group = f"({self.leaf()}{self.draw.choice((' ', ' OR ', ' AND ', ' -'))}{self.leaf()})"
        alone = self.draw.choice((self.word, self.phrase, self.prefix, self.fuzzy, self.name, self.name))()
        return self.draw.choice(FIELDS) + self.draw.choice((alone, alone, alone, group, f"({self.near()})"))

    def name(self) -> str:
        """A word, or all, of the name of a speaker or an outlet."""
        name = self.draw.choice((*SPEAKERS, *OUTLETS, *OTHERS, "unknown"))
        return self.draw.choice((f'"{name}"', self.draw.choice([word for word in name.split() if any(terms(word))])))

    def days(self) -> str:
        """A day, a month or a year, or from one to another."""
        first, last = sorted(FIRST_DAY + timedelta(days=self.draw.randrange(DAYS)) for _ in range(2))
        begin, end = str(first)[: self.draw.choice((4, 7, 10))], str(last)[: self.draw.choice((4, 7, 10))]
        return self.draw.choice((begin, f"{begin}..{end}", f"..{end}", f"{begin}.."))

    def word(self) -> str:
        return self.draw.choice((*WORDS, "lee", "ortiz", "Ann", "nowhere"))

    def phrase(self) -> str:
        """Words that stand side by side, or, one time in four, any."""
        found = [term.exact for term in terms(self.draw.choice(self.texts))] or ["the"]
        start, length = self.draw.randrange(len(found)), self.draw.choice((1, 2, 2, 3, 4))
        words = self.draw.choice((found[start : start + length],) * 3 + (self.draw.choices(WORDS, k=length),))
        return f'"{" ".join(words)}"'

    def prefix(self) -> str:
        word = self.draw.choice(OPENABLE)
        return f"{word[: self.draw.randint(3, len(word))]}*"

    def fuzzy(self) -> str:
        """A word with a letter exchanged, doubled, lost or moved."""
        word = self.draw.choice(OPENABLE)
        at, letter = self.draw.randrange(len(word) - 1), self.draw.choice(LETTERS)
        start, here, after, end = word[:at], word[at], word[at + 1], word[at + 2 :]
        kinds = (word, start + letter + after + end, start + letter + here + after + end, start + after + here + end)
        return self.draw.choice((*kinds, start + after + end)) + self.draw.choice(("~", "~1", "~2"))

    def near(self) -> str:
        sides = [self.draw.choice((self.word, self.word, self.phrase))() for _ in range(2)]
        return self.draw.choice((" NEAR ", " NEAR/0 ", " NEAR/1 ", " NEAR/3 ", " NEAR/50 ")).join(sides)


def asked(*seed: object, articles: Sequence[Article], count: int, each: int = 1) -> Iterator[Query]:
    """So many queries, `each` of them with the same words."""
    reader = Reader(chance("asking", *seed), texts_of(articles))
    for _ in range(count // each):
        words = reader.draw.choice(("",) + (reader.words(),) * 20)
        yield from (reader.query(words) for _ in range(each))
