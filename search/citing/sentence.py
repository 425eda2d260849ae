"""A reference as text to paste: who, the words, where and when they stood, the address."""

from collections.abc import Sequence

from search.citing.citation import Citation
from search.citing.wording import SPEECH, quoted, written_out


def sentences(citations: Sequence[Citation]) -> str:
    """References as text, one a line."""
    return "".join(f"{sentence(citation)}\n" for citation in citations)


def sentence(citation: Citation) -> str:
    """A reference as text: `Ann Lee, mayor: “It will last weeks” (The Courier, 12 April 2023, “Closed”, ¶2) https…`"""
    words = quoted(citation.words) if citation.words else ""
    return " ".join(filter(None, [_who(citation), words, f"({_place(citation)})", citation.url]))


def _who(citation: Citation) -> str:
    """The speaker; words that are not his own, but the article's, are said to be so."""
    said = citation.statement
    how = f" ({SPEECH[said.kind]})" if said and said.kind != "direct" else ""
    return f"{citation.speaker}{how}:" if said else ""


def _place(citation: Citation) -> str:
    """Where the words stand; behind each fact that nobody stated, "[date inferred]"."""
    facts = {
        "outlet": citation.outlet,
        "date": written_out(citation.day) if citation.day else "undated",
        "title": quoted(citation.title) if citation.title else "",
    }
    marks = {words.split()[0]: f" [{words}]" for words in citation.inferred}
    told = [text + marks.get(name, "") for name, text in facts.items() if text]
    return ", ".join([*told, f"¶{citation.paragraph.number}"])
