"""Hyphens: words that the end of a line has cut in two become one again.

The document itself is the witness: a word that it has elsewhere without a hyphen loses it, one that it has with a
hyphen keeps it. Where it says nothing, the hyphen goes, except after a part that hardly ever stands without one.
"""

import re
from collections.abc import Iterable

CUT = re.compile(r"(?P<before>[^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐\u00ad]$")
NEXT = re.compile(r"[^\W\d_]+")
LONGEST_WORD = 100  # characters
WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
KEEPERS = frozenset("ex self well half non anti pro all cross post pre vice mid".split())
LINKS = frozenset("and or to und oder bzw et ou y o e och en of".split())  # short- and long-term
OPEN = re.compile(r"\S[-–—/]$")  # 2024-, which goes on in the next line
UNSPACED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")  # Chinese and Japanese have no spaces
HANGUL = re.compile(r"[\uac00-\ud7a3]")  # and Korean has


class Words:
    """The words of a document as they stand within its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {word.casefold() for line in lines for word in WORD.findall(line)[:-1] + _last(line)}

    def joined(self, before: str, after: str) -> str:
        """Two lines that follow each other, as one.

        >>> Words(["a well-known bridge"]).joined("the well-", "known bri-"), Words([]).joined("the bri-", "dge")
        ('the well-known bri-', 'the bridge')
        """
        before, after = before.rstrip(), after.lstrip()
        cut, following = CUT.search(before[-LONGEST_WORD:]), NEXT.match(after)
        if not cut or not following:
            return before + ("" if _unspaced(before, after) or OPEN.search(before) else " ") + after
        if following[0] in LINKS and before[-1] != "\u00ad":
            return f"{before} {after}"
        return (before[:-1] if self._is_one(cut["before"], following[0], before[-1]) else before) + after

    def _is_one(self, head: str, tail: str, hyphen: str) -> bool:
        """Whether two parts are one word without a hyphen."""
        if hyphen == "\u00ad":
            return True
        if not tail[0].islower():
            return False
        if f"{head}{tail}".casefold() in self._words:
            return True
        return f"{head}-{tail}".casefold() not in self._words and head.casefold() not in KEEPERS


def _last(line: str) -> list[str]:
    """The last word of a line, if the line does not cut it."""
    return [] if CUT.search(line.rstrip()) else WORD.findall(line)[-1:]


def _unspaced(before: str, after: str) -> bool:
    ends = before[-1:] + after[:1]
    return len(UNSPACED.findall(ends)) == 2 and not HANGUL.search(ends)
