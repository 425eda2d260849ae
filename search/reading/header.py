"""Headers: the YAML lines between two rows of hyphens in which a file states what it is."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from search.model import Fact
from search.reading.tongues import language_code
from search.reading.written import day_told

# No line of a header is blank: what stands between two rules with a blank line in it is text.
HEADER = re.compile(
    r"\A\s*---[ \t]*\n(?P<yaml>(?:[ \t]*\S[^\n]*\n){1,2000}?)---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL
)
PLAIN_LINE = re.compile(r"([A-Za-z][\w ]*?)\s*:\s*(\w[^\[\]{}\\]{0,300})")  # title: Tolls: a history
NAME_LIMIT = 200  # characters: longer is no name of an outlet
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # YAML's "\uD800" makes them
LARGEST = 20_000  # characters: no header is longer, and YAML takes its time

# What a key may be called. Matched without regard to case.
NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "date": ("date", "published", "publication date"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "authors", "by", "byline"),
    "language": ("language", "lang"),
}

STATES = re.compile(rf"(?im)^\s*(?:{'|'.join(n for names in NAMES.values() for n in names)})\s*:")  # a key we know


@dataclass(frozen=True, slots=True)
class Header:
    """What a file states of itself, and sentences about what in it made no sense."""

    title: Fact[str] = field(default_factory=Fact)
    outlet: Fact[str] = field(default_factory=Fact)
    published: Fact[date] = field(default_factory=Fact)
    url: str = ""
    authors: tuple[str, ...] = ()
    language: Fact[str] = field(default_factory=Fact)
    notes: tuple[str, ...] = field(default=())


def header_and_body(text: str) -> tuple[Header, str]:
    """The header of a text and the rest of it; a text without one has an empty header."""
    found = HEADER.match(text)
    if not found or not STATES.search(found["yaml"]):
        return Header(), text
    keys, notes = _keys(found["yaml"])
    return header_of(keys, notes), found["body"]


def _by_line(text: str) -> dict[str, object]:
    """The keys that we know, line by line, where they are plain: `title: Tolls: a history` is not YAML, but clear."""
    lines = (PLAIN_LINE.fullmatch(line.strip()) for line in text.split("\n"))
    return _known({line[1].lower(): line[2] for line in lines if line})


def _known(given: dict[str, object]) -> dict[str, object]:
    return {ours: given[name] for ours, names in NAMES.items() for name in reversed(names) if given.get(name)}


def _keys(text: str) -> tuple[dict[str, object], list[str]]:
    """The header's keys in our names; every value a string or a list of them."""
    try:
        if len(text) > LARGEST:
            raise yaml.YAMLError(f"it is longer than {LARGEST:,} characters")
        loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader makes strings, lists and maps only
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:  # "\UFFFFFFFF" overflows
        return _by_line(text), [f"the header is not YAML and was read line by line{_where(error)}"]
    if not isinstance(loaded, dict):
        return _by_line(text), ["the header is not YAML and was read line by line"]
    return _known({str(k).strip().lower(): v for k, v in loaded.items()}), []


def _where(error: Exception) -> str:
    """What is wrong with YAML, and in which line of the file."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or error
    return f": {' '.join(str(problem).split())[:100]}" + (f", in line {mark.line + 2}" if mark else "")


def outlet_name(text: str) -> str | None:
    """The text if it is short enough to be a name, else None."""
    return text if len(text) <= NAME_LIMIT else None


def web_address(text: str) -> str | None:
    """The address if it is one of the web, else None.

    >>> web_address("javascript:alert(1)")
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"\s", text) else None


# How each key is read, which makes None of nonsense, and what is to be written in its place.
READ: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "title": (str, "one line"),
    "outlet": (outlet_name, "one name"),
    "date": (day_told, "a day as 2024-05-31"),
    "url": (web_address, "an address that begins with http:// or https://"),
    "language": (language_code, "a code such as en or pt-BR"),
}


def header_of(keys: Mapping[str, object], notes: Sequence[str] = ()) -> Header:
    """What is stated under our own keys (title, outlet, date, url, author, language), each a string or a list of them.

    What makes no sense is left out, and noted after `notes`.
    """
    made = {
        key: read(_line(given)) if isinstance(given := keys.get(key), str) else None for key, (read, _) in READ.items()
    }
    senseless = (_senseless(key, keys[key]) for key, value in made.items() if keys.get(key) and value is None)
    return Header(
        title=_fact(made["title"]),
        outlet=_fact(made["outlet"]),
        published=_fact(made["date"]),
        url=made["url"] or "",
        authors=_authors(keys.get("author")),
        language=_fact(made["language"]),
        notes=(*notes, *senseless),
    )


def _fact(value: Any) -> Fact[Any]:
    return Fact(value, "stated") if value else Fact()


def _senseless(key: str, given: object) -> str:
    shown = f"“{_line(given)[:60]}”" if isinstance(given, str) else "as a list"
    return f"{key} {shown} makes no sense and was left out of account; write {READ[key][1]}"


def _authors(given: object) -> tuple[str, ...]:
    names = re.split(r",| and ", given) if isinstance(given, str) else given if isinstance(given, list) else []
    return tuple(line for name in names if isinstance(name, str) and (line := _line(name)))


def _line(text: str) -> str:
    """One line, with single spaces and nothing that cannot be written to a file."""
    return " ".join(UNWRITABLE.sub(" ", text).split())
