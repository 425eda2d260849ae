"""Siblings: what the parts that stand side by side in a query ask for together."""

from collections.abc import Iterator, Sequence

from search.parts import is_fielded, weighs
from search.text import STOPWORDS
from search.tree import And, Most, Not, Terms, Tree


def siblings(groups: Sequence[Sequence[Tree]]) -> Tree | None:
    """What groups of parts mean with an AND between each two of them; None where there is no part.

    Quoted phrases, negated parts, those of fields and the two neighbours of an AND are required; of the rest, most.
    """
    placed = list(_placed([group for group in groups if group]))
    required = tuple(part for part, bound in placed if bound or _strict(part))
    loose = tuple(part for part, bound in placed if not (bound or _strict(part)))
    parts = (*required, *_most(loose, needed=not any(map(weighs, required))))
    return And(parts) if len(parts) > 1 else next(iter(parts), None)


def _placed(groups: list[Sequence[Tree]]) -> Iterator[tuple[Tree, bool]]:
    """Each part, and whether it is a neighbour of an AND."""
    for number, group in enumerate(groups):
        for place, part in enumerate(group):
            after = place == 0 and number > 0
            before = place == len(group) - 1 and number < len(groups) - 1
            yield part, after or before


def _strict(part: Tree) -> bool:
    return isinstance(part, Not) or is_fielded(part) or (isinstance(part, Terms) and part.exact)


def _most(loose: tuple[Tree, ...], *, needed: bool) -> tuple[Tree, ...]:
    """Most of these, as no part or one; stop words count where nothing else is looked for, `needed` says so."""
    telling = [part for part in loose if not _is_stopword(part)] or (loose if needed else ())
    distinct = tuple({part.terms if isinstance(part, Terms) else part: part for part in reversed(telling)}.values())
    return (Most(distinct[::-1]),) if len(distinct) > 1 else distinct


def _is_stopword(part: Tree) -> bool:
    return isinstance(part, Terms) and not part.exact and len(part.terms) == 1 and part.terms[0] in STOPWORDS
