"""A subject: who speaks by a sentence, and which phrases may."""

from dataclasses import dataclass

from search.attribution.phrases import Phrase
from search.attribution.rules import Rule

NAMED = frozenset({"name", "pronoun", "role", "organisation", "document"})  # kinds of phrases that plainly may speak
FIRST = NAMED - {"document"}
DASHES = frozenset({",", "—", "–", "-", "--"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks by the sentence: the phrases (several in "Lee and Ortiz said") and the rule that found them."""

    phrases: tuple[Phrase, ...]
    rule: Rule

    @property
    def may_speak(self) -> bool:
        """Whether it is no mere thing, or, in "and added", that of the sentence."""
        return not self.phrases or any(phrase.kind in NAMED for phrase in self.phrases)

    def begin(self, at: int) -> int:
        """Where the first of it and the verb at `at` begins."""
        return min([at, *(phrase.begin for phrase in self.phrases)])

    def end(self, at: int) -> int:
        """Where the last of it and the verb at `at` ends."""
        return max([at + 1, *(phrase.end for phrase in self.phrases)])
