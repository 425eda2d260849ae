"""Forwarded: the lines that a program for mail puts before a message that somebody passes on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr

from search.model import Fact, Paragraph
from search.reading.header import Header
from search.reading.mail.senders import outlet_and_authors, sent_on

FIRST = 12  # paragraphs, among which the lines stand
PREFIX = re.compile(r"(?i)^\s*(?:(?:fwd?|wg|tr|rv|enc|i|doorst|vs|re|aw|sv|antw|r)\s*:\s*)+")
REPLY = re.compile(r"(?i)\s*(?:re|aw|sv|antw|r)\s*:")
KEYS = {
    "from": ("from", "von", "de", "da", "van", "od", "от"),
    "date": ("date", "sent", "datum", "gesendet", "envoyé", "fecha", "enviado", "data", "дата"),
    "subject": ("subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "тема"),
}
LINE = re.compile(rf"(?i)\*?(?P<key>{'|'.join(key for keys in KEYS.values() for key in keys)})\s?:\*?\s+(?P<said>\S.*)")


def with_forwarded(
    header: Header, paragraphs: Sequence[Paragraph], subject: str
) -> tuple[Header, tuple[Paragraph, ...]]:
    """The header with what the forwarded message says of itself, and the paragraphs with those lines marked.

    Below a reply such lines begin the message that it answers, which is marked, and says nothing of the reply.
    """
    found = next(((p, said) for p in paragraphs[:FIRST] if (said := _said(p.text))), None)
    if found is None:
        return header, tuple(paragraphs)
    lines, said = found
    marked = tuple(replace(p, kind="boilerplate") if p is lines else p for p in paragraphs)
    if REPLY.match(subject):
        return header, tuple(replace(p, kind="embed") if p.number > lines.number else p for p in marked)
    return _header(header, said, lines.number), marked


def without_prefix(subject: str) -> str:
    """
    >>> without_prefix("Fwd: FW: Tolls fall")
    'Tolls fall'
    """
    return PREFIX.sub("", subject)


def _said(text: str) -> dict[str, str]:
    """What the lines say by our names; {} where fewer than a sender and one more stand there."""
    said: dict[str, str] = {}
    for line in text.split("\n"):
        if found := LINE.match(line.strip()):
            key = next(ours for ours, keys in KEYS.items() if found["key"].lower() in keys)
            said.setdefault(key, found["said"].strip())
    return said if "from" in said and len(said) > 1 else {}


def _header(header: Header, said: dict[str, str], number: int) -> Header:
    outlet, authors = outlet_and_authors(said["from"])
    if not outlet.value and not parseaddr(said["from"])[1].count("@"):
        outlet = Fact(said["from"][:100], "stated")
    day, title = sent_on(said.get("date", "")), without_prefix(said.get("subject", ""))
    return replace(
        header,
        outlet=Fact(outlet.value, "inferred", said["from"], number) if outlet.value else header.outlet,
        published=Fact(day, "inferred", said["date"], number) if day else header.published,
        title=Fact(title, "inferred", said["subject"], number) if title else header.title,
        authors=authors or (),
    )
