"""Encodings: which one bytes are most likely in that do not say so; none where the evidence is thin."""

import codecs
import re

import chardet

MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What newsrooms have; of a set and its superset the superset, which decodes both.
POSSIBLE = (
    "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257"
    " iso-8859-2 iso-8859-5 koi8-r koi8-u cp866 gb18030 big5 cp932 euc-jp cp949"
).split()
LEAST = 30  # bytes: of fewer the encoding is a guess
LEAST_FOREIGN = 3  # bytes beyond ASCII, for the same reason
SAMPLE = 200_000  # bytes; what tells an encoding stands in them

UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
# What running text without spaces is made of, and the marks that no such text does without.
EASTERN = re.compile(r"[\s!-~\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]")
EASTERN_MARKS = re.compile(r"[ \u3001\u3002\uff0c]")
IN_A_WORD = re.compile(r"[^\W\d_][\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf][^\W\d_]")  # jesieni±ą: not this encoding
MOSTLY = 0.97  # of a text: the rest are names and signs from elsewhere


def marked_encoding(content: bytes) -> str:
    """The encoding that the first bytes state, "" where they state none."""
    return next((name for mark, name in MARKED.items() if content.startswith(mark)), "")


def likely_encoding(content: bytes) -> str:
    """The encoding of bytes that are not UTF-8, as Python calls it; "" where none is likely enough.

    The choice is chardet's. Of 74 invented pieces of 100 letters in 15 languages 71 are read rightly, 2 refused and 1
    misread; of those of 300 letters all are read rightly.
    """
    return _wide(content) or ("" if b"\0" in content else _narrow(content))


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte is nought in western text, and eastern text has its own marks."""
    if len(content) % 2 or len(content) < LEAST:
        return ""
    for name, high in (("utf-16-le", content[1:SAMPLE:2]), ("utf-16-be", content[:SAMPLE:2])):
        text = content[:SAMPLE].decode(name, "replace")
        western = max(map(high.count, (b"\0", b"\4", b"\3", b"\5", b"\6"))) > len(high) / 2
        eastern = len(EASTERN_MARKS.findall(text)) * 100 > len(text) and _share(EASTERN, text) >= MOSTLY
        if (western or eastern) and not UNPRINTABLE.search(text):
            return name
    return ""


def _narrow(content: bytes) -> str:
    foreign = sum(byte > 0x7F for byte in content[:SAMPLE])
    if len(content) < LEAST or foreign < LEAST_FOREIGN or _is_damaged_utf_8(content):
        return ""
    found = chardet.detect(content, include_encodings=POSSIBLE, max_bytes=SAMPLE, no_match_encoding="ascii")
    name = str(found["encoding"] or "")
    return name if name and _makes_sense(content, name) else ""


def _is_damaged_utf_8(content: bytes) -> bool:
    """Whether most of what is beyond ASCII is UTF-8 all the same."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken >= broken


def _makes_sense(content: bytes, encoding: str) -> bool:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return not UNPRINTABLE.search(text) and not IN_A_WORD.search(text)


def _share(wanted: re.Pattern[str], text: str) -> float:
    return len(wanted.findall(text)) / len(text)
