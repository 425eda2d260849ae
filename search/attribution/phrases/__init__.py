"""Phrases: the noun phrase that ends, begins or lies at a place: a name, a pronoun, a role, an organisation."""

from search.attribution.phrases.beginning import phrase_beginning
from search.attribution.phrases.ending import phrase_ending, phrase_within
from search.attribution.phrases.phrase import Phrase

__all__ = ["Phrase", "phrase_beginning", "phrase_ending", "phrase_within"]
