"""A document: a file, or a file within an archive, as the bytes from which a reader makes articles."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds; `name` is shown to people: `clips.zip!/2024/tolls.html`.

    `url` is where it was found, and `suffix` what it is, where its archive says so.
    """

    name: str
    content: bytes
    url: str = ""
    suffix: str = ""

    @property
    def ending(self) -> str:
        """The suffix that tells how to read it.

        >>> Document("a/B.TXT", b"").ending
        '.txt'
        """
        return self.suffix or PurePath(self.name).suffix.lower()
