"""A phrase: a noun phrase of a sentence, with its kind."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "pronoun", "role", "organisation", "document", "other"]
STANDING_ALONE = frozenset("another some many several both all one two three four five six most few".split())
LONGEST = 12  # tokens of one noun phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, tokens [begin, end): its words, kind, the name in it, the role in it, and the head noun."""

    begin: int
    end: int
    words: str
    kind: Kind
    name: str = ""
    role: str = ""
    head: str = ""
    definite: bool = False
