"""Normalising: one form for what looks alike, before paragraphs are cut, so that offsets are true to what is shown."""

import re
import unicodedata

# Joiners are invisible between Latin letters, and letters of their own in Persian, Hindi or an emoji.
INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=[\x00-\u024f])[\u200c\u200d]")
SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
LIGATURE = re.compile(r"[\ufb00-\ufb06]")  # ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def normalised(text: str) -> str:
    r"""A text in composed letters, with plain spaces and line ends, and without signs that nobody can see.

    >>> normalised("The o\u00adf\ufb01ce,\u00a0Rene\u0301 said\u200b.")
    'The office, René said.'
    """
    text = SPACE.sub(" ", INVISIBLE.sub("", CONTROL.sub(" ", LINE_END.sub("\n", text))))
    expanded = LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", expanded)


def line_of(text: str) -> str:
    """A text in one line, normalised, with single spaces."""
    return " ".join(normalised(text).split())
