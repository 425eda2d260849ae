"""Corrections: what an editor says of a paragraph, for as long as it has the text that the editor read."""

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.identity.bearers import Bearer
from search.identity.comparing import likeness
from search.identity.distances import distance
from search.identity.names import name_of
from search.model import Article, Span, Speaker, SpeakerKind, Statement

FOLDED = str.maketrans("’‘“”„«»", '\'\'"""""')  # an editor may type straight marks
AROUND = "\"' \t\n,;:."  # what stands around words and need not be part of them


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor says of a paragraph; `file` and `block` tell where.

    `speaker` is "" where nobody speaks, None where somebody does whom nobody knows. `was` narrows it to the statements
    of one speaker ("" for the unknown one), `words` to the statement that holds them. `mark` is that of the paragraph's
    text, "" where the editor gave none; `kind` and `role` are the speaker's, if given.
    """

    file: str
    block: int
    article: str
    paragraph: int
    speaker: str | None
    was: str | None = None
    words: str = ""
    mark: str = ""
    kind: SpeakerKind | None = None
    role: str = ""
    note: str = ""

    @property
    def where(self) -> str:
        """The place of it, and the place that it is about, for a sentence."""
        return f"{self.file}, correction {self.block} ({self.article} ¶{self.paragraph})"

    @property
    def exactness(self) -> int:
        """How much it narrows down: words more than a speaker."""
        return 2 * bool(self.words) + (self.was is not None)

    def is_of(self, article: Article) -> bool:
        """Whether it is about this article: one of its id, in the folder of the file or below."""
        folder = Path(os.path.abspath(self.file)).parent  # noqa: PTH100  # links stay as they are
        return self.article == article.id and Path(os.path.abspath(article.source)).is_relative_to(folder)  # noqa: PTH100

    def meant(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """Those of its paragraph's statements that it is about."""
        by = statements if self.was is None else _said_by(self.was, statements)
        return tuple(s for s in by if not self.words or place_of(self.words, s.text) is not None)


Corrections = Mapping[str, tuple[Correction, ...]]  # by the id of the article
NO_CORRECTIONS: Corrections = {}


def mark(text: str) -> str:
    """A short mark of a paragraph's text, by which a changed one is noticed; spaces and line ends do not count.

    >>> mark("The ferry  sails.") == mark("The ferry\\nsails."), len(mark(""))
    (True, 8)
    """
    return hashlib.sha256(" ".join(text.split()).encode(errors="replace")).hexdigest()[:8]


def place_of(words: str, text: str) -> Span | None:
    """Where words stand in a text, whatever spaces and quotation marks either has; None where they do not.

    >>> place_of('"no  bridge"', "Lee: “No”, “no bridge”.")
    Span(start=12, end=21)
    """
    pattern = r"\s+".join(re.escape(word) for word in words.translate(FOLDED).strip(AROUND).split())
    found = re.search(pattern, text.translate(FOLDED)) if pattern else None
    return Span(*found.span()) if found else None


def _said_by(name: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of the speaker of this name; of none, those of the only one whom it may be a spelling of.

    An index may show "Elena Marchuck" where the article has "Yelena Marchuk".
    """
    if called := tuple(s for s in statements if _is_called(name, s.speaker)):
        return called
    alike = {s.speaker.name for s in statements if s.speaker and name and _may_be(name, s.speaker)}
    return tuple(s for s in statements if s.speaker and {s.speaker.name} == alike)


def _is_called(name: str, speaker: Speaker | None) -> bool:
    """Whether a speaker has this name or less of it: an index may show "Bob Lee" where the article has "Lee"."""
    if not speaker or not name:
        return not speaker and not name
    words = {"the", *name.casefold().split()}
    return any(set(form.casefold().split()) <= words for form in (speaker.name, *speaker.forms) if form)


def _may_be(name: str, speaker: Speaker) -> bool:
    """Whether a name may be another spelling of a speaker's, by what tells speakers apart across articles."""
    one, other = name_of(name), name_of(speaker.name)
    if not other.given:
        return distance(one.surname, other.surname) is not None
    return likeness(Bearer("person", name), Bearer("person", speaker.name)) is not None
