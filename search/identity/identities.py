"""Identities: who is one speaker, by which name; and an article with these names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from search.identity.bearers import Called
from search.identity.decided import Entry
from search.identity.groups import Group
from search.identity.proposals import Proposal
from search.identity.voices import called, roles_in
from search.model import Article, Speaker, SpeakerKind, Statement


@dataclass(frozen=True, slots=True)
class Identities:
    """All speakers that have a name, by the names to show; what is proposed; the entries that nobody needs any more.

    `names` are the names to show for each way to call a speaker, `also` the other names of that one.
    """

    names: Mapping[Called, str] = field(default_factory=dict)
    also: Mapping[Called, tuple[str, ...]] = field(default_factory=dict)
    speakers: Mapping[str, Group] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    unused: tuple[Entry, ...] = ()

    @property
    def merged(self) -> Mapping[str, Group]:
        """The speakers whom some article calls otherwise."""
        return {name: group for name, group in self.speakers.items() if group.spellings != (name,)}

    def shown(self, call: Called) -> tuple[str, tuple[str, ...]]:
        """The name to show for one who is called so, and that one's other names."""
        return self.names.get(call, call.name), self.also.get(call, ())

    def renamed(self, article: Article) -> Article:
        """The article, its speakers by the names to show; what it calls them itself stays among their forms."""
        calls = {one: called(*one, given) for one, given in roles_in(article).items()}
        names = {one: self.shown(call) for one, call in calls.items()}
        if all(shown == (name, ()) for (_, name), shown in names.items()):
            return article
        paragraphs = (
            replace(p, statements=tuple(_renamed(statement, names) for statement in p.statements))
            for p in article.paragraphs
        )
        return replace(article, paragraphs=tuple(paragraphs))


def named(
    groups: Sequence[Group],
) -> tuple[Mapping[Called, str], Mapping[Called, tuple[str, ...]], Mapping[str, Group]]:
    """For each way to call a speaker the name to show, and the others; and the groups by the names to show.

    Two of one full name, whom only the roles tell apart, are shown with the role: "Robin Hale (spokeswoman)".
    """
    often = Counter(group.name for group in groups if group.full)
    shown = [(group, _told_apart(group) if often[group.name] > 1 and group.full else group.name) for group in groups]
    known = [(call, group, name) for group, name in shown for bearer in group.bearers for call in bearer.calls]
    names = {call: name for call, _, name in known}
    also = {call: tuple(one for one in group.spellings if one != name) for call, group, name in known}
    return names, also, {name: group for group, name in sorted(shown, key=lambda pair: pair[1])}


def _told_apart(group: Group) -> str:
    roles = {role.casefold() for bearer in group.bearers for role in bearer.roles}
    return f"{group.name} ({min(roles, key=lambda role: (len(role), role))})" if group.genders and roles else group.name


def _renamed(statement: Statement, names: Mapping[tuple[SpeakerKind, str], tuple[str, tuple[str, ...]]]) -> Statement:
    speaker = statement.speaker
    shown = names.get((speaker.kind, speaker.name)) if speaker else None
    return replace(statement, speaker=_called(speaker, *shown)) if speaker and shown else statement


def _called(speaker: Speaker, name: str, also: tuple[str, ...]) -> Speaker:
    forms = speaker.forms if name == speaker.name else tuple(dict.fromkeys((speaker.name, *speaker.forms)))
    return replace(speaker, name=name, forms=forms, also=also)


def unused_entries(entries: Iterable[Entry], groups: Iterable[Group]) -> tuple[Entry, ...]:
    """The entries of speakers whom no article names."""
    used = {id(group.entry) for group in groups}
    return tuple(entry for entry in entries if id(entry) not in used)
