"""Profiles: what the statements of one speaker tell about that speaker: roles, spellings, manners of speech."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from search.model import Article, Speaker
from search.results import Hit

LOOKED_AT = 1_000  # paragraphs: those of years, for nearly everybody


@dataclass(frozen=True, slots=True)
class Role:
    """A role in which somebody spoke: in how many paragraphs, and from which day to which."""

    name: str
    count: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Who a speaker is, by so many paragraphs; `spellings` are other names, the most frequent first."""

    name: str
    kind: str
    roles: tuple[Role, ...]
    spellings: tuple[str, ...]
    paragraphs: int


def profile(name: str, hits: Iterable[Hit]) -> Profile:
    """The profile of the speaker of this name, by hits in which that one speaks."""
    heard = [(hit.article, voice) for hit in hits for voice in hit.paragraph.voices if voice.name == name]
    kinds = Counter(voice.kind for _, voice in heard)
    names = Counter(other for _, voice in heard for other in {voice.own_name, *voice.also} - {name})
    return Profile(
        name=name,
        kind=kinds.most_common(1)[0][0] if kinds else "",
        roles=tuple(sorted(_roles(heard), key=lambda role: (-role.count, role.name))),
        spellings=tuple(sorted(names, key=lambda other: (-names[other], other))),
        paragraphs=len(heard),
    )


def _roles(heard: Iterable[tuple[Article, Speaker]]) -> Iterator[Role]:
    found: dict[str, list[tuple[str, date | None]]] = defaultdict(list)
    for article, voice in heard:
        if voice.role:
            found[voice.role.casefold()].append((voice.role, article.published.value))
    for each in found.values():
        spellings, days = Counter(role for role, _ in each), [day for _, day in each if day]
        yield Role(spellings.most_common(1)[0][0], len(each), min(days, default=None), max(days, default=None))
