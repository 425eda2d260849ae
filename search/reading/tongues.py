"""Tongues: the language that an article is in, as a code of ISO 639."""

import re
from collections.abc import Iterable
from itertools import accumulate

import py3langid

from search.model import Fact, Paragraph
from search.scripts import foreign_letters

LEAST = 40  # letters: of less text the language is a guess; those of another script tell three times as much
ENOUGH = 2_000  # characters, that tell a language as well as all others do
CODE = re.compile(r"(?i)([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*")


def language_code(text: str) -> str | None:
    """The code in a tag of a language, else None.

    >>> language_code("pt-BR"), language_code("Portuguese")
    ('pt', None)
    """
    found = CODE.fullmatch(text.strip())
    return found[1].lower() if found else None


def inferred_language(paragraphs: Iterable[Paragraph]) -> Fact[str]:
    """The language of the first paragraphs, unknown where they are too short to tell."""
    texts = [p for p in paragraphs if p.kind in {"body", "heading", "embed"}]
    lengths = accumulate((len(p.text) for p in texts), initial=0)
    sample = " ".join(p.text for p, before in zip(texts, lengths, strict=False) if before < ENOUGH)[:ENOUGH]
    if sum(map(str.isalpha, sample)) + 2 * foreign_letters(sample) < LEAST:
        return Fact()
    language, _ = py3langid.classify(sample)
    return Fact(str(language), "inferred", " ".join(texts[0].text.split()[:5]), texts[0].number)
