"""Normalising: a text from outside as it is kept: composed, without signs that nobody sees, on one line."""

import re
import unicodedata

UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]|[\x00-\x08\x0e-\x1f\x7f]|[\ud800-\udfff]")
LIGATURES = {ord(sign): letters for sign, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)}


def normal(text: str) -> str:
    """
    >>> normal("The o\\ufb03ce\\u00a0re\\u00adopened\\n  today")
    'The office reopened today'
    """
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text).translate(LIGATURES)).split())
