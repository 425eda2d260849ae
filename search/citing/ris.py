"""A reference as RIS: lines of a tag and a value, which end in CR LF."""

from collections.abc import Iterator, Sequence
from datetime import date

from search.citing.citation import Citation
from search.citing.wording import remarks


def ris(citations: Sequence[Citation]) -> str:
    """References as RIS records."""
    return "".join(f"{tag}  - {value}\r\n" for citation in citations for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    """The lines of a record: TY first and ER last; what is not known is left out."""
    known = {
        "TI": citation.title,
        "T2": citation.outlet,
        "PY": f"{citation.day.year:04}" if citation.day else "",
        "DA": _date(citation.day) if citation.day else "",
        "UR": citation.url,
        "Y2": _date(citation.accessed),
        "AB": citation.words,
        "N1": " ".join(remarks(citation)),
    }
    yield "TY", "NEWS"
    yield "ID", citation.key
    yield from (("AU", author.inverted) for author in citation.authors)
    yield from ((tag, value) for tag, value in known.items() if value)
    yield "ER", ""


def _date(day: date) -> str:
    return f"{day.isoformat().replace('-', '/')}/"
