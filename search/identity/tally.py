"""The tally: who spoke in which articles, how often, and what is told of each. A whole corpus fits in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

from search.identity.bearers import Bearer, Called
from search.identity.voices import Voice, called, voices_in
from search.model import Article, SpeakerKind


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
        self._calls: dict[tuple[SpeakerKind, str, tuple[str, ...]], Called] = {}

    def add(self, article: Article) -> None:
        """Take in who speaks in an article."""
        self.take(voices_in(article))

    def take(self, voices: Iterable[Voice]) -> tuple[Called, ...]:
        """Take in those who speak in one article; how it calls each."""
        self.articles += 1
        return tuple(map(self._taken, voices))

    def _taken(self, voice: Voice) -> Called:
        call = self._called(voice)
        count = self._counts[call]
        count.statements += voice.statements
        count.articles.add(self.articles)
        count.roles.update(voice.roles)
        return call

    def _called(self, voice: Voice) -> Called:
        """How a voice is called: one object for all who are called so, for most are in many articles."""
        told = voice.kind, voice.name, voice.roles
        if told not in self._calls:
            self._calls[told] = called(*told)
        return self._calls[told]

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


def _told_apart(same: list[Bearer]) -> list[Bearer]:
    """Those of one name as one; as several where some are told to be a man and others to be a woman, or by title."""
    told = {bearer.gender for bearer in same} - {""}
    if same[0].kind == "person" and (not same[0].parts.given or len(told) > 1):
        return same
    return [reduce(Bearer.with_, same)]


def _order(call: Called) -> tuple[str, str, str]:
    return call.kind, call.name, call.told
