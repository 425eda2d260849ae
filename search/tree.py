"""The tree of a query: what its words mean. Every engine executes this and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms side by side in one field: words as written where `exact`, else stems.

    `written` is a single bare word as it was typed (`Term.exact`), for its own form is worth more than its other forms.
    """

    terms: tuple[str, ...]
    exact: bool = False
    written: str = ""

    @property
    def words(self) -> tuple["Terms", ...]:
        """A phrase as its words."""
        return tuple(Terms((term,), self.exact) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word as written that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Any word as written within so many edits: a letter more, less or other, or two neighbours exchanged.

    The distance is that of optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    """

    word: str
    edits: int


@dataclass(frozen=True, slots=True)
class Expanded:
    """Any of these words as written: what a Prefix or a Fuzzy stands for in one index. No query is parsed to it.

    `written` is the word that a Fuzzy is about.
    """

    words: frozenset[str]
    written: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Both parts in one text, in either order and apart, with at most so many words between them."""

    parts: tuple[Terms, Terms]
    within: int


@dataclass(frozen=True, slots=True)
class Most:
    """At least `enough(len(parts))` of the parts; where all of them stand ranks first."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All paragraphs but these."""

    part: "Tree"


@dataclass(frozen=True, slots=True)
class Everything:
    """No words at all: every paragraph."""


Open = Prefix | Fuzzy  # which words it stands for, an index knows
Leaf = Terms | Open | Expanded | Near


@dataclass(frozen=True, slots=True)
class In:
    """Words in one field of a paragraph: the names of those who speak, the title, or what is said in its text."""

    field: Literal["speaker", "title", "said"]
    part: Leaf


@dataclass(frozen=True, slots=True)
class Articles:
    """Every paragraph of the articles that have a paragraph for which the part holds."""

    part: In


@dataclass(frozen=True, slots=True)
class Valued:
    """Paragraphs that have in this facet a value with these words in it."""

    facet: str
    part: Leaf


@dataclass(frozen=True, slots=True)
class Dated:
    """Published from the one day to the other, both included; None where there is no such limit."""

    since: date | None
    until: date | None


Filter = Articles | Valued | Dated  # holds or does not; no paragraph is worth more for it
Fielded = In | Filter
Tree = Leaf | Fielded | Most | And | Or | Not | Everything


def enough(parts: int) -> int:
    """How many of so many words side by side a paragraph needs: all of one or two, any two of more.

    On judged queries, which are sentences, each further word that is needed loses a tenth of what answers them.

    >>> [enough(n) for n in (1, 2, 3, 12)]
    [1, 2, 2, 2]
    """
    return min(parts, 2)


def sought(tree: Tree) -> Iterator[Leaf]:
    """What the tree looks for in no field, leaving out what it excludes: the things to mark in any text."""
    match tree:
        case And() | Or() | Most():
            for part in tree.parts:
                yield from sought(part)
        case Terms() | Prefix() | Fuzzy() | Expanded() | Near():
            yield tree


def named(tree: Tree) -> Iterator[Terms | Open | Expanded]:
    """Every word and phrase that the tree names: the excluded, those of fields and both parts of a Near, too."""
    match tree:
        case Not() | In() | Articles() | Valued():
            yield from named(tree.part)
        case And() | Or() | Most() | Near():
            for part in tree.parts:
                yield from named(part)
        case Terms() | Prefix() | Fuzzy() | Expanded():
            yield tree
