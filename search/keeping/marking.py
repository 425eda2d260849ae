"""Marking: what tells that an article is to be written again: a mark of all on which its form in the index depends."""

import hashlib
from collections.abc import Iterable, Sequence

from search.amending import Amended
from search.identity import Identities
from search.identity.bearers import Called
from search.keeping.fingerprints import forming

LENGTH = 16  # bytes


class Marker:
    """Makes the marks of articles whose speakers are known by these names.

    It takes what an article holds and not the file in which it lies, so that of an archive only those articles are
    written again that are others.
    """

    def __init__(self, known: Identities) -> None:
        self._known, self._named = known, dict[Called, bytes]()

    def mark(
        self, id: str, text: bytes, calls: Iterable[Called], *, mended: Amended | None, also: Sequence[str]
    ) -> bytes:
        """The mark of an article: its id and the hash of its text, its speakers, its corrections, its other files."""
        corrected = [p.statements for p in mended.article.paragraphs] if mended else ()
        mark = hashlib.blake2b(text, digest_size=LENGTH, key=forming())
        for call in calls:
            mark.update(self._shown(call))
        mark.update(repr((id, corrected, also)).encode("utf-8", "replace"))
        return mark.digest()

    def _shown(self, call: Called) -> bytes:
        """The mark of a speaker, who is in many articles: how they call this one, and the names that are shown."""
        if call not in self._named:
            said = repr((call, self._known.shown(call))).encode("utf-8", "replace")
            self._named[call] = hashlib.blake2b(said, digest_size=LENGTH).digest()
        return self._named[call]
