"""RTF tokens: what a Rich Text file is made of, one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TOKEN = re.compile(
    rb"""(?sx)
      \\ (?P<word> [A-Za-z]{1,32} ) (?P<number> -?\d{1,10} )? \x20?   # \par, \u8220
    | (?P<letters> (?: \\ ' [0-9A-Fa-f]{2} )+ )                          # \'e9\'e8
    | \\ (?P<sign> . )                                                   # \~, \*, \{
    | (?P<open> \{ ) | (?P<close> \} )
    | [\r\n\x00]+
    | (?P<text> [^\\{}\r\n\x00]+ )
    """
)


@dataclass(frozen=True, slots=True)
class Token:
    """A control word with its number, bytes of text, a control sign, or the beginning or end of a group."""

    kind: Literal["word", "bytes", "sign", "open", "close"]
    value: bytes = b""
    number: int | None = None


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens of a file; pictures in binary are passed over, and one that breaks off just ends."""
    at = 0
    while found := TOKEN.match(content, at):
        at = found.end()
        if word := found["word"]:
            number = int(found["number"]) if found["number"] else None
            at += max(0, number or 0) if word == b"bin" else 0
            yield Token("word", word, number)
        elif letters := found["letters"]:
            yield Token("bytes", bytes.fromhex(letters.replace(rb"\'", b"").decode()))
        elif found["text"]:
            yield Token("bytes", found["text"])
        elif found["sign"]:
            yield Token("word", b"par") if found["sign"] in b"\r\n" else Token("sign", found["sign"])
        elif found["open"] or found["close"]:
            yield Token("open" if found["open"] else "close")
