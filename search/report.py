"""The report of a reindex: what was read, what failed and why, kept with the index that came of it."""

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from search.contents import Contents
from search.gist import Gist, gists

REPORT, WHOLE = "report", "sentences"  # under which an engine keeps it, and all of its sentences where they are many
KINDS = ("failed", "refused", "noted", "passed_over")  # of sentences
MOST = 200  # sentences of each kind that are in it where it is kept: every look at an index reads it

Done = Literal["built", "updated", "noted", "nothing"]
"""What a reindex did: all anew; a part of it; only what is known of the files; or nothing, for nothing had changed."""


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
class Report:
    """What came of a reindex: what the index holds, and sentences on what failed and what was passed over.

    `sources` are absolute paths, `given` the same as they were given, `state` stands for their files as they were seen
    (search/staleness.py), `around` for these and all other files beside them, `newest` is when the newest of them was
    written, `finished` when the reindex ended, in UTC. `gist` has the sentences in few words, by their kind, and `sum`
    stands for all of them; `more` says how many of a kind are not in it, for it was kept.
    """

    contents: Contents = field(default_factory=Contents)
    failed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # corrections that were not applied
    sources: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    state: str = ""
    around: str = ""
    newest: str = ""
    rules: str = ""
    done: Done = "built"
    files: Files = field(default_factory=Files)
    seconds: float = 0.0
    finished: str = ""
    gist: dict[str, list[Gist]] = field(default_factory=dict)
    sum: str = ""
    more: dict[str, int] = field(default_factory=dict)

    @property
    def sentences(self) -> Mapping[str, list[str]]:
        """Those that it has, by their kind."""
        return {kind: getattr(self, kind) for kind in KINDS}

    def number(self, kind: str) -> int:
        """How many sentences of a kind there are, those included that are not in it."""
        return len(self.sentences[kind]) + self.more.get(kind, 0)


def summed(report: Report) -> Report:
    """The report with the gist of its sentences, and their sum."""
    found = {kind: gists(sentences) for kind, sentences in report.sentences.items()}
    return replace(report, gist=found, sum=hashlib.sha256(msgspec.json.encode(report.sentences)).hexdigest()[:16])


def papers_of(report: Report) -> Mapping[str, bytes]:
    """A report as it is kept: of very many sentences only the first ones, and all of them beside it."""
    more = {kind: len(found) - MOST for kind, found in report.sentences.items() if len(found) > MOST}
    if not more:
        return {REPORT: msgspec.json.encode(report)}
    few = _with({kind: found[:MOST] for kind, found in report.sentences.items()}, report, more)
    return {REPORT: msgspec.json.encode(few), WHOLE: zlib.compress(msgspec.json.encode(report.sentences), 1)}


def report_of(written: bytes) -> Report | None:
    """A report as it was kept; None for nothing, and for what another version wrote."""
    try:
        return msgspec.json.decode(written, type=Report)
    except msgspec.DecodeError:
        return None


def whole(report: Report, written: bytes) -> Report:
    """A kept report with all its sentences, which were kept beside it; as it is where there are none."""
    if not (report.more and written):
        return report
    try:
        found = msgspec.json.decode(zlib.decompress(written), type=dict[str, list[str]])
    except (zlib.error, msgspec.DecodeError):
        return report
    return _with(found, report, {})


def _with(sentences: Mapping[str, list[str]], report: Report, more: dict[str, int]) -> Report:
    failed, refused, noted, passed_over = (sentences.get(kind, []) for kind in KINDS)
    return replace(report, failed=failed, refused=refused, noted=noted, passed_over=passed_over, more=more)
