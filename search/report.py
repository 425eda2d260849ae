"""The report of a reindex: what was read, what failed and why, kept with the index that came of it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

import msgspec

from search.contents import Contents
from search.gist import Gist, Gists

REPORT = "report"  # the name under which an engine keeps it
MOST_TOLD = 10_000  # sentences of a kind: nobody reads more, and a million files may fail for one reason

Done = Literal["built", "updated", "noted", "nothing"]
"""What a reindex did: all anew; a part of it; only what is known of the files; or nothing, for nothing had changed."""

Kind = Literal["failed", "refused", "noted", "passed_over"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Files:
    """What became of the files since the last time, and how many articles were read again or only named anew."""

    new: int = 0
    changed: int = 0
    again: int = 0  # as it was, but read again: the rules, or what is installed, have changed
    moved: int = 0
    removed: int = 0
    unchanged: int = 0
    left: int = 0  # not looked at, for --since says so
    ignored: int = 0  # by an ignore file: files, and folders with all that is in them
    articles_changed: int = 0
    articles_removed: int = 0


@dataclass(slots=True)
class Sentences:
    """Sentences, as many as are told one by one, how many more there are, and the gist of all of them."""

    told: list[str] = field(default_factory=list)
    more: int = 0
    gists: Gists = field(default_factory=Gists)

    def add(self, sentences: Iterable[str]) -> None:
        """Add these at the end; names of files in them need not be UTF-8."""
        for sentence in sentences:
            plain = sentence.encode("utf-8", "backslashreplace").decode()
            self.gists.add(plain)
            if len(self.told) < MOST_TOLD:
                self.told.append(plain)
            else:
                self.more += 1


@dataclass(slots=True)
class Report:
    """What came of a reindex: what the index holds, and sentences on what failed and what was passed over.

    `sources` are absolute paths, `given` the same as they were given, `held` how many files each folder of them held,
    `state` stands for their files as they were seen (search/staleness.py), `around` for these and all other files
    beside them, `newest` is when the newest of them was written, `finished` when the reindex ended, in UTC. `more`:
    how many sentences of a kind there are beside those that are told one by one; `gist` has all of them in few words.
    """

    contents: Contents = field(default_factory=Contents)
    failed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # corrections that were not applied
    sources: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    state: str = ""
    around: str = ""
    newest: str = ""
    rules: str = ""
    done: Done = "built"
    files: Files = field(default_factory=Files)
    seconds: float = 0.0
    finished: str = ""
    more: dict[str, int] = field(default_factory=dict)
    gist: dict[str, list[Gist]] = field(default_factory=dict)
    sum: str = ""

    @property
    def sentences(self) -> Mapping[Kind, list[str]]:
        """Those that are told one by one, by their kind."""
        return {kind: getattr(self, kind) for kind in KINDS}

    def tell(self, kind: Kind, sentences: Sentences) -> None:
        """Say these of a kind."""
        setattr(self, kind, sentences.told)
        self.more |= {kind: sentences.more} if sentences.more else {}
        self.gist[kind] = sentences.gists.found()
        self.sum = hashlib.sha256(msgspec.json.encode((self.sum, kind, sentences.told))).hexdigest()[:16]

    def count(self, kind: Kind) -> int:
        """How many sentences of a kind there are."""
        return len(self.sentences[kind]) + self.more.get(kind, 0)


def report_of(written: bytes) -> Report | None:
    """A report as it was kept; None for nothing, and for what another version wrote."""
    try:
        return msgspec.json.decode(written, type=Report)
    except msgspec.DecodeError:
        return None
