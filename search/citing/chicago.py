"""A reference as a note after The Chicago Manual of Style, 17th edition: notes and bibliography, a newspaper's article.

    Tomas Drewe, Transport Minister, quoted in Ann Lee, “Bridge Closed,” Velin Courier, April 12, 2023, para. 2, https…

The outlet goes without an initial "The" (14.194) and is set in italics; the words themselves stand in the text to which
the note belongs. What has no day has "n.d." and the day on which it was read. Titles keep their capitals.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from search.citing.citation import Citation, capital
from search.citing.wording import quoted
from search.model import Span

HOW = {"direct": "quoted", "indirect": "paraphrased", "mixed": "quoted"}
MOST_AUTHORS = 3  # of more, the first and "et al." (14.76)


@dataclass(frozen=True, slots=True)
class Note:
    """A note, and what of it is set in italics."""

    text: str
    italics: tuple[Span, ...] = ()


def chicago(citations: Sequence[Citation]) -> str:
    """References as notes without italics, one a line."""
    return "".join(f"{note(citation).text}\n" for citation in citations)


def note(citation: Citation) -> Note:
    """A reference as a note."""
    outlet = re.sub(r"\AThe (?=\S)", "", citation.outlet)
    start = capital(_speaker(citation) + _authors(citation) + _title(citation))
    accessed = "" if citation.day else f"accessed {_day(citation.accessed)}"
    day = _day(citation.day) if citation.day else "n.d."
    place = [outlet, day, f"para. {citation.paragraph.number}", accessed, citation.url]
    text = f"{start}{', '.join(filter(None, place))}."
    remarks = [f"{capital(words)}." for words in citation.inferred]
    italics = (Span(len(start), len(start) + len(outlet)),) if outlet else ()
    return Note(" ".join([text, *remarks]), italics)


def _speaker(citation: Citation) -> str:
    said = citation.statement
    who = f"{citation.speaker}, " if said and said.speaker else ""
    return f"{who}{HOW[said.kind]} in " if said else ""


def _authors(citation: Citation) -> str:
    names = [author.name for author in citation.authors]
    if len(names) > MOST_AUTHORS:
        return f"{names[0]} et al., "
    joint = ", and " if len(names) > 2 else " and "
    return f"{joint.join(filter(None, [', '.join(names[:-1]), names[-1]]))}, " if names else ""


def _title(citation: Citation) -> str:
    """The title, its comma within the marks; one that ends in a question mark keeps both (14.96)."""
    return f"{quoted(citation.title)[:-1]},” " if citation.title else "untitled article, "


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
