"""Encodings: from the bytes of a page to its text, by its mark, by what it declares, or by its letters."""

import codecs
import re

import webencodings

from search.errors import ReadError
from search.reading.encodings import likely_encoding

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
HEAD = 4_096  # bytes; a page has to declare its encoding in the first kilobyte, and many are late
SAMPLE = 65_536  # bytes, of which an encoding that is not declared is told
# <meta charset="koi8-r">, <meta http-equiv=… content="text/html; charset=koi8-r">, <?xml … encoding="koi8-r"?>
DECLARED = re.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})"""
)
FEW = 0.01  # of a page's characters: some pages of UTF-8 have a few bytes that are none
STRAY = b"\0"
TAG = re.compile(rb"<[^<>]*>")


def text_of_page(content: bytes, name: str) -> str:
    """The text of a page; raises ReadError where it is none."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if STRAY in content[:SAMPLE]:
        if wide := likely_encoding(content[:SAMPLE]):
            return content.decode(wide, "replace")
        raise ReadError(f"{name}: holds binary data, not a page; remove it or save the page as HTML")
    return _decoded(content, _declared(content))


def _declared(content: bytes) -> str:
    """The encoding that a page declares, as Python calls it; "" where it declares none that is known."""
    found = DECLARED.search(content[:HEAD])
    known = webencodings.lookup(found[1].decode("ascii")) if found else None
    if known is None or known.name in {"utf-16le", "utf-16be", "replacement", "x-user-defined"}:
        return ""  # what can be read far enough to find the declaration is not UTF-16
    return str(known.codec_info.name)


def _decoded(content: bytes, declared: str) -> str:
    try:
        return content.decode("utf-8")  # text in another encoding is hardly ever UTF-8 by chance
    except UnicodeDecodeError:
        if declared and declared != "utf-8":
            return content.decode(declared, "replace")
    mended = content.decode("utf-8", "replace")
    if declared and mended.count("\ufffd") <= FEW * len(mended):
        return mended
    visible = TAG.sub(b"\n", content[:SAMPLE].rpartition(b"<")[0])
    likely = likely_encoding(visible)
    return content.decode(likely, "replace") if likely else mended
