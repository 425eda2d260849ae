"""The tree of a query: what its words mean. Every engine executes this and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms side by side in one field: words as written where `exact`, else stems."""

    terms: tuple[str, ...]
    exact: bool = False


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


Tree = Terms | And | Or | Not | Everything


def terms_of(tree: Tree) -> Iterator[Terms]:
    """What the tree looks for, leaving out what it excludes: the things to mark in a text."""
    if isinstance(tree, Terms):
        yield tree
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from terms_of(part)


def all_terms(tree: Tree) -> Iterator[Terms]:
    """Everything that the tree names, what it excludes too."""
    if isinstance(tree, Not):
        yield from all_terms(tree.part)
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from all_terms(part)
    elif isinstance(tree, Terms):
        yield tree
