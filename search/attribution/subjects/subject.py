"""A subject: who speaks by a sentence, and which phrases may."""

from dataclasses import dataclass

from search.attribution.phrases import Phrase

NAMED = frozenset({"name", "pronoun", "role", "organisation", "document"})  # kinds of phrases that plainly may speak
FIRST = NAMED - {"document"}
NEVER = frozenset(
    "us them me you this that these those which what there week month year day night nobody none one no-one no".split()
)
DASHES = frozenset({",", "—", "–", "-", "--"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks by the sentence: the phrases (several in "Lee and Ortiz said") and the rule that found them."""

    phrases: tuple[Phrase, ...]
    rule: str
