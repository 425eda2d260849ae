"""Voices: who speaks in one article, and how the article calls each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

import msgspec

from search.attribution.genders import gender_of_name
from search.identity.bearers import Called
from search.identity.names import name_of
from search.identity.roles import gender_told, heads_of
from search.model import Article, SpeakerKind


class Voice(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Who speaks in an article: by which name, in which roles, in how many statements."""

    kind: SpeakerKind
    name: str
    roles: tuple[str, ...] = ()
    statements: int = 0


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
