"""Merging: full names that are one speaker's become one group; a name that may be either of two stays alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from search.identity.bearers import Bearer
from search.identity.candidates import Pair, candidates
from search.identity.comparing import RULES, Likeness, likeness
from search.identity.decided import Decided
from search.identity.groups import Group, Join, are_parted

Links = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The groups after the rules, and the pairs of bearers that are alike and were left apart."""

    groups: tuple[Group, ...]
    alike: tuple[tuple[Bearer, Bearer, Likeness], ...]


def merged(groups: Sequence[Group], decided: Decided) -> Merged:
    """The groups, those joined whose full names are alike: first by the surest rule, then by the next."""
    bearers = [bearer for group in groups for bearer in group.full]
    pairs = {pair: found for pair in candidates(bearers) if (found := likeness(*(bearers[i] for i in pair)))}
    work = _Work(list(groups), bearers, pairs, decided)
    for level in range(len(RULES)):
        work.join(level)
    left = ((a, b) for a, b in sorted(pairs) if work.home[a] != work.home[b])
    alike = tuple((bearers[a], bearers[b], pairs[a, b]) for a, b in left)
    return Merged(tuple(group for group in work.groups if group.bearers), alike)


class _Work:
    """Groups that grow; `home` says in which one each bearer is."""

    def __init__(
        self, groups: list[Group], bearers: list[Bearer], pairs: Mapping[Pair, Likeness], decided: Decided
    ) -> None:
        self.groups = groups
        self.decided = decided
        self.sure = {pair: found for pair, found in pairs.items() if found.is_sure}
        self.home = [at for at, group in enumerate(groups) for _ in group.full]
        self.claimed = {at for at, bearer in enumerate(bearers) if decided.entry(bearer.name)}
        self.names = [bearer.name for bearer in bearers]
        self.members: dict[int, list[int]] = defaultdict(list)
        for bearer, group in enumerate(self.home):
            self.members[group].append(bearer)

    def join(self, level: int) -> None:
        """Join what this rule and the surer ones join, and leave alone whatever is like two that are not alike."""
        links = self._links(level)
        certain = {one for one in links if all(b in links[a] for a, b in combinations(links[one], 2))}
        for first in sorted(certain):
            others = sorted(links[first] & certain)
            if others and first < others[0]:
                self._unite(first, others, level)

    def _links(self, level: int) -> Links:
        links: dict[int, set[int]] = defaultdict(set)
        asked: set[Pair] = set()
        for a, b in self.sure:
            pair = min(self.home[a], self.home[b]), max(self.home[a], self.home[b])
            if pair[0] != pair[1] and pair not in asked and self._are_one(*pair, level):
                links[pair[0]].add(pair[1])
                links[pair[1]].add(pair[0])
            asked.add(pair)
        return {one: frozenset(others) for one, others in links.items()}

    def _are_one(self, one: int, other: int, level: int) -> bool:
        """Whether all of one group are like all of the other, no article names both, and no editor parts them."""
        ours, theirs = self.groups[one], self.groups[other]
        if not ours.articles.isdisjoint(theirs.articles) or are_parted(ours, theirs, self.decided):
            return False
        pairs = list(product(self.members[one], self.members[other]))
        found = [self._found(pair, level) for pair in pairs]
        needed = [not self.claimed.intersection(pair) for pair in pairs]  # what an editor joins need not be alike
        return any(found) and all(one for one, is_needed in zip(found, needed, strict=True) if is_needed)

    def _found(self, pair: Pair, level: int) -> Likeness | None:
        found = self.sure.get((min(pair), max(pair)))
        return found if found and RULES.index(found.rule) <= level else None

    def _unite(self, first: int, others: Sequence[int], level: int) -> None:
        """All that stand in others, with the reason for each, come home to the first."""
        known = list(self.members[first])
        joins: list[Join] = []
        for other in others:
            joins.append(self._why(known, self.members[other], level))
            known += self.members[other]
        self.groups[first] = self.groups[first].with_([self.groups[other] for other in others], joins)
        for other in others:
            self.groups[other] = Group(())
            for bearer in self.members.pop(other):
                self.home[bearer] = first
        self.members[first] = known

    def _why(self, known: Iterable[int], new: Iterable[int], level: int) -> Join:
        found = [(a, b, one) for a, b in product(known, new) if (one := self._found((a, b), level))]
        a, b, best = min(found, key=lambda one: (RULES.index(one[2].rule), one[2].cost, one[0], one[1]))
        return Join(self.names[b], self.names[a], best.rule, best.why)
