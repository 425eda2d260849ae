"""A phrase: a noun phrase of a sentence, with its kind."""

from typing import Literal, NamedTuple

from search.attribution.lexicon import PREPOSITIONS
from search.attribution.nouns import singular

Kind = Literal["name", "pronoun", "role", "organisation", "document", "other"]
LONGEST = 12  # tokens of one noun phrase


class Phrase(NamedTuple):  # a tuple, for there are very many
    """A noun phrase, tokens [begin, end): its words, kind, the name in it, the role in it, and the head noun."""

    begin: int
    end: int
    words: str
    kind: Kind
    name: str = ""
    role: str = ""
    head: str = ""
    definite: bool = False

    @property
    def is_plural(self) -> bool:
        """Whether its noun is a plural: "voters in the north"."""
        words = self.words.lower().split()
        last = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words)) - 1
        return bool(words) and singular(words[last]) != words[last]
