"""Bearers: one who is called by a name in some articles, and what these tell of that one."""

from dataclasses import dataclass
from functools import cached_property

from search.attribution.genders import gender_of_name
from search.attribution.lexicon import Gender
from search.identity.names import Name, name_of, run
from search.identity.roles import families_of, gender_told, heads_of
from search.model import SpeakerKind


@dataclass(frozen=True, slots=True)
class Called:
    """How an article calls a speaker: the name, and what it tells beside it where a name alone is not enough."""

    kind: SpeakerKind
    name: str
    told: str = ""


@dataclass(frozen=True)
class Bearer:
    """One who is called so in some articles: how often this one speaks, where, and the roles that are given.

    What the name and the roles tell is worked out once: a bearer is compared with many.
    """

    kind: SpeakerKind
    name: str
    calls: frozenset[Called] = frozenset()
    statements: int = 0
    articles: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()

    @cached_property
    def parts(self) -> Name:
        return name_of(self.name)

    @cached_property
    def run(self) -> str:
        """The letters of the name, wherever they are parted."""
        return run(self.parts)

    @cached_property
    def gender(self) -> Gender:
        """What the given name tells; else what the roles do, if they agree."""
        return gender_of_name(self.name) or self.role_gender

    @cached_property
    def role_gender(self) -> Gender:
        """What the roles tell, if they agree."""
        return gender_told(self.roles)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The titles and nouns that head the roles: secretary, analyst."""
        return heads_of(self.roles)

    @cached_property
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
