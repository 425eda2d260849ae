"""Transcripts: the name before a colon that begins a turn."""

import re

TURN = re.compile(
    r"""
    ( [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ (?:\ [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}   # LINDQVIST   DR. LEE
    | [A-Z][\w.'’-]+ (?:\ [A-Z][\w.'’-]+){1,3}                 # Ann Lee
    ) :\s+(?=\S)
    """,
    re.VERBOSE,
)
FEWEST = 4  # words that tell a list from an answer: "No."


def transcript_speaker(text: str) -> tuple[str, int] | None:
    """The name before a colon at the start of a paragraph, and where the words begin: `LINDQVIST: We sailed.`

    >>> transcript_speaker("DR. LEE: We sailed.")
    ('DR. LEE', 9)
    """
    found = TURN.match(text)
    words = text[found.end() :].split() if found else []
    small = sum(word[0].islower() for word in words)
    if found is None or (len(words) >= FEWEST and small * 3 < len(words)):  # a list of names or figures
        return None
    return found[1].strip(), found.end()
