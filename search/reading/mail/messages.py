"""Messages: bytes become a message of the standard library, within bounds, and its headers become text."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesFeedParser
from time import monotonic

from search.errors import ReadError
from search.reading.normalising import line_of

STEP = 64 * 1024  # bytes, after which the clock is looked at
SECONDS = 10.0  # a message that takes longer was made to
LONGEST_HEADER = 5_000  # characters
FAULTS = (MessageError, ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError)
KNOWN = ("from", "subject", "date", "received", "mime-version", "message-id", "to", "return-path")
# The line before each message of an mbox ends with a day and a time: From news@tarn.example Fri May 31 07:00:00 2024
START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,300}?\d\d:\d\d[^\r\n]{0,40}\r?\n")
ESCAPED = re.compile(rb"(?m)^>(?=>*From )")


def message_of(content: bytes, what: str) -> Message:
    """The message that bytes make; raises ReadError."""
    parser, end = BytesFeedParser(), monotonic() + SECONDS
    try:
        for at in range(0, len(content), STEP):
            parser.feed(content[at : at + STEP])
            if monotonic() > end:
                raise ReadError(f"{what}: is put together so strangely that it takes too long to read; remove it")
        message = parser.close()
    except FAULTS:
        raise ReadError(f"{what}: is damaged or nested too deep; save it anew from the program for mail") from None
    if not any(message.get(name) for name in KNOWN):
        raise ReadError(f"{what}: is no e-mail, for it has no headers; give it the suffix that it needs")
    return message


def messages_in(content: bytes) -> Iterator[bytes]:
    """The messages of an mbox, one after the other; none where no line begins one."""
    starts = [(found.start(), found.end()) for found in START.finditer(content)]
    ends = [start for start, _ in starts[1:]] + [len(content)]
    for (_, begin), end in zip(starts, ends, strict=bool(starts)):
        yield ESCAPED.sub(b"", content[begin:end])


def header(message: Message, name: str) -> str:
    """The text of a header, "" if there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")[:LONGEST_HEADER]
    try:
        parts = decode_header(_unescaped(raw, message))
    except FAULTS:
        return line_of(raw)
    return line_of("".join(part if isinstance(part, str) else _text(part, charset) for part, charset in parts))


def _unescaped(raw: str, message: Message) -> str:
    """A header that was sent as bare bytes, in UTF-8 or else in the letters of the text."""
    content = raw.encode("utf-8", "surrogateescape")
    try:
        return content.decode()
    except UnicodeDecodeError:
        charsets = (part.get_content_charset() for part in message.walk())
        return _text(content, next((charset for charset in charsets if charset), "cp1252"))


def _text(content: bytes, charset: str | None) -> str:
    return decoded(content, charset or "ascii")


def decoded(content: bytes, charset: str) -> str:
    """Bytes in the letters that they are said to be in, or else in UTF-8, or else in those of Windows."""
    for name in (charset, "utf-8"):
        try:
            return content.decode("gb18030" if name.lower() in {"gb2312", "gbk"} else name)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")
