"""Parts: what can be told of a tree by its parts, before any paragraph is looked at."""

from collections.abc import Iterator

from search.tree import (
    And,
    Articles,
    Dated,
    Everything,
    Expanded,
    Fielded,
    Fuzzy,
    In,
    Leaf,
    Most,
    Near,
    Not,
    Open,
    Or,
    Prefix,
    Terms,
    Tree,
    Valued,
)


def sought_in(tree: Tree, field: str) -> Iterator[Leaf]:
    """What the tree looks for in this field, or among the values of this facet, leaving out what it excludes."""
    match tree:
        case And() | Or() | Most():
            for part in tree.parts:
                yield from sought_in(part, field)
        case Articles(part):
            yield from sought_in(part, field)
        case In(name, part) | Valued(name, part) if name == field:
            yield part


def opened(tree: Tree) -> Iterator[Open]:
    """Every Prefix and Fuzzy that stands for words of an index; one that is asked of values stands for none."""
    match tree:
        case Not() | In() | Articles():
            yield from opened(tree.part)
        case And() | Or() | Most():
            for part in tree.parts:
                yield from opened(part)
        case Prefix() | Fuzzy():
            yield tree


def words_of(leaf: Leaf) -> tuple[Terms | Open | Expanded, ...]:
    """The words that a leaf looks for, each by itself."""
    match leaf:
        case Near((one, other)):
            return (*one.words, *other.words)
        case Terms(terms) if len(terms) > 1:
            return leaf.words
        case _:
            return (leaf,)


def weighs(tree: Tree) -> bool:
    """Whether a paragraph can be worth more than another for which the tree holds, too."""
    match tree:
        case And() | Or() | Most():
            return any(weighs(part) for part in tree.parts)
        case Not() | Everything() | Articles() | Valued() | Dated():
            return False
        case _:
            return True


def is_fielded(tree: Tree) -> bool:
    """Whether all that is asked for is asked of fields."""
    match tree:
        case And() | Or() | Most():
            return all(is_fielded(part) for part in tree.parts)
        case Not(part):
            return is_fielded(part)
        case _:
            return isinstance(tree, Fielded)
