"""Proposals: what the rules did not dare to join, each as an entry to paste into speakers.toml."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.identity.bearers import Bearer, Called
from search.identity.comparing import Likeness
from search.identity.decided import Decided
from search.identity.groups import Group, are_parted
from search.identity.organisations import abbreviations
from search.identity.surnames import Guess

Homes = Mapping[Called, Group]  # the group of each way to call a speaker


@dataclass(frozen=True, slots=True)
class Proposal:
    """A speaker and another who may be the same, by which rule, and why it stayed a guess."""

    group: Group
    other: Group
    rule: str
    why: str

    @property
    def entry(self) -> str:
        """The entry that would join them; it takes the place of the one that there is."""
        entry = self.group.entry
        also = dict.fromkeys((*(entry.also if entry else self.group.spellings), *self.other.spellings))
        lines = [f"name = {_quoted(self.group.name)}", f"also = {_listed(n for n in also if n != self.group.name)}"]
        lines += [f"not = {_listed(entry.never)}"] if entry and entry.never else []
        return "\n".join(["[[speaker]]", *lines])


def proposals(
    groups: Sequence[Group],
    alike: Iterable[tuple[Bearer, Bearer, Likeness]],
    guesses: Iterable[Guess],
    decided: Decided,
) -> tuple[Proposal, ...]:
    """What an editor may look at, the likeliest first; each speaker in one proposal."""
    home = {call: group for group in groups for bearer in group.bearers for call in bearer.calls}
    found = [*_of_full_names(alike, home), *_of_surnames(guesses, home), *_of_abbreviations(groups)]
    taken: set[int] = set()
    chosen: list[Proposal] = []
    for proposal in found:
        pair = {id(proposal.group), id(proposal.other)}
        if len(pair) == 2 and not pair & taken and _is_open(proposal, decided):
            taken |= pair
            chosen.append(proposal)
    return tuple(chosen)


def _of_full_names(alike: Iterable[tuple[Bearer, Bearer, Likeness]], home: Homes) -> Iterator[Proposal]:
    for one, other, found in sorted(alike, key=lambda pair: (not pair[2].is_sure, pair[2].cost, pair[0].name)):
        ours, theirs = _home(one, home), _home(other, home)
        if ours.articles.isdisjoint(theirs.articles):  # an article that names both has told them apart
            doubt = f"{found.why}; but it may be somebody else’s" if found.is_sure else found.why
            yield Proposal(*_first(ours, theirs), found.rule, doubt)


def _of_surnames(guesses: Iterable[Guess], home: Homes) -> Iterator[Proposal]:
    for guess in guesses:
        yield Proposal(_home(guess.owner.bearers[0], home), guess.surname, "surname", guess.why)


def _of_abbreviations(groups: Sequence[Group]) -> Iterator[Proposal]:
    for short, long in abbreviations(groups):
        yield Proposal(long, short, "abbreviation", f"{short.name} ~ {long.name}")


def _is_open(proposal: Proposal, decided: Decided) -> bool:
    both = proposal.group.entry and proposal.other.entry
    return not both and not are_parted(proposal.group, proposal.other, decided)


def _home(bearer: Bearer, home: Homes) -> Group:
    return home[next(iter(bearer.calls))]  # they are all at home in one


def _first(one: Group, other: Group) -> tuple[Group, Group]:
    """The one whom the editor knows, or who speaks most, first."""
    first, second = sorted((one, other), key=lambda group: (group.entry is None, -group.statements, group.name))
    return first, second


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, names))}]"
