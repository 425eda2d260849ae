"""Headers: the YAML lines between two rows of hyphens in which a file states what it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

import yaml

from search.model import Fact
from search.reading.days import day_of

HEADER = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>.*?)\n---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL)
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # YAML's "\uD800" makes them
LARGEST = 20_000  # characters: no header is longer, and YAML takes its time

# What a key may be called. Matched without regard to case.
NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "date": ("date", "published", "publication date"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "authors", "by", "byline"),
}


@dataclass(frozen=True, slots=True)
class Header:
    """What a file states of itself, and sentences about what in it made no sense."""

    title: Fact[str] = field(default_factory=Fact)
    outlet: Fact[str] = field(default_factory=Fact)
    published: Fact[date] = field(default_factory=Fact)
    url: str = ""
    authors: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def header_and_body(text: str) -> tuple[Header, str]:
    """The header of a text and the rest of it; a text without one has an empty header."""
    found = HEADER.match(text)
    if not found or not re.search(r"^[A-Za-z][\w ]*:", found["yaml"], re.MULTILINE):
        return Header(), text
    keys, notes = _keys(found["yaml"])
    return _header(keys, notes), found["body"]


def _keys(text: str) -> tuple[dict[str, object], list[str]]:
    """The header's keys in our names; every value a string or a list of them."""
    try:
        if len(text) > LARGEST:
            raise yaml.YAMLError(f"it is longer than {LARGEST:,} characters")
        loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader makes strings, lists and maps only
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:  # "\UFFFFFFFF" overflows
        return {}, [f"the header is not YAML and was left out of account{_where(error)}"]
    if not isinstance(loaded, dict):
        return {}, ["the header has no keys and was left out of account"]
    given = {str(k).strip().lower(): v for k, v in loaded.items()}
    return {ours: given[name] for ours, names in NAMES.items() for name in reversed(names) if given.get(name)}, []


def _where(error: Exception) -> str:
    """What is wrong with YAML, and in which line of the file."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or error
    return f": {' '.join(str(problem).split())[:100]}" + (f", in line {mark.line + 2}" if mark else "")


def _header(keys: dict[str, object], notes: list[str]) -> Header:
    def value(name: str, of: Callable[[str], object | None], wanted: str) -> object | None:
        given = keys.get(name)
        made = of(_line(given)) if isinstance(given, str) else None
        if given and made is None:
            shown = f"“{_line(given)[:60]}”" if isinstance(given, str) else "as a list"
            notes.append(f"{name} {shown} makes no sense and was left out of account; write {wanted}")
        return made

    title, outlet = value("title", str, "one line"), value("outlet", str, "one name")
    published = value("date", day_of, "a day as 2024-05-31")
    url = value("url", web_address, "an address that begins with http:// or https://")
    return Header(
        title=Fact(title, "stated") if isinstance(title, str) else Fact(),
        outlet=Fact(outlet, "stated") if isinstance(outlet, str) else Fact(),
        published=Fact(published, "stated") if isinstance(published, date) else Fact(),
        url=str(url or ""),
        authors=_authors(keys.get("author")),
        notes=tuple(notes),
    )


def web_address(text: str) -> str | None:
    """The address if it is one of the web, else None.

    >>> web_address("javascript:alert(1)")
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"\s", text) else None


def _authors(given: object) -> tuple[str, ...]:
    names = re.split(r",| and ", given) if isinstance(given, str) else given if isinstance(given, list) else []
    return tuple(line for name in names if isinstance(name, str) and (line := _line(name)))


def _line(text: str) -> str:
    """One line, with single spaces and nothing that cannot be written to a file."""
    return " ".join(UNWRITABLE.sub(" ", text).split())
