"""A reference as text to paste: who, the words, where and when they stood, the address."""

from collections.abc import Sequence

from search.citing.citation import Citation
from search.citing.wording import SPEECH, quoted, written_out


def sentences(citations: Sequence[Citation]) -> str:
    """References as text, one a line."""
    return "".join(f"{sentence(citation)}\n" for citation in citations)


def sentence(citation: Citation) -> str:
    """A reference as text: `Ann Lee, mayor: “It will last weeks.” The Courier, 12 April 2023, “Closed”, ¶2. https…`"""
    place = ", ".join(
        filter(None, [_outlet(citation), _day(citation), _title(citation), f"¶{citation.paragraph.number}"])
    )
    words = quoted(citation.words) if citation.words else ""
    return " ".join(filter(None, [_who(citation), words, f"{place}.", citation.url]))


def _who(citation: Citation) -> str:
    """The speaker; words that are not his own, but the article's, are said to be so."""
    said = citation.statement
    how = f" ({SPEECH[said.kind]})" if said and said.kind != "direct" else ""
    return f"{citation.speaker}{how}:" if said else ""


def _outlet(citation: Citation) -> str:
    return citation.outlet + (" (outlet inferred)" if "outlet inferred" in citation.inferred else "")


def _day(citation: Citation) -> str:
    if not citation.day:
        return "undated"
    return written_out(citation.day) + (" (date inferred)" if "date inferred" in citation.inferred else "")


def _title(citation: Citation) -> str:
    return quoted(citation.title) if citation.title else ""
