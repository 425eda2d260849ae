"""Subjects: who a verb of saying belongs to, and what a sentence without one is about."""

from search.attribution.subjects.apart import named_by_apposition
from search.attribution.subjects.finding import subject_of
from search.attribution.subjects.first import first_phrase, issuer
from search.attribution.subjects.subject import NAMED, Subject

__all__ = ["NAMED", "Subject", "first_phrase", "issuer", "named_by_apposition", "subject_of"]
