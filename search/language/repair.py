"""Repair: what is wrong with a query that cannot be read, and what may have been meant."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from lark.exceptions import UnexpectedInput, UnexpectedToken

from search.errors import QueryError
from search.language.fields import FIELD, closed_up, needs_words, without_empty
from search.language.forms import EDITS_LIMIT, NEAR_LIMIT, within, word
from search.language.periods import GROUP, dated
from search.language.periods import mended as mended_days
from search.text import terms

LENGTH_LIMIT = 512  # characters: longer than any sentence one would look up
TERM_LIMIT = 64  # terms, each of which costs a posting list
OPEN_LIMIT = 16  # words with * or ~, each of which may stand for a thousand
PHRASE_LIMIT = 40  # words between quotation marks, or letters of Chinese
MENDED_LIMIT = 20 * LENGTH_LIMIT  # characters that are looked at for a query to offer, however long the given one is

UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
PHRASE = re.compile(r'"([^"]*)"')
PIECE = re.compile(rf'"[^"]*"|{GROUP.pattern}|[^\s()"]+')  # a phrase, a group of days, or a word with all its marks
NEAR = re.compile(r'NEAR(?:/[^\s()"]*)?')
OPERATOR = re.compile(rf'(?<![^\s()"])(?:AND|OR|NOT|{NEAR.pattern})(?![^\s()"])|-')


def fault(query: str, error: UnexpectedInput) -> QueryError:
    """The part at fault and what is wrong with it, in words."""
    if query.count('"') % 2:
        return QueryError("A quotation mark is opened and not closed: {part}", query[query.rindex('"') :])
    outside = PHRASE.sub("", query)
    if outside.count("(") > outside.count(")"):
        return QueryError("A parenthesis is opened and not closed.", "(")
    if outside.count("(") < outside.count(")"):
        return QueryError("A parenthesis is closed and not opened.", ")")
    if empty := re.search(r"\(\s*\)", outside):
        return QueryError("There is nothing between the parentheses.", empty[0])
    if field := _field_before(query, error):
        return needs_words(field)
    return _misplaced(_operator(query, error))


def _field_before(query: str, error: UnexpectedInput) -> str:
    """The field after which something stands that is no word."""
    at = error.pos_in_stream if error.pos_in_stream is not None else len(query)
    before = re.search(rf"{FIELD.pattern}\Z", query[:at])
    return before[0] if before else ""


def _misplaced(part: str) -> QueryError:
    if NEAR.fullmatch(part):
        return QueryError(
            "{part} stands between two words or quoted phrases and no more, as in: storm NEAR bridge", part
        )
    if part in {"AND", "OR"}:
        return QueryError("{part} needs a word before and after it.", part)
    return QueryError("{part} stands alone.", part)


def _operator(query: str, error: UnexpectedInput) -> str:
    """The operator that lacks a word: the last, or what stands where a word should, or the NEAR before that."""
    if not isinstance(error, UnexpectedToken) or not error.token:
        return next((w[0] for w in reversed(list(OPERATOR.finditer(query)))), query)
    before = query[: error.token.start_pos].split()[-1:]
    return next((w for w in before if NEAR.fullmatch(w)), str(error.token))


def mended(query: str) -> Iterator[str]:
    """The query with more and more taken away: marks, the ends of phrases, parentheses, operators, all but words."""
    readable = " ".join(UNREADABLE.sub(" ", query[:MENDED_LIMIT]).split())
    yield readable
    yield (joined := closed_up(readable))
    formed = " ".join(PIECE.sub(lambda piece: _formed(piece[0]), joined).split())
    yield formed
    marked = "".join(formed.rsplit('"', 1)) if formed.count('"') % 2 else formed
    yield marked
    marked = PHRASE.sub(lambda phrase: f'"{" ".join(phrase[1].split()[:PHRASE_LIMIT])}"', marked)
    yield marked
    yield from _bracketless(marked)
    words = (_formed(w) for w in re.findall(r'[^\s()"]+', joined) if not OPERATOR.fullmatch(w))
    bare = without_empty(" ".join(filter(None, words)))
    yield bare
    yield bare[:LENGTH_LIMIT].rpartition(" ")[0]
    yield " ".join([t.exact for t in terms(bare)][:TERM_LIMIT])[:LENGTH_LIMIT].strip()
    yield " ".join(t.exact for t in terms(readable) if FIELD.search(readable[:LENGTH_LIMIT]))[:LENGTH_LIMIT].strip()


def _bracketless(query: str) -> Iterator[str]:
    """The query less fields without words; with the group of a field closed; without any parentheses."""
    yield without_empty(query)
    outside = PHRASE.sub("", query)
    if re.search(rf"{FIELD.pattern}\(", outside):
        yield query + ")" * (outside.count("(") - outside.count(")"))
    yield without_empty(closed_up(" ".join(re.sub(r"[()]", " ", query).split())))


def _formed(piece: str) -> str:
    """A word with its * or ~, a NEAR, or the days of a date:, changed as little as makes it one that can be read.

    >>> [_formed(w) for w in ("*dge", "brid*ge", "an*", "bridge~99", "NEAR/99", "said:an*", "date:2024-13")]
    ['dge', 'brid*', 'an', 'bridge~2', 'NEAR/50', 'said:an', 'date:2024']
    """
    if piece[:5].lower() == "date:" and piece[5:]:
        return _first_readable(dated, (piece, mended_days(piece)))
    if field := FIELD.match(piece):
        behind = piece[field.end() :]
        return "-" * behind.startswith("-") + field[0] + _formed(behind.lstrip("-"))
    if NEAR.fullmatch(piece):
        return _first_readable(within, (piece, f"NEAR/{NEAR_LIMIT}" if piece[5:].isdecimal() else "NEAR"))
    if piece.startswith('"') or not ("*" in piece or "~" in piece):
        return piece
    behind = piece.lstrip("*")
    before = re.split(r"[*~]", behind)[0]
    return _first_readable(word, (piece, behind, f"{before}*" if "*" in piece else f"{before}~{EDITS_LIMIT}", before))


def _first_readable(read: Callable[[str], object], candidates: Iterable[str]) -> str:
    for candidate in candidates:
        with suppress(QueryError):
            read(candidate)
            return candidate
    return ""
