"""Forms: what one word, one phrase or two of them with NEAR look for, as they are typed."""

import re

from search.errors import QueryError
from search.scripts import MARKS, UNSPACED
from search.text import terms
from search.tree import Fuzzy, Near, Prefix, Terms, Tree

LEAST_LETTERS = 3  # before * or ~: with fewer, a word would stand for a good part of the dictionary
EDITS_LIMIT = 2  # three edits turn most short words into any other; Lucene stops here, too
NEAR_WORDS = 10  # between the parts of a NEAR without a number: about one clause
NEAR_LIMIT = 50  # a paragraph has about 65 words; farther apart is the same as AND

EDITS = {"": 1, **{str(n): n for n in range(1, EDITS_LIMIT + 1)}}


def phrase(typed: str) -> Terms | None:
    """The words between quotation marks, as written; None without any."""
    words = tuple(t.exact for t in terms(typed))
    return Terms(words, exact=True) if words else None


def word(typed: str) -> Terms | Prefix | Fuzzy | None:
    """What a bare word looks for; None where it is but marks, such as a lone dash; raises QueryError.

    >>> word("Bridges"), word("bridg*"), word("brigde~")
    (Terms(terms=('bridg',), exact=False, written='bridges'), Prefix(start='bridg'), Fuzzy(word='brigde', edits=1))
    """
    if "*" in typed:
        return _prefix(typed)
    start, tilde, edits = typed.rpartition("~")
    if tilde and (not edits or edits[0].isdigit()) and any(terms(start)):
        return _fuzzy(typed, start, edits)
    found = tuple(terms(typed))
    written = found[0].exact if len(found) == 1 else ""
    return Terms(tuple(t.stem for t in found), written=written) if found else None


def near(first: Tree | None, typed: str, second: Tree | None) -> Near:
    """Two words or phrases near each other, by `NEAR` or `NEAR/5` as typed; raises QueryError."""
    if not (isinstance(first, Terms) and isinstance(second, Terms)):
        raise QueryError("{part} stands between two whole words or quoted phrases, as in: storm NEAR bridge", typed)
    return Near((first, second), within(typed))


def within(typed: str) -> int:
    """How many words may stand between, by `NEAR` or `NEAR/5` as typed; raises QueryError."""
    _, slash, number = typed.partition("/")
    if not slash:
        return NEAR_WORDS
    if not (number.isascii() and number.isdigit()):
        raise QueryError("{part} needs a number of words after the slash, as in: NEAR/{usual}", typed, usual=NEAR_WORDS)
    words = number.lstrip("0").rjust(1, "0")
    if len(words) > len(str(NEAR_LIMIT)) or int(words) > NEAR_LIMIT:
        raise QueryError("{part} reaches too far; NEAR/{limit} is the limit.", typed, limit=NEAR_LIMIT)
    return int(words)


def _prefix(typed: str) -> Prefix | Terms:
    start, _, rest = typed.partition("*")
    if not typed.strip("*"):
        raise QueryError("There is nothing to search for in {part}; begin a word before it, as in: bridg*", typed)
    if rest or not start:
        raise QueryError("A * stands only at the end of a word, as in: bridg*; {part} has it elsewhere.", typed)
    if any(terms(start)) and re.fullmatch(f"[{UNSPACED}{MARKS}]+", start):  # each letter is a word: this finds as much
        return Terms(tuple(t.stem for t in terms(start)))
    return Prefix(_one_word(typed, start))


def _fuzzy(typed: str, start: str, edits: str) -> Fuzzy:
    meant = _one_word(typed, start)
    if edits not in EDITS:
        raise QueryError(
            "A word may differ in 1 or {limit} letters at most: write {start}~{limit}",
            typed,
            start=start,
            limit=EDITS_LIMIT,
        )
    return Fuzzy(meant, EDITS[edits])


def _one_word(typed: str, start: str) -> str:
    """The one word, as text is folded, that a mark stands after."""
    found = [t.exact for t in terms(start)]
    if not found:
        raise QueryError("A * or ~ stands after one word; {part} has none before it.", typed)
    if len(found) > 1:
        raise QueryError("A * or ~ stands after one word; {part} has {count} before it.", typed, count=len(found))
    if len(found[0]) < LEAST_LETTERS:
        raise QueryError("{part} could be too many words; write {least} letters at least.", typed, least=LEAST_LETTERS)
    return found[0]
