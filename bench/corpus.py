"""Corpus: as many paragraphs of invented news as are asked for, the same for the same seed; nothing is kept.

The paragraphs of a smaller corpus are the first ones of a larger.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import count

import numpy as np

from bench.collocations import collocations
from bench.words import SEED, Ids, Words, vocabulary, zipf
from search.model import Article, Evidence, Fact, Paragraph, Span, Speaker, Statement

VERSION = 1  # raise it when the same seed gives another corpus: indexes that were kept are then built anew
BLOCK = 200  # articles drawn at once
PARAGRAPHS = (6, 15)  # an article; the second not included
WORDS = (41, 71, 84)  # a paragraph: the fewest, the most frequent, more than any
SENTENCE, CLAUSE = 18, 15  # words, on average, to a full stop and to a comma
SPEAKERS, OUTLETS, DAYS = 5_000, 40, 3_650
FIRST_DAY = date(2014, 1, 1)
TWO, SOME = 0.05, 0.65  # of all paragraphs have two speakers; have any
RARE, GLIDES = "JWYZ", "jwxz"  # letters of no other word but function words: no query for words finds a speaker
PAPERS = ("Post", "Times", "Herald", "Courier")
SEPARATORS = np.array([" ", ", ", ". ", "."], dtype=object)


def articles(paragraphs: int, seed: int = SEED) -> Iterator[Article]:
    """Articles with so many paragraphs in all."""
    left = paragraphs
    for block in count():
        for article in _block(block, seed):
            if left <= len(article.paragraphs):
                yield replace(article, paragraphs=article.paragraphs[:left])
                return
            left -= len(article.paragraphs)
            yield article


@lru_cache(maxsize=1)
def speakers() -> tuple[Speaker, ...]:
    """Everyone who speaks, the most talkative first."""
    firsts = [f"{a}{b}{c}{d}x" for a in RARE for b in "aeiou" for c in GLIDES for d in "aeiou"]
    lasts = [
        f"{first}{end}"
        for end in ("an", "el", "im", "or", "us", "ab", "ed", "ig", "ol", "up", "et", "on", "ak")
        for first in firsts
    ]
    return tuple(Speaker(f"{firsts[n % len(firsts)]} {lasts[n]}") for n in range(SPEAKERS))


@lru_cache(maxsize=1)
def outlets() -> tuple[str, ...]:
    """Every paper, the one with most articles first."""
    names = vocabulary().written[vocabulary().numbers("name")[:OUTLETS]]
    return tuple(f"{name} {PAPERS[n % len(PAPERS)]}" for n, name in enumerate(names))


def _block(block: int, seed: int) -> Iterator[Article]:
    rng = np.random.default_rng((seed, 2, block))
    sizes = rng.integers(*PARAGRAPHS, BLOCK)
    written = _paragraphs(rng, int(sizes.sum()))
    papers = rng.choice(OUTLETS, BLOCK, p=zipf(OUTLETS, 5)).tolist()
    days = rng.integers(0, DAYS, BLOCK).tolist()
    for number, size in enumerate(sizes.tolist()):
        yield Article(
            id=f"article-{block * BLOCK + number:07}",
            title=Fact(),
            outlet=Fact(outlets()[papers[number]], "stated"),
            published=Fact(FIRST_DAY + timedelta(days[number]), "stated"),
            paragraphs=tuple(_paragraph(n + 1, *next(written)) for n in range(size)),
        )


def _paragraphs(rng: np.random.Generator, size: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Texts, and the numbers of those who speak in each."""
    first = rng.choice(SPEAKERS, size, p=zipf(SPEAKERS, 10))
    second = (first + rng.integers(1, SPEAKERS, size)) % SPEAKERS
    voices = np.searchsorted([TWO, SOME], rng.random(size))
    for text, a, b, few in zip(_texts(rng, size), first.tolist(), second.tolist(), voices.tolist(), strict=True):
        yield text, (a, b)[: 2 - few]


def _paragraph(number: int, text: str, voices: tuple[int, ...]) -> Paragraph:
    """Whoever speaks says a sentence, one after the other from the beginning."""
    statements, start = [], 0
    for voice in voices:
        end = text.find(". ", start) + 1 or len(text)
        where, evidence = Span(start, end), Evidence("bench", "said", number)
        statements.append(Statement(where, text[start:end], "direct", speakers()[voice], "said", evidence, 1.0))
        start = min(end + 1, len(text))
    return Paragraph(number, "body", text, tuple(statements))


def _texts(rng: np.random.Generator, size: int) -> Iterator[str]:
    lengths = rng.triangular(*WORDS, size).astype(np.int64)
    ends = np.cumsum(lengths)
    ids = np.searchsorted(_chances(), rng.random(int(ends[-1])))
    collocations().write(rng, ids, ends - lengths, lengths)
    pieces = _punctuated(rng, ids, ends)
    for start, end in zip((ends - lengths).tolist(), ends.tolist(), strict=True):
        yield "".join(pieces[2 * start : 2 * end])


def _punctuated(rng: np.random.Generator, ids: Ids, ends: Ids) -> list[str]:
    """Words and what stands after each, by turns; a paragraph ends where `ends` says."""
    after = np.where(rng.random(len(ids)) < 1 / CLAUSE, 1, 0)
    after[rng.random(len(ids)) < 1 / SENTENCE] = 2
    after[ends - 1] = 3
    capital = np.concatenate([[True], after[:-1] > 1])
    pieces = np.empty(2 * len(ids), dtype=object)
    pieces[0::2], pieces[1::2] = _spellings()[capital.astype(np.int64), ids], SEPARATORS[after]
    return list(pieces.tolist())


@lru_cache(maxsize=1)
def _spellings() -> Words:
    """Every word as it stands within a sentence, and as it begins one."""
    written = vocabulary().written
    return np.stack([written, np.array([w[0].upper() + w[1:] for w in written], dtype=object)])


@lru_cache(maxsize=1)
def _chances() -> Ids:
    """The chances of all words up to each; the last is 1."""
    chances = np.cumsum(vocabulary().chance)
    return np.asarray(chances / chances[-1])
