"""Trees as Whoosh's query objects; `scored` says of which the scores compare, and tests/stock.py why not of all."""

from itertools import combinations

from whoosh import query as nodes

from search.query import Query
from search.ranking import EXACT, WEIGHTS
from search.tree import (
    And,
    Articles,
    Dated,
    Everything,
    Fuzzy,
    In,
    Leaf,
    Most,
    Near,
    Not,
    Or,
    Prefix,
    Terms,
    Tree,
    Valued,
)


def narrowing(query: Query, but: str = "") -> nodes.Query | None:
    """What is chosen and left out, and the days, as one query; None where there is nothing."""
    facets = sorted({name for name, _ in query.choices} - {but})
    chosen = [nodes.Or([nodes.Term(f"facet_{name}", value) for value in query.values(name)]) for name in facets]
    left_out = [nodes.Term(f"facet_{name}", value) for name, value in sorted(query.excluded) if name != but]
    chosen += [nodes.And([nodes.Every(), nodes.Not(nodes.Or(left_out))])] if left_out else []
    first, last = (day.toordinal() if day else None for day in (query.since, query.until))
    days = [nodes.NumericRange("day", first, last)] if first or last else []
    return nodes.And([*chosen, *days]) if chosen or days else None


NOUGHT = 1e-12  # a score; of 0 a ConstantScoreQuery makes 1
EVERY = nodes.ConstantScoreQuery(nodes.Every(), NOUGHT)


def translated(tree: Tree) -> nodes.Query:
    """A tree as Whoosh's query objects."""
    match tree:
        case Everything():
            return EVERY
        case Not(part):
            return nodes.And([EVERY, nodes.ConstantScoreQuery(nodes.Not(translated(part)), NOUGHT)])
        case And(parts):
            return nodes.And([translated(part) for part in parts])
        case Or(parts):
            return nodes.Or([translated(part) for part in parts])
        case Most(parts):
            return nodes.Or([nodes.And(list(pair)) for pair in combinations(map(translated, parts), 2)])
        case In(name, part):
            return _in_field(name, part)
        case Dated(since, until):
            days = nodes.NumericRange("day", *(day.toordinal() if day else None for day in (since, until)))
            return nodes.ConstantScoreQuery(days, NOUGHT)
        case Articles() | Valued():
            raise AssertionError(f"{tree} is not expressible")
        case _:
            return nodes.Or([_in_field(name, tree) for name in WEIGHTS])


def expressible(tree: Tree) -> bool:
    """Whether Whoosh has nodes for a tree: it looks into no pieces of a field, other documents or words of a value."""
    match tree:
        case And(parts) | Or(parts) | Most(parts):
            return all(map(expressible, parts))
        case Not(part):
            return expressible(part)
        case In(field):
            return field != "said"
        case _:
            return not isinstance(tree, Articles | Valued)


def _in_field(name: str, leaf: Leaf) -> nodes.Query:
    """What is looked for in one field."""
    match leaf:
        case Near():
            return _near(name, leaf)
        case Terms((word,), exact, written) if written and not exact:
            return _word(name, word, written)
        case Terms():
            return _together(name, leaf)
        case Prefix(start):
            return nodes.Prefix(name, start)
        case Fuzzy(word, edits):
            return nodes.FuzzyTerm(name, word, maxdist=edits, prefixlength=0)
    raise AssertionError(f"{leaf} is in no query")


def _word(name: str, stem: str, written: str) -> nodes.Query:
    """Any form of a word, and its own once more."""
    return nodes.Or([nodes.Term(f"{name}_stem", stem), nodes.Term(name, written, boost=EXACT)])


def _together(name: str, wanted: Terms) -> nodes.Query:
    field = name if wanted.exact else f"{name}_stem"
    return nodes.Phrase(field, list(wanted.terms)) if len(wanted.terms) > 1 else nodes.Term(field, wanted.terms[0])


def _near(name: str, near: Near) -> nodes.Query:
    """The longer side first, for SpanNear2(ordered=False) overlooks a second one of several words before it."""
    sides = [_together(name, side) for side in sorted(near.parts, key=lambda side: -len(side.terms))]
    if all(len(side.terms) > 1 for side in near.parts):
        return nodes.Or([nodes.SpanNear2(order, slop=near.within + 1) for order in (sides, sides[::-1])])
    return nodes.SpanNear2(sides, slop=near.within + 1, ordered=False)


def scored(tree: Tree) -> bool:
    """Whether scores compare."""
    match tree:
        case And(parts) | Or(parts):
            return all(map(scored, parts))
        case Most(parts):
            return len(parts) == 2 and all(map(scored, parts))
        case In(_, part):
            return scored(part)
        case Near(parts):
            return any(len(part.terms) == 1 for part in parts)
        case Prefix() | Fuzzy():
            return False
        case _:
            return True
