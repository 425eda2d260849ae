"""Citing: a statement, or a whole paragraph, as a reference that other people and their programs understand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search.citing.bibtex import bibtex
from search.citing.chicago import chicago
from search.citing.citation import Citation
from search.citing.csl import csl
from search.citing.ris import ris
from search.citing.sentence import sentences


@dataclass(frozen=True, slots=True)
class Form:
    """A form of references: its name in addresses, its heading, the file that holds it, and how one is written."""

    name: str
    label: str
    suffix: str
    media: str
    text: Callable[[Sequence[Citation]], str]


FORMS = (
    Form("text", "Text", ".txt", "text/plain", sentences),
    Form("chicago", "Chicago", ".txt", "text/plain", chicago),
    Form("bibtex", "BibTeX", ".bib", "application/x-bibtex", bibtex),
    Form("csl", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl),
    Form("ris", "RIS", ".ris", "application/x-research-info-systems", ris),
)


def cite(citations: Sequence[Citation], form: Form = FORMS[0]) -> str:
    """References to these, one after the other, as one text."""
    return form.text(citations)


def form_of(name: str) -> Form | None:
    """The form of this name, None where there is none."""
    return next((form for form in FORMS if form.name == name), None)
