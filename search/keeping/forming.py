"""Forming: attributed articles as they stand in the index: each with its own id, corrected, speakers by one name."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from search.amending import Amended, amended, own
from search.corrections import Correction, Corrections
from search.doubles import Marks
from search.identity import Identities, identities
from search.identity.bearers import Called
from search.identity.decided import Decided
from search.identity.tally import Tally
from search.identity.voices import Voice, voices_in
from search.keeping.folding import Doubles, originals, said_of
from search.keeping.ledger import Entry, Piece
from search.keeping.marking import Marker
from search.keeping.shelf import Shelf
from search.model import Article
from search.report import Sentences
from search.seen import written


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article lies on the shelf, and all that is to be said of its form."""

    path: str
    key: bytes
    number: int
    piece: Piece


Found = tuple[str, Place, str]  # the id in the index, the place, the source


@dataclass(slots=True)
class Formed:
    """All articles by their ids in the index; those that an editor corrects; who is one speaker among all.

    `doubles` are those that lie in several files.
    """

    places: dict[str, Place] = field(default_factory=dict)
    mended: dict[str, Amended] = field(default_factory=dict)
    known: Identities = field(default_factory=Identities)
    doubles: Doubles = field(default_factory=Doubles)
    refused: Sentences = field(default_factory=Sentences)
    noted: Sentences = field(default_factory=Sentences)

    def article(self, id: str, shelf: Shelf) -> Article:
        """An article as it stands in the index."""
        return self.doubles.complete(self.known.renamed(self._mended(id) or self._as_read(id, shelf)))

    def _mended(self, id: str) -> Article | None:
        return self.mended[id].article if id in self.mended else None

    def _as_read(self, id: str, shelf: Shelf) -> Article:
        place = self.places[id]
        article = shelf.article(place.key, place.number)
        return article if article.id == id else replace(article, id=id)


def formed(
    entries: Mapping[str, Entry],
    shelf: Shelf,
    corrections: Corrections,
    decided: Decided,
    *,
    stood: Mapping[str, Marks],
) -> Formed:
    """The articles of all files, and each piece marked with its form; `stood` are the articles in the index so far."""
    result, tally = Formed(), Tally()
    met, calls = set[Correction](), dict[str, tuple[Called, ...]]()
    for id, place, source in _folded(list(_distinct(entries)), stood, result):
        meant = own(replace(shelf.article(place.key, place.number), id=id), corrections) if id in corrections else ()
        result.noted.add(f"{source}: {note}" for note in place.piece.notes)
        calls[id] = tally.take(_mended(id, place, meant, shelf, result) if meant else place.piece.voices)
        met.update(meant)
        result.places[id] = place
    result.known = identities(tally, decided)
    result.refused.add(_unmet(corrections, met))
    result.noted.add(entry.is_unused for entry in result.known.unused)
    _mark(result, calls)
    return result


def _folded(found: Sequence[Found], stood: Mapping[str, Marks], result: Formed) -> Iterator[Found]:
    """All but the doubles, which are noted."""
    again = originals({id: place.piece.marks for id, place, _ in found}, stood)
    for id, place, source in found:
        if id in again:
            result.doubles.add(again[id], source)
            result.noted.add([said_of(source, again[id])])
        else:
            yield id, place, source


def distinct_id(id: str, source: str, sources: dict[str, str]) -> str:
    """An article's id, which no article of another file has: of two files of one name the later gets a longer one.

    `sources` are the files of the ids that were met before; this one is added.
    """
    if sources.setdefault(id, source) == source:
        return id
    return f"{id}-{hashlib.sha256(written(source)).hexdigest()[:8]}"


def _distinct(entries: Mapping[str, Entry]) -> Iterator[Found]:
    """All articles with their ids in the index."""
    sources: dict[str, str] = {}
    for path, entry in entries.items():
        for number, piece in enumerate(entry.pieces):
            source, piece.shown_id, piece.shown = piece.source or path, "", b""
            yield distinct_id(piece.id, source, sources), Place(path, entry.key, number, piece), source


def _mended(id: str, place: Place, meant: tuple[Correction, ...], shelf: Shelf, result: Formed) -> tuple[Voice, ...]:
    """Who speaks in an article as an editor's corrections leave it; what was not applied is said."""
    done = amended(replace(shelf.article(place.key, place.number), id=id), meant)
    result.mended[id] = done
    result.refused.add(done.refused)
    result.noted.add(done.noted)
    return voices_in(done.article)


def _unmet(corrections: Corrections, met: set[Correction]) -> Iterable[str]:
    left = (c for several in corrections.values() for c in several if c not in met)
    return [f"{c.where}: no such article was read; mend its id or remove the block" for c in left]


def _mark(result: Formed, calls: Mapping[str, tuple[Called, ...]]) -> None:
    marker = Marker(result.known)
    for id, place in result.places.items():
        mended, also = result.mended.get(id), result.doubles.sources.get(id, ())
        piece = place.piece
        piece.shown_id, piece.shown = id, marker.mark(id, piece.text, calls[id], mended=mended, also=also)
