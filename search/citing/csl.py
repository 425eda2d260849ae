"""A reference as CSL-JSON, which citation processors and reference managers read: csl-data.json, version 1.0.2."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from search.citing.citation import Citation
from search.citing.people import Author
from search.citing.wording import remarks


def csl(citations: Sequence[Citation]) -> str:
    """References as one JSON array."""
    return json.dumps([item(citation) for citation in citations], ensure_ascii=False, indent=2) + "\n"


def item(citation: Citation) -> dict[str, Any]:
    """A reference as one item; what is not known is left out."""
    fields: dict[str, Any] = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.title,
        "container-title": citation.outlet,
        "author": [_name(author) for author in citation.authors],
        "issued": _date(citation.day) if citation.day else None,
        "URL": citation.url,
        "accessed": _date(citation.accessed),
        "abstract": citation.words,
        "note": " ".join(remarks(citation)),
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: Author) -> dict[str, str]:
    if not author.family:
        return {"literal": author.name}
    parts = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
