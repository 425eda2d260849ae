"""Folding: which articles are one, and which of them stands for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from search.doubles import Fingerprint, Marks
from search.model import Article

NOBODY: Fingerprint = 0  # the outlet where none is known


@dataclass(slots=True)
class Doubles:
    """The other files in which articles lie: id → these files."""

    sources: dict[str, list[str]] = field(default_factory=dict)

    def add(self, id: str, source: str) -> None:
        self.sources.setdefault(id, []).append(source)

    def complete(self, article: Article) -> Article:
        """The article with all files in which it lies."""
        also = tuple(dict.fromkeys(source for source in self.sources.get(article.id, ()) if source != article.source))
        note = f"the same article lies in {', '.join(also)}"
        return replace(article, sources=also, notes=(*article.notes, note)) if also else article


def said_of(source: str, first: str) -> str:
    """What a report says of a file whose article stands in the index under the id `first`."""
    return f"{source}: is the article {first} again, which is kept once, with all its sources"


def originals(known: Mapping[str, Marks], stood: Mapping[str, Marks]) -> dict[str, str]:
    """Each article that is another one again, and the one that stands for it; the rest are themselves.

    One that stood in the last generation stands on, for its id is in links and corrections; of several the first that
    is what it was then. Of those that did not stand it is the first.
    """
    again: dict[str, str] = {}
    for group in _same(known).groups(known):
        stands = min(group, key=lambda id: (stood.get(id) != known[id], id not in stood))
        again.update((id, stands) for id in group if id != stands)
    return again


class _Sets:
    """Ids in sets, of which each is known by one of its ids; an id that was joined to no other is a set of its own."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, id: str) -> str:
        while id in self._above:
            above = self._above[id]
            self._above[id] = self._above.get(above, above)
            id = above
        return id

    def join(self, one: str, other: str) -> None:
        if (one := self.of(one)) != (other := self.of(other)):
            self._above[other] = one

    def join_alike(self, marked: Iterable[tuple[Fingerprint, str]]) -> None:
        """Join the ids that have one mark."""
        first: dict[Fingerprint, str] = {}
        for mark, id in marked:
            if (other := first.setdefault(mark, id)) != id:
                self.join(other, id)

    def groups(self, ids: Iterable[str]) -> Iterable[list[str]]:
        """The sets of several of these ids, in their order."""
        joined = {self.of(id) for id in list(self._above)}
        found: dict[str, list[str]] = {}
        for id in ids if joined else ():
            if (root := self.of(id)) in joined:
                found.setdefault(root, []).append(id)
        return found.values()


def _same(known: Mapping[str, Marks]) -> _Sets:
    """The articles that are one: by address, by the text of one outlet, or by a text whose outlet nobody knows.

    One text in two outlets is two articles, for that both carried it is news.
    """
    sets = _Sets()
    sets.join_alike((marks.address, id) for id, marks in known.items() if marks.address)
    outlets = _outlets(known, sets)
    sets.join_alike((known[id].text ^ outlet, id) for id, outlet in outlets.items())
    for one, other in _lent(known, outlets, sets):
        sets.join(one, other)
    return sets


def _outlets(known: Mapping[str, Marks], sets: _Sets) -> dict[str, Fingerprint]:
    """The outlet of each article whose text counts: its own, else that of the first one at its address, else NOBODY."""
    wanted = {sets.of(id) for id, marks in known.items() if marks.text and not marks.outlet}
    stated: dict[str, Fingerprint] = {}
    for id, marks in known.items():
        if marks.outlet and (root := sets.of(id)) in wanted:
            stated.setdefault(root, marks.outlet)
    return {id: marks.outlet or stated.get(sets.of(id), NOBODY) for id, marks in known.items() if marks.text}


def _lent(known: Mapping[str, Marks], outlets: Mapping[str, Fingerprint], sets: _Sets) -> list[tuple[str, str]]:
    """Articles of outlets, each with one of nobody's that has its text: of the outlets that have it the first counts.

    What is nobody's goes to one article only, so that it makes no two of them one.
    """
    texts = {known[id].text for id, outlet in outlets.items() if outlet == NOBODY}
    first: dict[Fingerprint, str] = {}
    for id, outlet in outlets.items():
        if outlet != NOBODY and known[id].text in texts:
            first.setdefault(known[id].text, id)
    goes: dict[str, str] = {}
    for id, outlet in outlets.items():
        if outlet == NOBODY and known[id].text in first:
            goes.setdefault(sets.of(id), first[known[id].text])
    return [(one, other) for other, one in goes.items()]
