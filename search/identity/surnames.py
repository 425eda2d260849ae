"""Surnames: a surname that stands alone in an article joins the one full name whose it can only be."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from search.attribution.spelling import key
from search.identity.decided import Decided
from search.identity.distances import TRANSCRIBED, distance
from search.identity.groups import Group, Join, are_parted
from search.reading.outlets import OUTLETS

SHORTEST = 5  # letters of a surname that may stand alone in another spelling


@dataclass(frozen=True, slots=True)
class Guess:
    """Whose a surname may be, by which rule ("" where none dares to join them), and why."""

    surname: Group
    owner: Group
    rule: str
    why: str


def with_surnames(groups: Sequence[Group], decided: Decided) -> tuple[tuple[Group, ...], tuple[Guess, ...]]:
    """The groups, each with the surnames that can only be its own; and the guesses that are doubtful."""
    known = _by_surname(groups)
    others = OUTLETS | _first_words(groups)
    alone = [(group, surname) for group in groups if (surname := _surname(group))]
    guesses = [guess for group, surname in alone for guess in _guess(group, surname, known, others, decided)]
    by_owner: dict[int, list[Guess]] = defaultdict(list)
    for guess in guesses:
        by_owner[id(guess.owner)].append(guess)
    sure = {owner: [g for g in own if g.rule and not _meets(g, own)] for owner, own in by_owner.items()}
    gone = {id(guess.surname) for own in sure.values() for guess in own}
    grown = tuple(_grown(group, sure.get(id(group), ())) for group in groups if id(group) not in gone)
    return grown, tuple(guess for guess in guesses if id(guess.surname) not in gone)


def _guess(
    group: Group, surname: str, known: Mapping[str, list[Group]], other_names: Collection[str], decided: Decided
) -> Iterator[Guess]:
    """Whose the surname is: his whose title it stands with, or his who alone bears it, if nothing contradicts."""
    owners = [one for one in known.get(key(surname), ()) if _bears(one, surname)]
    possible = {id(one): one for one in owners if _may_be(group, one, decided)}
    titled = [one for one in owners if one.heads & group.heads]
    if len(titled) == 1 and id(titled[0]) in possible:
        yield Guess(group, titled[0], "title", f"both {', '.join(sorted(titled[0].heads & group.heads))}")
    elif len(owners) == 1 and possible and _is_somebody(owners[0]) and surname not in other_names:
        yield Guess(group, owners[0], "only bearer", f"nobody else is called {surname}")
    elif possible and (group.families or any(map(_is_somebody, owners))):
        chosen = titled or possible.values()
        likely = min(chosen, key=lambda one: (id(one) not in possible, -one.statements, one.name))
        names = ", ".join(nsmallest(3, (one.name for one in owners if one is not likely)))
        yield Guess(group, likely, "", f"or {names}" if names else "nothing but the surname")


def _by_surname(groups: Iterable[Group]) -> Mapping[str, list[Group]]:
    known: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for surname in sorted({key(bearer.parts.surname) for bearer in group.full}):
            known[surname].append(group)
    return known


def _first_words(groups: Iterable[Group]) -> frozenset[str]:
    """The words that names of organisations begin with: Bloomberg News."""
    organisations = (b.name for group in groups for b in group.bearers if b.kind == "organisation")
    return frozenset(name.removeprefix("the ").split()[0] for name in organisations)


def _surname(group: Group) -> str:
    """The surname that is all of a group's name; "" for a full name, an organisation, one whom the editor knows."""
    (first, *_) = group.bearers
    return "" if group.entry or first.kind != "person" or first.parts.given else first.parts.surname


def _bears(group: Group, surname: str) -> bool:
    most = TRANSCRIBED if len(key(surname)) >= SHORTEST else 0
    found = [distance(bearer.parts.surname, surname) for bearer in group.full]
    return any(cost is not None and cost <= most for cost in found)


def _may_be(surname: Group, owner: Group, decided: Decided) -> bool:
    """Whether nothing contradicts: the gender, what the roles are, an article that tells the two apart, the editor."""
    return (
        not (surname.genders and owner.genders and surname.genders.isdisjoint(owner.genders))
        and not (surname.families and owner.families and surname.families.isdisjoint(owner.families))
        and surname.articles.isdisjoint(owner.articles)
        and not are_parted(surname, owner, decided)
    )


def _is_somebody(owner: Group) -> bool:
    """Whether more than capitals says that this is a person: "West Virginia" is no Virginia."""
    return bool(owner.genders or owner.heads or owner.entry)


def _meets(guess: Guess, others: Iterable[Guess]) -> bool:
    """Whether an article names this surname and another one that would join the same speaker."""
    return any(g is not guess and not g.surname.articles.isdisjoint(guess.surname.articles) for g in others)


def _grown(group: Group, own: Sequence[Guess]) -> Group:
    joins = (Join(guess.surname.name, group.name, guess.rule, guess.why) for guess in own)
    return group.with_((guess.surname for guess in own), joins) if own else group
