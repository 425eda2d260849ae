"""Terms: the one place that decides what counts as a word, for every engine and for highlighting."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from search.model import Span
from search.scripts import ACCENTS, MARKS, UNSEEN, UNSPACED, VOICED

# Where no spaces part the words each letter is one, so that whatever part of a text is typed is found as a phrase.
WORD = re.compile(
    rf"""
      (?:[^\W\d_{UNSPACED}]\.){{2,}}                # U.S.
    | \d+(?:[.,]\d+)+                             # 3.5   1,000
    | (?!\W)[{UNSPACED}][{MARKS}{VOICED}]*
    | [^\W_{UNSPACED}]+                           # minister   5G
      (?: ['’ʼ][^\W_{UNSPACED}]+                  # don't   Qa'abi
        | [{MARKS}{UNSEEN}]+[^\W_{UNSPACED}]*     # an accent that is a character of its own
      )*
    """,
    re.VERBOSE,
)
UNSPOKEN = re.compile(rf"^[{MARKS}]+|[{ACCENTS}]|[^\w{MARKS}]")  # of a word, what makes no other word of it
POSSESSIVE = re.compile(r"['’ʼ]s$")
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})  # letters NFKD leaves whole
LONGEST_PIECE = 40  # characters between two spaces; longer ones seldom recur
LONGEST_WORD = 64  # characters; nothing longer is a word that someone will type

# Function words: a query's bare words skip them unless it has no others; the index keeps them, so phrases find them.
STOPWORDS = frozenset(
    "a an and are as at be been but by for from had has have he her his i if in is it its no not of on or our she so"
    " that the their them there they this to was we were which who will with would you".split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text: as written (case and accents folded), its stem, and its place."""

    exact: str
    stem: str
    where: Span


def terms(text: str) -> Iterator[Term]:
    """The words of a text in order; the n-th one stands at position n.

    >>> [(t.exact, t.stem) for t in terms("Withdrawals, the U.S. says")]
    [('withdrawals', 'withdraw'), ('the', 'the'), ('us', 'us'), ('says', 'say')]
    """
    for match in WORD.finditer(text):
        if exact := folded(match[0]):
            yield Term(exact, stem(exact), Span(*match.span()))


def analysed(piece: str) -> tuple[Term, ...]:
    """The terms of a piece of text; a text's terms are those of its pieces between spaces.

    Those of a short one are kept, for such pieces recur.
    """
    return _kept(piece) if len(piece) <= LONGEST_PIECE else tuple(terms(piece))


@lru_cache(maxsize=50_000)
def _kept(piece: str) -> tuple[Term, ...]:
    if piece.isascii() and piece.isalnum():  # most pieces are a word and nothing else
        return (Term(exact := folded(piece), stem(exact), Span(0, len(piece))),)
    return tuple(terms(piece))


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """
    >>> folded("Ortuño’s"), folded("U.S."), folded("Qa'abi")
    ('ortuno', 'us', 'qaabi')
    """
    if word.isascii() and word.isalnum():  # most words
        return word.lower()[:LONGEST_WORD]
    bare = POSSESSIVE.sub("", word)
    decomposed = unicodedata.normalize("NFKD", bare).casefold().translate(UNDECOMPOSED)
    return UNSPOKEN.sub("", decomposed)[:LONGEST_WORD]


_snowball = Stemmer.Stemmer("english", 0)  # without a cache of its own, which two threads must not share


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball English ("Porter 2") stem of a folded word."""
    return str(_snowball.stemWord(word))
