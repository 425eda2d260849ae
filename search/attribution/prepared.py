"""Prepared texts: a paragraph with its quotations, tokens and sentences, worked out once."""

from dataclasses import dataclass

from search.attribution.cues import CUES
from search.attribution.quotations import Quotation, quotations
from search.attribution.tokens import Sentence, sentences_of, tokens_of
from search.model import Paragraph

REPORTS = frozenset(word for word, cue in CUES.items() if cue.form in {"present", "past"})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph ready for the rules."""

    paragraph: Paragraph
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]

    @property
    def is_quotation(self) -> bool:
        """Whether nothing but a quotation stands here."""
        return bool(self.quotations) and all(
            t.quotation >= 0 or not t.is_word for s in self.sentences for t in s.tokens
        )


def prepared(paragraph: Paragraph) -> Prepared:
    """A paragraph ready for the rules."""
    found = quotations(paragraph.text)
    return Prepared(paragraph, found, tuple(sentences_of(tokens_of(paragraph.text, found), REPORTS)))
