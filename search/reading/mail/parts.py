"""Parts: what a message is made of: its text, plain or HTML, messages that it encloses, and attachments by name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from search.reading.mail.messages import FAULTS, decoded
from search.reading.normalising import line_of

DEEPEST = 30  # parts within parts
MOST_PARTS = 1_000  # of one message
FLOWED = "format=flowed"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a message: HTML or plain, and if plain, whether a space at the end of a line joins it to the next."""

    text: str
    html: bool
    flowed: bool


@dataclass(slots=True)
class Parts:
    """What was found in a message, in order."""

    passages: list[Passage] = field(default_factory=list)
    enclosed: list[Message] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    count: int = 0


def parts_of(message: Message) -> Parts:
    """The parts of a message."""
    found = Parts()
    _gather(message, found, 0)
    return found


def _gather(part: Message, found: Parts, depth: int) -> None:
    found.count += 1
    if depth > DEEPEST or found.count > MOST_PARTS:
        return
    kind = part.get_content_type()
    if kind == "message/rfc822" or (kind == "message/global" and part.is_multipart()):
        found.enclosed += [inner for inner in _inner(part) if depth < DEEPEST]
    elif kind == "multipart/alternative":
        _gather_best(part, found, depth)
    elif part.is_multipart():
        for inner in _inner(part):
            _gather(inner, found, depth + 1)
    elif kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        found.passages.append(_passage(part))
    elif not kind.startswith(("multipart/", "message/")) and (name := _filename(part)):
        found.attached.append(name)


def _gather_best(part: Message, found: Parts, depth: int) -> None:
    """Of alternatives the last one that has a text, for that is the best; the others say the same."""
    for inner in list(_inner(part))[::-1]:
        tried = Parts(count=found.count)
        _gather(inner, tried, depth + 1)
        found.count = tried.count
        if any(passage.text.strip() for passage in tried.passages):
            found.passages += tried.passages
            found.enclosed += tried.enclosed
            found.attached += tried.attached
            return


def _inner(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    return (inner for inner in payload if isinstance(inner, Message)) if isinstance(payload, list) else iter(())


def _passage(part: Message) -> Passage:
    try:
        content = part.get_payload(decode=True)
    except FAULTS:
        content = b""
    text = decoded(content if isinstance(content, bytes) else b"", part.get_content_charset() or "utf-8")
    settings = str(part.get("content-type", "")).lower().replace(" ", "").replace('"', "")
    return Passage(text, html=part.get_content_subtype() == "html", flowed=FLOWED in settings)


def _filename(part: Message) -> str:
    """The name of an attachment, "" for a picture that stands in the text."""
    try:
        name = line_of(part.get_filename() or "")[:100]
    except FAULTS:
        name = "one without a name"
    return "" if part.get("content-id") and part.get_content_maintype() == "image" else name
