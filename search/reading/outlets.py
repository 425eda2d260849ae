"""Outlets: which paper or station an article is from, where its text gives it away."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from search.model import Fact, Paragraph
from search.tables import Table

_table = Table(Path(__file__).parent / "outlets.toml")
OUTLETS = frozenset(_table.entries("names"))
_words = r"(?:(?!An?\s)[A-Z][\w&'’.-]*\s+){0,3}"
NAME = (
    rf"(?P<name>(?:(?:The|the)\s+)?(?:{'|'.join(map(re.escape, _table.entries('names')))}"
    rf"|{_words}(?:{'|'.join(map(re.escape, _table.entries('nouns')))})|[A-Z]{{2,5}}))(?![\w’'])"
)
_table.refuse_others()

# What gives an outlet away, and how much: its own editor's note or dateline says more than an interview.
CLUES = (
    (3, re.compile(rf"[({{\[][^()\[\]]{{0,80}}[-–—]\s*{NAME}\s*[)\]]")),  # (the parliament. - RT )
    (
        3,
        re.compile(rf"\A[A-Z][A-Z .,'’/-]+(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? )?\({NAME}\)\s*[-–—]"),
    ),  # VELIN, Nov. 5 (Straits Wire) -
    (
        1,
        re.compile(
            rf"(?:interview|conversation|interlocutor|comment|comments|commentary|briefing)\s+(?:with|to|of|for)\s+{NAME}"
        ),
    ),
    (1, re.compile(rf"\b(?:told|(?:asked|questioned)\b[^.]{{0,40}}?\bby)\s+{NAME}")),
    (1, re.compile(rf"(?<![\w&'’.-]){NAME}(?:['’]s?)?\s+(?:correspondent|reporter|journalist)s?\b")),
)


def inferred_outlet(paragraphs: Iterable[Paragraph]) -> Fact[str]:
    """The outlet that the text points to most; unknown where two are pointed to alike, or none."""
    weights: dict[str, int] = defaultdict(int)
    best: dict[str, tuple[int, Fact[str]]] = {}
    for paragraph in paragraphs:
        if paragraph.kind not in {"body", "heading"}:
            continue
        for weight, clue in CLUES:
            for found in clue.finditer(paragraph.text):
                name = re.sub(r"\s+", " ", found["name"])
                key = name.removeprefix("The ").removeprefix("the ").casefold()
                weights[key] += weight
                fact = Fact(_as_name(name), "inferred", found[0].strip(), paragraph.number)
                if key not in best or best[key][0] < weight:
                    best[key] = (weight, fact)
    ranked = sorted(weights, key=weights.__getitem__, reverse=True)
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] == weights[ranked[1]]):
        return Fact()
    return best[ranked[0]][1]


def _as_name(name: str) -> str:
    """
    >>> _as_name("the Courier")
    'Courier'
    """
    return name.removeprefix("the ")
