"""The tally: who spoke in which articles, how often, and what is told of each. A whole corpus fits in."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

import msgspec

from search.attribution.genders import gender_of_name
from search.attribution.lexicon import Gender
from search.identity.names import Name, name_of
from search.identity.roles import families_of, gender_told, heads_of
from search.model import Article, SpeakerKind


@dataclass(frozen=True, slots=True)
class Called:
    """How an article calls a speaker: the name, and what it tells beside it where a name alone is not enough."""

    kind: SpeakerKind
    name: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One who is called so in some articles: how often this one speaks, where, and the roles that are given."""

    kind: SpeakerKind
    name: str
    calls: frozenset[Called] = frozenset()
    statements: int = 0
    articles: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()

    @property
    def parts(self) -> Name:
        return name_of(self.name)

    @property
    def gender(self) -> Gender:
        """What the given name tells; else what the roles do, if they agree."""
        return gender_of_name(self.name) or self.role_gender

    @property
    def role_gender(self) -> Gender:
        """What the roles tell, if they agree."""
        return gender_told(self.roles)

    @property
    def heads(self) -> frozenset[str]:
        """The titles and nouns that head the roles: secretary, analyst."""
        return heads_of(self.roles)

    @property
    def families(self) -> frozenset[str]:
        """What kind of people bear such roles."""
        return families_of(self.heads)

    def with_(self, other: "Bearer") -> "Bearer":
        """Both as one, under this one's name."""
        return Bearer(
            self.kind,
            self.name,
            self.calls | other.calls,
            self.statements + other.statements,
            self.articles | other.articles,
            self.roles | other.roles,
        )


class Voice(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Who speaks in an article: by which name, in which roles, in how many statements."""

    kind: SpeakerKind
    name: str
    roles: tuple[str, ...] = ()
    statements: int = 0

    @property
    def called(self) -> Called:
        """How the article calls this one."""
        return called(self.kind, self.name, self.roles)


@dataclass(slots=True)
class _Count:
    statements: int = 0
    articles: set[int] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


class Tally:
    """Takes in articles one by one, in any order."""

    def __init__(self) -> None:
        self.articles = 0
        self._counts: dict[Called, _Count] = defaultdict(_Count)

    def add(self, article: Article) -> None:
        """Take in who speaks in an article."""
        self.take(voices_in(article))

    def take(self, voices: Iterable[Voice]) -> None:
        """Take in those who speak in one article."""
        self.articles += 1
        for voice in voices:
            count = self._counts[voice.called]
            count.statements += voice.statements
            count.articles.add(self.articles)
            count.roles.update(voice.roles)

    def bearers(self) -> tuple[Bearer, ...]:
        """All who speak and have a name, each once, by kind and name."""
        by_name: dict[tuple[SpeakerKind, str], list[Bearer]] = defaultdict(list)
        for call, count in sorted(self._counts.items(), key=lambda one: _order(one[0])):
            bearer = Bearer(
                call.kind,
                call.name,
                frozenset({call}),
                count.statements,
                frozenset(count.articles),
                frozenset(count.roles),
            )
            by_name[call.kind, call.name].append(bearer)
        return tuple(one for same in by_name.values() for one in _told_apart(same))


def voices_in(article: Article) -> tuple[Voice, ...]:
    """The named speakers of an article."""
    often = Counter((s.speaker.kind, s.speaker.name) for p in article.paragraphs for s in p.statements if s.speaker)
    return tuple(Voice(*one, tuple(sorted(given)), often[one]) for one, given in roles_in(article).items())


def roles_in(article: Article) -> Mapping[tuple[SpeakerKind, str], set[str]]:
    """The named speakers of an article, and the roles that it gives each; those without a name are left out."""
    found: dict[tuple[SpeakerKind, str], set[str]] = defaultdict(set)
    for speaker in (s.speaker for p in article.paragraphs for s in p.statements if s.speaker):
        if speaker.kind != "unnamed":
            found[speaker.kind, speaker.name] |= {speaker.role} - {""}
    return found


def called(kind: SpeakerKind, name: str, roles: Collection[str]) -> Called:
    """How an article that gives these roles calls a speaker.

    A surname alone is told from others by the titles; a full name by the gender, where the given name leaves it open.
    """
    if kind == "organisation" or (name_of(name).given and gender_of_name(name)):
        return Called(kind, name)
    heads = () if name_of(name).given else sorted(heads_of(roles))
    return Called(kind, name, " ".join([gender_told(roles), *heads]).strip())


def _told_apart(same: list[Bearer]) -> list[Bearer]:
    """Those of one name as one; as several where some are told to be a man and others to be a woman, or by title."""
    told = {bearer.gender for bearer in same} - {""}
    if same[0].kind == "person" and (not same[0].parts.given or len(told) > 1):
        return same
    return [reduce(Bearer.with_, same)]


def _order(call: Called) -> tuple[str, str, str]:
    return call.kind, call.name, call.told
