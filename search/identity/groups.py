"""Groups: those who are taken for one speaker, with the reason for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from search.attribution.lexicon import Gender
from search.identity.bearers import Bearer
from search.identity.decided import Decided, Entry
from search.identity.names import plain


@dataclass(frozen=True, slots=True)
class Join:
    """Why a spelling is taken for another: the rule's name and the words it rests on."""

    spelling: str
    other: str
    rule: str
    words: str


@dataclass(frozen=True)
class Group:
    """One speaker: all who are called so, the editor's entry if there is one, and why they are one."""

    bearers: tuple[Bearer, ...]
    entry: Entry | None = None
    joins: tuple[Join, ...] = ()

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(bearer.name for bearer in self.bearers))

    @cached_property
    def full(self) -> tuple[Bearer, ...]:
        """Those who are people called by a full name."""
        return tuple(b for b in self.bearers if b.kind == "person" and b.parts.given)

    @cached_property
    def articles(self) -> frozenset[int]:
        return frozenset().union(*(bearer.articles for bearer in self.bearers))

    @cached_property
    def statements(self) -> int:
        return sum(bearer.statements for bearer in self.bearers)

    @cached_property
    def heads(self) -> frozenset[str]:
        return frozenset().union(*(bearer.heads for bearer in self.bearers))

    @cached_property
    def families(self) -> frozenset[str]:
        return frozenset().union(*(bearer.families for bearer in self.bearers))

    @cached_property
    def genders(self) -> frozenset[Gender]:
        return frozenset(bearer.gender for bearer in self.bearers) - {""}

    @cached_property
    def name(self) -> str:
        """The name to show: the editor's; else the full spelling of most articles, with accents and small letters."""
        if self.entry:
            return self.entry.name
        known = self.full or self.bearers
        usual = plain(min(known, key=_rank).name)
        return min(
            (b for b in known if plain(b.name) == usual), key=lambda b: (b.name.isupper(), -_accents(b.name), _rank(b))
        ).name

    def with_(self, others: Iterable["Group"], joins: Iterable[Join]) -> "Group":
        """All these as one speaker."""
        groups = (self, *others)
        bearers = sorted(
            (b for g in groups for b in g.bearers), key=lambda b: (b.kind, b.name, sorted(map(str, b.calls)))
        )
        entry = next((g.entry for g in groups if g.entry), None)
        return Group(tuple(bearers), entry, (*(j for g in groups for j in g.joins), *joins))


def first_groups(bearers: Iterable[Bearer], decided: Decided) -> tuple[Group, ...]:
    """Each alone, but for those whom the editor says to be one."""
    claimed: dict[int, list[Bearer]] = {id(entry): [] for entry in decided.entries}
    alone: list[Group] = []
    for bearer in bearers:
        if entry := decided.entry(bearer.name):
            claimed[id(entry)].append(bearer)
        else:
            alone.append(Group((bearer,)))
    own = (Group(tuple(claimed[id(e)]), e, _said(e, claimed[id(e)])) for e in decided.entries if claimed[id(e)])
    return (*own, *alone)


def are_parted(one: Group, other: Group, decided: Decided) -> bool:
    """Whether the editor says that two groups are two speakers."""
    if one.entry is None and other.entry is None:
        return False
    return any(decided.parts(a, b) for a in one.spellings for b in other.spellings)


def _said(entry: Entry, bearers: Iterable[Bearer]) -> tuple[Join, ...]:
    spellings = dict.fromkeys(b.name for b in bearers if b.name != entry.name)
    return tuple(Join(spelling, entry.name, entry.path.name, "the editor says so") for spelling in spellings)


def _accents(name: str) -> int:
    return sum(letter.isalpha() and not letter.isascii() for letter in name)


def _rank(bearer: Bearer) -> tuple[int, int, bool, int, str]:
    starts = bearer.name.casefold().startswith("the ")
    words = len(bearer.name.split())
    return -len(bearer.articles), -bearer.statements, starts or bearer.name.isupper(), -words, bearer.name
