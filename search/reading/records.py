"""Records: what an object of JSON says of its article, in the schema of docs/formats.md, of ninjs or of a JSON Feed."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, get_args

import msgspec

from search.errors import PassedOver, ReadError
from search.model import Article, Paragraph, ParagraphKind
from search.reading.assembling import article, id_of
from search.reading.header import Header, header_of
from search.reading.json_feeds import article_of_feed_item, is_feed_item
from search.reading.kinds import LONGEST_PARAGRAPH, MOST_PARAGRAPHS, kind_of, pieces
from search.reading.ninjs import article_of_ninjs, is_ninjs
from search.reading.schema import Line, Record, Said, Stated
from search.reading.written import day_told

# No empty or dotted step, and no /source.
ADDRESSABLE = re.compile(r"(?!.*(?:^|/)(?:\.{1,2}|source)?(?:/|$))[^\x00-\x1f\x7f]{1,300}")


def article_of_object(
    text: str, path: str, number: int = 0, what: str = "item", *, feed: Mapping[str, Any] | None = None
) -> Article | ReadError:
    """The article of an object, or what is wrong with it.

    `number` is its place among others, 0 for the only one; `feed` is what the JSON Feed that holds it says of itself.
    """
    place = f"{what} {number}" if number else "it"
    try:
        return _article(text, path, f"{PurePath(path).stem}-{number}" if number else id_of(path), feed)
    except PassedOver as error:
        return PassedOver(f"{path}: {place} is no article: {error}")
    except (msgspec.DecodeError, ReadError, UnicodeEncodeError, RecursionError) as error:
        mend = f"mend or remove {f'that {what}' if number else 'it'}"
        return ReadError(f"{path}: {place} is no article ({_reason(error, path)}); {mend}")


def _reason(error: Exception, path: str) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return str(error).removeprefix(f"{path}: ").partition(";")[0]


def _article(text: str, path: str, id: str, feed: Mapping[str, Any] | None) -> Article:
    keys = msgspec.json.decode(text, type=dict[str, msgspec.Raw] | list[msgspec.Raw] | str | float | bool | None)
    if isinstance(keys, dict) and is_ninjs(keys):
        return article_of_ninjs(msgspec.json.decode(text, type=dict[str, Any]), path, id=id, raw=text)
    if feed is not None or (isinstance(keys, dict) and is_feed_item(keys)):
        return article_of_feed_item(msgspec.json.decode(text, type=dict[str, Any]), path, id=id, raw=text, feed=feed)
    record = msgspec.json.decode(text, type=Record)
    if record.id and not ADDRESSABLE.fullmatch(record.id):
        raise ReadError(f"its id {record.id[:40]!r} cannot stand in an address")
    return article(record.id or id, _header(record), _paragraphs(record), path=path, raw=text)


def _paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """The paragraphs in the order of their numbers; raises ReadError for those that cannot be."""
    given = record.paragraphs if record.paragraphs is not None else list(pieces(record.text or record.body or ""))
    if len(given) > MOST_PARAGRAPHS:
        raise ReadError(f"it has more than {MOST_PARAGRAPHS:,} paragraphs")
    found = (
        _paragraph(Line(line) if isinstance(line, str) else line, place)
        for place, line in enumerate(given, 1)
        if (line if isinstance(line, str) else line.text).strip()
    )
    paragraphs = tuple(sorted(found, key=lambda p: p.number))
    if any(len(p.text) > LONGEST_PARAGRAPH for p in paragraphs):
        raise ReadError(f"a paragraph is longer than {LONGEST_PARAGRAPH:,} characters")
    if len({p.number for p in paragraphs}) < len(paragraphs):
        raise ReadError("two of its paragraphs have one number")
    return paragraphs


def _paragraph(line: Line, place: int) -> Paragraph:
    """The paragraph of a line; its own number and kind count, where it states them."""
    number = next((n for n in (line.n, line.number) if n is not None), place)
    stated: ParagraphKind | None = "heading" if line.role == "title" else None
    for kind in get_args(ParagraphKind):
        stated = kind if line.kind == kind else stated
    return Paragraph(number, stated or kind_of(line.text), line.text)


def _header(record: Record) -> Header:
    """What the record states; a date that is none makes it no article, other nonsense is left out and noted."""
    written = _word(record.date) or _word(record.published)
    if written and day_told(written) is None:
        raise ReadError(f"its date “{written[:40]}” is none, write it as 2024-05-31")
    said = {key: _word(getattr(record, key)) for key in ("title", "outlet", "language")}
    return header_of(said | {"date": written, "url": record.url or "", "author": record.author or record.authors or []})


def _word(said: Said) -> str:
    return (said.value if isinstance(said, Stated) else said) or ""
