"""Tokens: a paragraph as words and marks, each knowing whether it is quoted, parted into sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from search.attribution.parsing import Parse
from search.attribution.quotations import Quotation
from search.model import Span

TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                                       # U.S.
    | (?:Mrs?|Ms|Drs?|Prof|Sens?|Reps?|Govs?|Gen|Col|Lt|Maj|Capt|Sgt|Insp|Rev|St|Jr|Sr|No|vs|[A-Z])\.(?=\s|,)
    | \d[\d.,]*\s?%  |  \d+(?:[.,]\d+)+                                          # 42%   1,900
    | [^\W_]+(?:[-'’.&/][^\W_]+)*                                              # minister   al-Qa'abi   Lee’s
    | ''|``|--+|\S
    """,
    re.VERBOSE,
)
ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|at|az|d|l|o)[-'’][A-Z]")  # al-Hassani   d’Alema
CONTRACTION = re.compile(r"['’](?:s|d|ll|ve|re|m)$")  # he’s   they’ve
FORMS_KEPT, LONGEST_KEPT = 50_000, 40  # tokens, and their characters, whose form is worked out once
ENDS = frozenset(".!?…")
GOING_ON = frozenset(",;:")  # after a stop these say that it ends no sentence: R-Wis., said
LONGEST_SENTENCE = 400  # tokens: longer than any that people write; what is longer is cut, so that work stays linear


class Token(NamedTuple):  # a tuple, for there are very many
    """A word or a mark: its text, that in small letters, its offsets, and the number of its quotation or -1."""

    text: str
    lower: str
    start: int
    end: int
    quotation: int
    is_word: bool
    """Whether it is a word and no mark."""
    is_name_like: bool
    """Whether it begins with a capital, an article such as "al-" aside."""

    @property
    def bare(self) -> str:
        """It in small letters without a verb that hangs on it: "he" of "he’s"."""
        return CONTRACTION.sub("", self.lower) if "'" in self.lower or "’" in self.lower else self.lower

    @property
    def is_possessive(self) -> bool:
        """Whether it ends like "Lee’s"."""
        return self.lower.endswith(("'s", "’s", "s’", "s'"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the quotations that it holds; a quotation is never cut, though it may hold several sentences."""

    tokens: tuple[Token, ...]
    quotations: tuple[int, ...]
    parse: Parse | None = None
    """What a parser tells of the paragraph, where there is one."""

    @property
    def where(self) -> Span:
        """Its place in the paragraph."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def tokens_of(text: str, quotations: Sequence[Quotation]) -> list[Token]:
    """The tokens of a paragraph."""
    found: list[Token] = []
    _token = tuple.__new__  # what Token() comes to, in half the time
    current = 0
    begins, ends = _places(quotations, current)
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while ends <= start:
            current += 1
            begins, ends = _places(quotations, current)
        token = match[0]
        form = _form(token) if end - start <= LONGEST_KEPT else _form.__wrapped__(token)
        found.append(_token(Token, (token, form[0], start, end, current if begins <= start else -1, form[1], form[2])))
    return found


def _places(quotations: Sequence[Quotation], number: int) -> tuple[float, float]:
    """Where a quotation begins and ends; behind every text if there is none of that number."""
    if number >= len(quotations):
        return inf, inf
    return quotations[number].outer.start, quotations[number].outer.end


@lru_cache(maxsize=FORMS_KEPT)
def _form(token: str) -> tuple[str, bool, bool]:
    """A token in small letters, whether it is a word, and whether it is written as names are."""
    capital = token[0].isupper() or bool(ARTICLED.match(token))
    return token.lower(), token[0].isalnum(), capital


def sentences_of(tokens: Sequence[Token], reports: frozenset[str], parse: Parse | None = None) -> list[Sentence]:
    """The sentences of a paragraph; `reports` are the words that tie a quotation to what follows: “Why?” he asked."""
    sentences: list[Sentence] = []
    begin = 0
    for i in _possible_ends(tokens):
        token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
        long = i + 1 - begin >= LONGEST_SENTENCE
        if after is None or _ends(tokens, i, token, after, reports) or (long and _may_part(token, after)):
            piece = tuple(tokens[begin : i + 1])
            sentences.append(Sentence(piece, tuple(sorted({t.quotation for t in piece if t.quotation >= 0})), parse))
            begin = i + 1
    return sentences


def _possible_ends(tokens: Sequence[Token]) -> Sequence[int]:
    """The places at which a sentence may end: in a short paragraph its stops, its quotations and its end."""
    last = len(tokens) - 1
    if last >= LONGEST_SENTENCE:
        return range(len(tokens))
    return [i for i, token in enumerate(tokens) if token.quotation >= 0 or token.text in ENDS or i == last]


def _may_part(token: Token, after: Token) -> bool:
    """Whether a sentence that is too long may be cut here: not within a quotation."""
    return token.quotation < 0 or token.quotation != after.quotation


def _ends(tokens: Sequence[Token], i: int, token: Token, after: Token, reports: frozenset[str]) -> bool:
    """Whether a sentence ends with this token."""
    if token.quotation >= 0 and token.quotation == after.quotation:
        return False
    if token.quotation >= 0:  # the last token of a quotation
        inner = next((t for t in reversed(tokens[max(0, i - 2) : i + 1]) if t.text not in "“”„«»\"''``’‘"), token)
        return inner.text in ENDS and not _is_reported(tokens, i + 1, reports)
    return (
        token.text in ENDS
        and after.text not in GOING_ON
        and (after.is_name_like or not after.is_word or after.text.isdigit())
    )


def _is_reported(tokens: Sequence[Token], i: int, reports: frozenset[str]) -> bool:
    """Whether a reporting clause begins here: `he asked`, `Ann Lee said`, `said the minister`, `, she added`."""
    if not tokens[i].is_name_like and tokens[i].is_word:
        return True
    if tokens[i].text in {",", ".", ";", "—", "–", "-"}:
        return True
    clause = [t.lower for t in tokens[i : i + 8] if t.quotation < 0]
    return any(word in reports for word in clause[1:])
