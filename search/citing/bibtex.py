"""A reference as BibTeX: whatever a text holds, its braces balance and TeX prints it as it is."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from search.citing.citation import Citation
from search.citing.people import Author
from search.citing.wording import quoted, remarks

# A brace with a backslash before it still counts for BibTeX, so each becomes a command that has none.
COMMANDS = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "~": "textasciitilde",
    "^": "textasciicircum",
    "<": "textless",
    ">": "textgreater",
    "|": "textbar",
}
ESCAPED = {character: f"{{\\{name}}}" for character, name in COMMANDS.items()} | {c: f"\\{c}" for c in "&%$#_"}
TABLE = str.maketrans(ESCAPED)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # BibTeX's own macros


def bibtex(citations: Sequence[Citation]) -> str:
    """References as BibTeX entries."""
    return "\n".join(map(entry, citations))


def entry(citation: Citation) -> str:
    """A reference as an entry, of @article where the outlet is known, else of @misc."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@{'article' if citation.outlet else 'misc'}{{{citation.key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.authors:
        yield "author", f"{{{' and '.join(map(_author, citation.authors))}}}"
    if citation.title:
        yield "title", f"{{{{{escaped(citation.title)}}}}}"  # the inner braces keep its capitals
    if citation.outlet:
        yield "journal", f"{{{escaped(citation.outlet)}}}"
    yield from _day(citation)
    if citation.url:
        yield "url", f"{{{_address(citation.url)}}}"
    yield "urldate", f"{{{citation.accessed.isoformat()}}}"
    yield "note", f"{{{escaped(' '.join([*remarks(citation), quoted(citation.words)]))}}}"


def _day(citation: Citation) -> Iterator[tuple[str, str]]:
    if not citation.day:
        yield "year", "{n.d.}"
        return
    yield "year", f"{{{citation.day.year}}}"
    yield "month", MONTHS[citation.day.month - 1]
    yield "day", f"{{{citation.day.day}}}"


def escaped(text: str) -> str:
    r"""
    >>> print(escaped("Smith & Sons_100% {x}"))
    Smith \& Sons\_100\% {\textbraceleft}x{\textbraceright}
    """
    return text.translate(TABLE)


def _author(author: Author) -> str:
    r"""A name as BibTeX reads it: "von Last, Jr, First"; one that has no parts is kept together by braces."""
    if not author.family:
        return f"{{{escaped(author.name)}}}"
    last = escaped(f"{author.particle} {author.family}".strip())
    return ", ".join(filter(None, [last, escaped(author.suffix), escaped(author.given)]))


def _address(url: str) -> str:
    """An address, which is printed as it is: only what would unbalance the entry is encoded."""
    return re.sub(r"[{}\\\s]", lambda found: quote(found[0]), url)
