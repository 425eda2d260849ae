"""Encodings: which one bytes are most likely in that do not say so; none where the evidence is thin."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from search.reading.alphabets import ALPHABETS

MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
POSSIBLE = sorted({encoding for alphabet in ALPHABETS for encoding in alphabet.encodings})
LEAST = 30  # bytes: of fewer the encoding is a guess
ASCII = bytes(range(0x80))
LEAST_FOREIGN = 3  # bytes beyond ASCII, for the same reason
SAMPLE = 200_000  # bytes; what tells UTF-16 stands in them
TOLD = 20_000  # bytes of the lines that have letters beyond ASCII; what tells their encoding stands in them

# Logarithms of likelihoods, as those of an alphabet are.
CLEAR = 4.0  # how much likelier a text has to be than any other: fifty times
POOREST, POOREST_EASTERN = -4.3, -8.0  # for each letter; that of real texts is -3.5 or -6.8, that of noise -5.7
OLD = {"mac-roman": -6.0, "cp850": -6.0, "cp852": -6.0}  # how much less likely: hardly written since 2000
TEAR = -8.0  # for each letter with something beside it that hardly stands there

UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
# What running text without spaces is made of, and the marks that no such text does without.
EASTERN = re.compile(r"[\s!-~\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]")
EASTERN_MARKS = re.compile(r"[ \u3001\u3002\uff0c]")
TORN = re.compile(
    r"""(?x) [a-zß-öø-ÿα-ωа-џ](?=[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я])  # мОСТ
      | [A-Za-z](?=[\u0370-\u1fff\u3040-\ud7ff]) | [\u0370-\u1fff\u3040-\ud7ff](?=[A-Za-z])  # Grцn
      | [^\W\d_](?=[„‚\u2500-\u259f])  # manh„, ні╕
      | [^\W\d_\u2e80-\uffff] (?=
          [\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf\u02c6-\u02dd\u2020-\u2022\u2030-\u2bff][^\W\d_])  # jesieni±ą"""
)
MOSTLY = 0.97  # of a text: the rest are names and signs from elsewhere


@dataclass(frozen=True, slots=True)
class Reading:
    """What bytes say in an encoding, how likely that is in a language, and whether likely enough."""

    text: str
    encoding: str
    likelihood: float
    is_likely: bool


def marked_encoding(content: bytes) -> str:
    """The encoding that the first bytes state, "" where they state none."""
    return next((name for mark, name in MARKED.items() if content.startswith(mark)), "")


def likely_encoding(content: bytes) -> str:
    """The encoding of bytes that are not UTF-8, as Python calls it; "" where none is likely enough.

    Of 109 invented pieces of news of 60 letters in 34 languages 102 are read rightly, 6 refused and 1 misread; of 137
    of 100 letters 135 are read rightly and 2 refused; of those of 300 letters all are read rightly.
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
    foreign = len(content.translate(None, ASCII))
    if len(content) < LEAST or foreign < LEAST_FOREIGN or _is_damaged_utf_8(content):
        return ""
    lines = b"\n".join(line for line in content.splitlines() if not line.isascii())
    found = sorted(_readings(lines[:TOLD]), key=lambda reading: -reading.likelihood)
    best = next(iter(found), None)
    rival = next((reading for reading in found if best and reading.text != best.text), None)
    if not best or not best.is_likely or (rival and best.likelihood - rival.likelihood < CLEAR):
        return ""
    return best.encoding if _decodes(content, best.encoding) else ""


def _readings(content: bytes) -> Iterator[Reading]:
    """All that bytes may say, once for each language that is written in an encoding."""
    for encoding in POSSIBLE:
        if not (text := _sense(content, encoding)):
            continue
        characters = Counter(c for c in text.replace("İ", "i").lower() if c.isalpha() or c > "\x7f")
        loss = TEAR * len(TORN.findall(text)) + OLD.get(encoding, 0.0)
        for alphabet in (a for a in ALPHABETS if encoding in a.encodings):
            likelihood = alphabet.likelihood(characters) + loss
            poorest = POOREST_EASTERN if alphabet.is_eastern else POOREST
            yield Reading(text, encoding, likelihood, likelihood >= poorest * characters.total())


def _sense(content: bytes, encoding: str) -> str:
    """The text of bytes that may end within a letter, "" where it is none."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content)
    except UnicodeDecodeError:
        return ""
    return "" if UNPRINTABLE.search(text) else text


def _is_damaged_utf_8(content: bytes) -> bool:
    """Whether most of what is beyond ASCII is UTF-8 all the same."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken >= broken


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        return not UNPRINTABLE.search(content.decode(encoding))
    except UnicodeDecodeError:
        return False


def _share(wanted: re.Pattern[str], text: str) -> float:
    return len(wanted.findall(text)) / len(text)
