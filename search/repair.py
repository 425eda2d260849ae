"""Repair: what is wrong with a query that cannot be read, and what may have been meant."""

import re
from collections.abc import Iterator

from lark.exceptions import UnexpectedInput, UnexpectedToken

from search.text import terms

LENGTH_LIMIT = 512  # characters: longer than any sentence one would look up
TERM_LIMIT = 64  # terms, each of which costs a posting list
PHRASE_LIMIT = 20  # words between quotation marks

UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
PHRASE = re.compile(r'"([^"]*)"')


def fault(query: str, error: UnexpectedInput) -> tuple[str, str]:
    """The part at fault and what is wrong with it, in words."""
    if query.count('"') % 2:
        part = query[query.rindex('"') :]
        return part, f"A quotation mark is opened and not closed: {part}"
    outside = PHRASE.sub("", query)
    if outside.count("(") > outside.count(")"):
        return "(", "A parenthesis is opened and not closed."
    if outside.count("(") < outside.count(")"):
        return ")", "A parenthesis is closed and not opened."
    if empty := re.search(r"\(\s*\)", outside):
        return empty[0], "There is nothing between the parentheses."
    part = str(error.token) if isinstance(error, UnexpectedToken) and error.token else _last_operator(query)
    return part, f"{part} needs a word before and after it." if part in {"AND", "OR"} else f"{part} stands alone."


def _last_operator(query: str) -> str:
    return next((w for w in reversed(re.findall(r"AND|OR|NOT|-", query))), query)


def mended(query: str) -> Iterator[str]:
    """The query with more and more taken away: a mark, the ends of phrases, parentheses, operators, all but words."""
    readable = " ".join(UNREADABLE.sub(" ", query).split())
    yield readable
    marked = "".join(readable.rsplit('"', 1)) if readable.count('"') % 2 else readable
    yield marked
    marked = PHRASE.sub(lambda phrase: f'"{" ".join(phrase[1].split()[:PHRASE_LIMIT])}"', marked)
    yield marked
    yield " ".join(re.sub(r"[()]", " ", marked).split())
    bare = " ".join(w for w in re.findall(r'[^\s()"]+', readable) if w not in {"AND", "OR", "NOT", "-"})
    yield bare
    yield bare[:LENGTH_LIMIT].rpartition(" ")[0]
    yield " ".join([t.exact for t in terms(bare)][:TERM_LIMIT])[:LENGTH_LIMIT].strip()
