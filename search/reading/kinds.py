"""Kinds: what each paragraph of a plain text is, by its form alone."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import get_args

from search.model import Paragraph, ParagraphKind
from search.posts import SIGNATURE, signature_in
from search.reading.normalising import normalised
from search.tables import Table

LONGEST_PARAGRAPH = 20_000  # characters: ten pages; what is longer has lost its line ends
MOST_PARAGRAPHS = 100_000  # in one article: ten long books
LONGEST_HEADING = 90  # characters, of which those of Chinese, Japanese and Korean count three times
MOST_HEADING_WORDS = 14
# A sentence ends at the end of a line, or within it: "She waved. Read more".
ENDED = re.compile(r"""[.:;,!?…。！？；：，、।॥۔؟؛።፧။។׃]\s*["”“»«’‘')』」]*$|[a-z]{4}[.!?]["”’)]*\s+[A-Z“"]""")


def _patterns() -> dict[ParagraphKind, tuple[re.Pattern[str], ...]]:
    table = Table(Path(__file__).parent / "kinds.toml")
    if strange := sorted(set(table.names()) - set(get_args(ParagraphKind))):
        raise table.unknown((strange[0],), get_args(ParagraphKind))
    kinds: list[ParagraphKind] = [kind for kind in get_args(ParagraphKind) if kind in table.names()]
    patterns = {kind: tuple(_pattern(p, kind, table) for p in table.entries(kind, "patterns")) for kind in kinds}
    table.refuse_others()
    return patterns


def _pattern(written: str, kind: ParagraphKind, table: Table) -> re.Pattern[str]:
    try:
        return re.compile(written)
    except re.error as error:
        raise table.fault((kind, "patterns"), f"holds {written}, which is no regular expression ({error})") from None


PATTERNS = _patterns()


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text, which blank lines part, numbered from 1."""
    return numbered((kind_of(piece), piece) for piece in pieces(text))


def pieces(text: str) -> Iterator[str]:
    """The texts between blank lines, without the white space around them."""
    parts = (piece for part in re.split(r"\n[ \t]*\n", text) if (piece := part.strip()))
    return (piece for part in parts for piece in cut(part))


def cut(text: str) -> Iterator[str]:
    """A text in pieces of bearable length, cut between words where it is longer than any paragraph."""
    start = 0
    while len(text) - start > LONGEST_PARAGRAPH:
        space = text.rfind(" ", start, start + LONGEST_PARAGRAPH)
        end = space if space > start else start + LONGEST_PARAGRAPH
        yield text[start:end]
        start = end + len(text[end : end + LONGEST_PARAGRAPH]) - len(text[end : end + LONGEST_PARAGRAPH].lstrip())
    yield text[start:]


def numbered(kinds_and_texts: Iterable[tuple[ParagraphKind, str]]) -> tuple[Paragraph, ...]:
    """Paragraphs from kinds and texts, which are normalised.

    The one before a lone signature line is the post that it signs.
    """
    normal = ((kind, text) for kind, written in kinds_and_texts if (text := normalised(written).strip()))
    bearable = islice(normal, MOST_PARAGRAPHS + 1)  # an article with one more is refused
    paragraphs = [Paragraph(n, kind, text) for n, (kind, text) in enumerate(bearable, 1)]
    signed = {p.number - 1 for p in paragraphs if SIGNATURE.fullmatch(p.text)}
    return tuple(
        Paragraph(p.number, "embed", p.text) if p.number in signed and p.kind == "body" else p for p in paragraphs
    )


def kind_of(text: str) -> ParagraphKind:
    """
    >>> kind_of("Legal right"), kind_of("To gallery page"), kind_of("He left."), kind_of("* “Name” - is banned.")
    ('heading', 'boilerplate', 'body', 'footnote')
    """
    if signature_in(text.rpartition("\n")[2]):
        return "embed"
    for kind, patterns in PATTERNS.items():
        if any(pattern.fullmatch(text) for pattern in patterns):
            return kind
    return "heading" if is_heading(text) else "body"


def is_heading(text: str) -> bool:
    """A short line that begins like a title and does not end like a sentence."""
    return (
        len(text) <= LONGEST_HEADING  # which is asked first, for most paragraphs are longer
        and len(text) + 2 * sum(letter > "\u2e7f" for letter in text) <= LONGEST_HEADING
        and "\n" not in text
        and len(text.split()) <= MOST_HEADING_WORDS
        and bool(re.match(r"[\"“«'‘]?[\w¿¡]", text))
        and not re.match(r"[\"“«'‘]?[a-z]", text)
        and not ENDED.search(text)
    )
