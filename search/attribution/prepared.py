"""Prepared texts: a paragraph with its quotations, tokens and sentences, worked out once."""

import re
from dataclasses import dataclass

from search.attribution.cues import CUES
from search.attribution.mentions import Mention, mentions_in
from search.attribution.parsing import Parse
from search.attribution.quotations import Quotation, quotations
from search.attribution.tokens import Sentence, Token, sentences_of, tokens_of
from search.model import Paragraph

DATELINE = re.compile(
    r"""
    (?: [A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]+ (?:,\ [A-ZÀ-Þ][\w.]+(?:\ (?:[A-ZÀ-Þ][\w.]+|\d\d?))?)?\ ?   # VELIN   DORRIN, Kestria
    |  [A-Z][a-z]{2,8}\.?\ \d{1,2}\ (?=\() )                                      # Jan 9 (
    (?:\([^()]{2,40}\)\s*)? (?:[-–—]|--)\s+                                       # (Straits Wire) -
    """,
    re.VERBOSE,
)
LONGEST_ASIDE = 8  # tokens
REPORTS = frozenset(word for word, cue in CUES.items() if cue.form in {"present", "past"})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph ready for the rules."""

    paragraph: Paragraph
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    """The names in each sentence."""


def prepared(paragraph: Paragraph, parse: Parse | None = None) -> Prepared:
    """A paragraph ready for the rules, with what a parser tells of it."""
    found = quotations(paragraph.text)
    dateline = DATELINE.match(paragraph.text)
    tokens = tokens_of(paragraph.text, found)
    told = [t for t in tokens if t.start >= dateline.end()] if dateline else tokens
    sentences = tuple(sentences_of(_without_asides(told), REPORTS, parse))
    return Prepared(paragraph, found, sentences, tuple(tuple(mentions_in(s.tokens)) for s in sentences))


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens but for short brackets, which stand between subjects and verbs: `Ann Lee (D-Ohio) said`."""
    if not any(token.text in "([" for token in tokens):
        return tokens
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        opens = tokens[at].text in "([" and tokens[at].quotation < 0
        if opens and (closing := _closing(tokens, at)):
            at = closing + 1
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _closing(tokens: list[Token], at: int) -> int | None:
    """Where a bracket that opens here closes, if soon."""
    return next((i for i in range(at + 1, min(at + LONGEST_ASIDE, len(tokens))) if tokens[i].text in ")]"), None)
