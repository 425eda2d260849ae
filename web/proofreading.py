"""Proofreading: what a translation lacks before readers may see it, each a sentence that names the message."""

import re
from collections.abc import Iterator, Sequence

from babel.messages.catalog import Catalog, Message

PLACE = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]*>|%")  # what is put in, tags, and a sign that must not be lost
SHOWN = 60  # characters of a message that are told


def faults(translated: Catalog, current: Catalog) -> list[str]:
    """What is wrong with a language, given the messages of now; empty where it is complete."""
    lost = [f"{_told(m)} is said nowhere any more" for m in translated if m.id and not _in(current, m)]
    return lost + [fault for message in current if message.id for fault in _faults(message, translated)]


def _faults(message: Message, translated: Catalog) -> Iterator[str]:
    ours = translated.get(message.id, message.context)
    if ours is None or not all(_forms(ours)):
        yield f"{_told(message)} is not translated, or not in every plural"
    elif ours.pluralizable != message.pluralizable:
        yield f"{_told(message)} has a plural in one language and none in the other"
    elif ours.fuzzy:
        yield f"{_told(message)} is fuzzy; look at it, then take the mark away"
    elif strange := [form for form in _forms(ours) if _places(form) not in map(_places, _originals(message))]:
        yield f"{_told(message)} has other places or tags than its translation “{strange[0]}”"


def _in(current: Catalog, message: Message) -> bool:
    return current.get(message.id, message.context) is not None


def _places(text: str) -> set[str]:
    """
    >>> sorted(_places("<b>%(num)s</b> of {limit}, 100%"))
    ['%', '%(num)s', '</b>', '<b>', '{limit}']
    """
    return set(PLACE.findall(text))


def _originals(message: Message) -> Sequence[str]:
    """A message, or its singular and its plural: "one article" does without the number, and so may its translation."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message) -> Sequence[str]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _told(message: Message) -> str:
    return f"“{_originals(message)[0][:SHOWN]}”"
