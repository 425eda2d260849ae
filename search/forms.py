"""Forms: what one word, one phrase or two of them with NEAR look for, as they are typed."""

from search.errors import QueryError
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
        raise QueryError(f"{typed} stands between two whole words or quoted phrases, as in: storm NEAR bridge", typed)
    return Near((first, second), within(typed))


def within(typed: str) -> int:
    """How many words may stand between, by `NEAR` or `NEAR/5` as typed; raises QueryError."""
    _, slash, number = typed.partition("/")
    if not slash:
        return NEAR_WORDS
    if not (number.isascii() and number.isdigit()):
        raise QueryError(f"{typed} needs a number of words after the slash, as in: NEAR/{NEAR_WORDS}", typed)
    words = number.lstrip("0").rjust(1, "0")
    if len(words) > len(str(NEAR_LIMIT)) or int(words) > NEAR_LIMIT:
        raise QueryError(f"{typed} reaches too far; NEAR/{NEAR_LIMIT} is the limit.", typed)
    return int(words)


def _prefix(typed: str) -> Prefix:
    start, _, rest = typed.partition("*")
    if not typed.strip("*"):
        raise QueryError(f"There is nothing to search for in {typed}; begin a word before it, as in: bridg*", typed)
    if rest or not start:
        raise QueryError(f"A * stands only at the end of a word, as in: bridg*; {typed} has it elsewhere.", typed)
    return Prefix(_one_word(typed, start))


def _fuzzy(typed: str, start: str, edits: str) -> Fuzzy:
    meant = _one_word(typed, start)
    if edits not in EDITS:
        raise QueryError(f"A word may differ in 1 or {EDITS_LIMIT} letters at most: write {start}~{EDITS_LIMIT}", typed)
    return Fuzzy(meant, EDITS[edits])


def _one_word(typed: str, start: str) -> str:
    """The one word, as text is folded, that a mark stands after."""
    found = [t.exact for t in terms(start)]
    if len(found) != 1:
        raise QueryError(f"A * or ~ stands after one word; {typed} has {len(found) or 'none'} before it.", typed)
    if len(found[0]) < LEAST_LETTERS:
        raise QueryError(f"{typed} could be too many words; write {LEAST_LETTERS} letters at least.", typed)
    return found[0]
