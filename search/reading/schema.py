"""Schema: what an object of JSON may say of an article; docs/formats.md tells it to people."""

from typing import Annotated

import msgspec

HIGHEST_NUMBER = 1_000_000  # of a paragraph; an index keeps it in four bytes

Number = Annotated[int, msgspec.Meta(ge=0, le=HIGHEST_NUMBER)]


class Stated(msgspec.Struct):
    """A thing that is stated with what it rests on, as this program itself may write it."""

    value: str | None


Said = str | Stated | None


class Line(msgspec.Struct):
    """What a paragraph may say."""

    text: str
    n: Number | None = None
    number: Number | None = None
    role: str | None = None
    kind: str | None = None


class Record(msgspec.Struct):
    """What an object may say; other keys are left alone."""

    paragraphs: list[Line | str] | None = None
    text: str | None = None
    body: str | None = None
    id: str | None = None
    outlet: Said = None
    date: Said = None
    published: Said = None
    title: Said = None
    url: str | None = None
    author: str | list[str] | None = None
    authors: str | list[str] | None = None
    language: Said = None
