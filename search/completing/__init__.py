"""Completing: what a person who has begun to type may go on to: speakers, outlets, and phrases that people used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import Literal, get_args

from search.completing.beginnings import Beginnings, begins, folded_words
from search.completing.begun import Begun
from search.completing.sayings import sayings
from search.contents import Contents
from search.engine import Engine
from search.errors import QueryError
from search.facets import NAMELESS
from search.model import Speaker
from search.query import Query
from search.results import Hit

LIMIT = 8  # as many as one takes in at a glance
MOST = 50  # of one kind; nobody is offered more
TWICE = 2  # paragraphs in which a phrase stands that people use

Kind = Literal["speaker", "outlet", "phrase"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMED = KINDS[:2]  # facets whose values are offered


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be meant, and how many paragraphs have it; of a phrase, how many of those that were read.

    `facet` and `value` are what to choose to narrow a search to a name; "" for a phrase.
    """

    kind: Kind
    text: str
    count: int
    facet: str = ""
    value: str = ""


class Completer:
    """Completes from what an engine's index holds; any number of threads may ask it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._reading = Lock()
        self._known: tuple[Contents, Mapping[Kind, Beginnings]] | None = None

    def completions(self, typed: str, limit: int = LIMIT) -> tuple[Completion, ...]:
        """At most so many, speakers first, then outlets, then phrases; () for what cannot be read.

        Raises IndexUnusable.
        """
        begun = Begun.of(typed)
        if not begun.words or limit < 1:
            return ()
        hits, words = self._read(begun)
        speakers, outlets = (_called(kind, self._names()[kind], begun, hits) for kind in NAMED)
        taken = {folded_words(name.text) for name in (*speakers, *outlets)}
        said = [phrase for phrase in _said(begun, hits, words) if folded_words(phrase.text) not in taken]
        return _shared(limit, speakers, outlets, said)

    def _names(self) -> Mapping[Kind, Beginnings]:
        """The names in the index as it is now, read once for each state of it."""
        contents = self.engine.contents()
        with self._reading:
            if self._known is None or self._known[0] != contents:
                found = self.engine.search(Query()).facets
                often = {kind: {v.value: v.count for v in found[kind] if v.value not in NAMELESS} for kind in NAMED}
                self._known = contents, {kind: Beginnings.of(names) for kind, names in often.items()}
            return self._known[1]

    def _read(self, begun: Begun) -> tuple[Sequence[Hit], Mapping[str, int]]:
        """Paragraphs to read phrases from, and words that may be meant; none where finding them takes too long."""
        try:
            likely = begun.likely(self.engine)
            return begun.hits(self.engine, likely), likely if len(begun.words) == 1 else {}
        except QueryError:
            return (), {}


def _called(kind: Kind, names: Beginnings, begun: Begun, hits: Sequence[Hit]) -> list[Completion]:
    """Those whose name, or another spelling of it in these paragraphs, is begun so; the most frequent first."""
    found = dict(names.found(begun.words, MOST))
    voices = (voice for hit in hits for voice in hit.paragraph.voices if kind == "speaker")
    spelt = {voice.name for voice in voices if _spelt_so(voice, begun)} & names.often.keys()
    often = {name: names.often[name] for name in (*found, *sorted(spelt))}
    ordered = sorted(often.items(), key=lambda pair: -pair[1])
    return [Completion(kind, name, count, kind, name) for name, count in ordered]


def _spelt_so(voice: Speaker, begun: Begun) -> bool:
    return any(begins(folded_words(name), begun.words) for name in (voice.own_name, *voice.also))


def _said(begun: Begun, hits: Sequence[Hit], words: Mapping[str, int]) -> list[Completion]:
    """Phrases that stand in two paragraphs, or else in one; then single words."""
    found = sayings((hit.paragraph.text for hit in hits), begun)
    phrases = found.best(TWICE) or found.best(1)
    said = [Completion("phrase", found.as_written(phrase), found.often[phrase]) for phrase in phrases[:MOST]]
    single = (
        Completion("phrase", found.as_written((word,)), count)
        for word, count in words.items()
        if (word,) != begun.words
    )
    return [*said, *islice(single, MOST)]


def _shared(
    limit: int, speakers: Sequence[Completion], outlets: Sequence[Completion], said: Sequence[Completion]
) -> tuple[Completion, ...]:
    """So many of all: half of them speakers, a quarter outlets, and what is left by one kind goes to the others."""
    half, quarter = -(-limit // 2), limit // 4
    kept = [*speakers[:half], *outlets[:quarter]]
    kept += said[: limit - len(kept)]
    kept += [*speakers[half:], *outlets[quarter:]][: limit - len(kept)]
    return tuple(sorted(kept, key=lambda completion: KINDS.index(completion.kind)))
