"""Wording: quotation marks, days, and the sentences about a reference that its form has no place for."""

import re
from datetime import date

from search.citing.citation import Citation, capital, line

SINGLE = str.maketrans("“”„", "‘’‚")
OPENING = re.compile(r'(?<![^\s(\[—–“‘])"')
SPEECH = {"direct": "direct speech", "indirect": "indirect speech", "mixed": "partly indirect speech"}


def quoted(words: str) -> str:
    """Words between quotation marks; double marks in them become single ones.

    >>> quoted('He said “no” and "never"')
    '“He said ‘no’ and ‘never’”'
    """
    return f"“{OPENING.sub('‘', words.translate(SINGLE)).replace(chr(34), '’')}”"


def written_out(day: date) -> str:
    """
    >>> written_out(date(2024, 5, 3))
    '3 May 2024'
    """
    return f"{day.day} {day:%B} {day.year}"


def remarks(citation: Citation) -> tuple[str, ...]:
    """Who speaks and how, when and where, in which paragraph, and what is only inferred; a sentence each."""
    inferred = [f"{capital(words)}." for words in citation.inferred]
    return tuple(map(line, (*_speech(citation), f"Paragraph {citation.paragraph.number}.", *inferred)))


def _speech(citation: Citation) -> tuple[str, ...]:
    said = citation.statement
    if not said:
        return (f"Speaking here: {'; '.join(citation.paragraph.speakers)}.",) if citation.paragraph.speakers else ()
    spelled = said.speaker.own_name if said.speaker and said.speaker.own_name != said.speaker.name else ""
    how = ", ".join(filter(None, [SPEECH[said.kind], spelled and f"spelled {spelled} there"]))
    occasion = ", ".join(filter(None, [written_out(said.day) if said.day else "", said.venue]))
    who = f"Speaker: {citation.speaker}" if said.speaker else "Speaker unknown"
    return (f"{who} ({how}).", *((f"Occasion: {occasion}.",) if occasion else ()))
