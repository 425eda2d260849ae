"""Scripts: what the world's ways of writing ask of whoever looks for words, as parts of regular expressions."""

import re
import unicodedata
from collections.abc import Iterator

LAST = 0x1FFFF  # behind it are ideographs, tags and nothing that belongs to the letter before it


def _ranges(kinds: frozenset[str]) -> Iterator[str]:
    """The characters of these general categories, as ranges of a character class."""
    first = 0
    for code in range(0x300, LAST + 1):
        if unicodedata.category(chr(code)) in kinds:
            first = first or code
        elif first:
            yield f"{chr(first)}-{chr(code - 1)}"
            first = 0


# Accents and vowel signs: they belong to the letter before them, and \w does not know them.
MARKS = "".join(_ranges(frozenset({"Mn", "Mc", "Me"})))
# Of these, the ones that readers leave out and that make no other word: accents, Hebrew points, Arabic vowels, nuktas.
ACCENTS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# What stands within a word and is not seen: a soft hyphen, the joiners of Persian and of India.
UNSEEN = "\u00ad\u200c\u200d"
# Letters of writing in which no space parts the words: Thai and Lao, Burmese, Khmer, kana, ideographs; and of Korean,
# where a space parts them, but what English says by another word is written at the end of the one before.
UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
VOICED = "\uff9e\uff9f"  # the marks of half-width kana, which Unicode takes for letters
LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\uff21-\uff5a]")


def foreign_letters(text: str) -> int:
    """How many letters of a text are not Latin.

    >>> foreign_letters("Größe, a2"), foreign_letters("мост"), foreign_letters("Đạt")
    (0, 4, 0)
    """
    return sum(letter.isalpha() and not LATIN.match(letter) for letter in text)
