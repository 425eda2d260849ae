"""JSON Lines: an article a line, with the keys that the README names."""

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Annotated

import msgspec

from search.errors import ReadError
from search.model import Article, Fact, Paragraph
from search.reading.assembling import article
from search.reading.header import Header, outlet_name, web_address
from search.reading.kinds import LONGEST_PARAGRAPH, kind_of, pieces
from search.reading.tongues import language_code

ADDRESSABLE = re.compile(
    r"(?!.*(?:^|/)(?:\.{1,2}|source)?(?:/|$))[^\x00-\x1f\x7f]{1,300}"
)  # no empty or dotted step, no /source
MOST_PARAGRAPHS = 1_000_000  # in one article; an index keeps the number in four bytes


class Line(msgspec.Struct):
    """What a paragraph of a line may say."""

    text: str
    n: Annotated[int, msgspec.Meta(ge=0, le=MOST_PARAGRAPHS)] | None = None
    role: str | None = None


class Record(msgspec.Struct):
    """What a line may say; other keys are left alone."""

    paragraphs: list[Line | str] | None = None
    text: str | None = None
    id: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    author: str | list[str] | None = None
    language: str | None = None


def articles_of_json_lines(text: str, path: str) -> Iterator[Article | ReadError]:
    """The articles of a JSON Lines file; a bad line is an error of its own."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield article_of_line(line, path, number)


def article_of_line(line: str, path: str, number: int) -> Article | ReadError:
    """The article of a line, or what is wrong with it."""
    try:
        return _article(msgspec.json.decode(line, type=Record), line, path, number)
    except (msgspec.DecodeError, ReadError, UnicodeEncodeError, RecursionError) as error:
        return ReadError(f"{path}: line {number} is no article ({_reason(error, path)}); mend or remove that line")


def _reason(error: Exception, path: str) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return str(error).removeprefix(f"{path}: ").partition(";")[0]


def _article(record: Record, line: str, path: str, number: int) -> Article:
    texts = record.paragraphs if record.paragraphs is not None else list(pieces(record.text or ""))
    lines = [Line(p) if isinstance(p, str) else p for p in texts]
    found = (
        Paragraph(n if p.n is None else p.n, "heading" if p.role == "title" else kind_of(p.text), p.text)
        for n, p in enumerate(lines, 1)
        if p.text.strip()
    )
    paragraphs = tuple(sorted(found, key=lambda p: p.number))
    if any(len(p.text) > LONGEST_PARAGRAPH for p in paragraphs):
        raise ReadError(f"a paragraph is longer than {LONGEST_PARAGRAPH:,} characters")
    if record.id and not ADDRESSABLE.fullmatch(record.id):
        raise ReadError(f"its id {record.id[:40]!r} cannot stand in an address")
    if len({p.number for p in paragraphs}) < len(paragraphs):
        raise ReadError("two of its paragraphs have one number")
    authors = (record.author,) if isinstance(record.author, str) else tuple(record.author or ())
    outlet, url = outlet_name(record.outlet or ""), web_address(record.url or "")
    language = language_code(record.language or "")
    given = {"outlet": (record.outlet, outlet), "url": (record.url, url), "language": (record.language, language)}
    senseless = {key: said for key, (said, made) in given.items() if said and not made}
    header = Header(
        title=Fact(record.title, "stated") if record.title else Fact(),
        outlet=Fact(outlet, "stated") if outlet else Fact(),
        published=Fact(record.date, "stated") if record.date else Fact(),
        url=url or "",
        authors=tuple(a for a in authors if a),
        language=Fact(language, "stated") if language else Fact(),
        notes=tuple(f"{key} “{said[:60]}” makes no sense and was left out" for key, said in senseless.items()),
    )
    return article(record.id or f"{PurePath(path).stem}-{number}", header, paragraphs, path=path, raw=line)
