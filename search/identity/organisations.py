"""Organisations: those are one whose names differ by an article or a capital; an abbreviation is only proposed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from search.identity.decided import Decided
from search.identity.groups import Group, Join, are_parted
from search.identity.names import plain

SMALL = frozenset("the of for and on in to a an &".split())
SHORTEST = 3  # letters of an abbreviation that stands for a name in another article
LEADING = re.compile(r"^the\s+", re.IGNORECASE)


def of_one_name(groups: Sequence[Group], decided: Decided) -> tuple[Group, ...]:
    """The groups, those of one organisation's name as one."""
    same: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        same[_bare(group.name) if _is_proper(group) else f"{id(group)}"].append(group)
    return tuple(group for those in same.values() for group in _joined(those, decided))


def abbreviations(groups: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Organisations called by initials, each with one whose name they may be the initials of."""
    known = [group for group in groups if group.bearers[0].kind == "organisation"]
    long: dict[str, list[Group]] = defaultdict(list)
    for group in known:
        for initials in sorted({_initials(spelling) for spelling in group.spellings} - {""}):
            long[initials].append(group)
    for group in known:
        short = LEADING.sub("", group.name).replace(".", "")
        owners = [one for one in long.get(short, ()) if one is not group] if short.isupper() else []
        if len(owners) == 1 and (len(short) >= SHORTEST or not owners[0].articles.isdisjoint(group.articles)):
            yield group, owners[0]


def _joined(same: Sequence[Group], decided: Decided) -> Iterator[Group]:
    first, *others = sorted(same, key=lambda group: (group.entry is None, -group.statements, group.name))
    own = [group for group in others if not are_parted(first, group, decided)]
    joins = [Join(group.name, first.name, "spelling", f"{group.name} ~ {first.name}") for group in own]
    yield first.with_(own, joins) if own else first
    yield from (group for group in others if group not in own)


def _is_proper(group: Group) -> bool:
    """Whether this is an organisation with a name: "the ministry" is another one in each article."""
    return all(b.kind == "organisation" for b in group.bearers) and group.name != group.name.lower()


def _bare(name: str) -> str:
    """
    >>> _bare("The Pentagon") == _bare("Pentagon")
    True
    """
    return " ".join(map(plain, LEADING.sub("", name).split()))


def _initials(name: str) -> str:
    """
    >>> _initials("International Monetary Fund"), _initials("the Board of Harbours"), _initials("police")
    ('IMF', 'BH', '')
    """
    words = [word for word in re.split(r"[\s-]+", name) if word and word.casefold() not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 and all(word[0].isupper() for word in words) else ""
