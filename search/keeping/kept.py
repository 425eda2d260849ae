"""Kept: a report as it is kept with a generation: small however much it says, for every look at an index reads it."""

import zlib
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from search.report import KINDS, REPORT, Report

WHOLE = "sentences"  # under which all sentences of a report are kept, where they are many
MOST = 200  # sentences of each kind that are in the report itself


def papers_of(report: Report) -> Mapping[str, bytes]:
    """A report to be kept: of very many sentences only the first ones, and beside it those that it had."""
    if not any(len(found) > MOST for found in report.sentences.values()):
        return {REPORT: msgspec.json.encode(report)}
    few = _with({kind: found[:MOST] for kind, found in report.sentences.items()}, report)
    return {REPORT: msgspec.json.encode(few), WHOLE: zlib.compress(msgspec.json.encode(report.sentences), 1)}


def whole(report: Report, written: bytes) -> Report:
    """A kept report with the sentences that were kept beside it; as it is where there are none."""
    try:
        return _with(msgspec.json.decode(zlib.decompress(written), type=dict[str, list[str]]), report)
    except (zlib.error, msgspec.DecodeError):
        return report


def _with(sentences: Mapping[str, list[str]], report: Report) -> Report:
    """The report with these sentences, of which it has no fewer in all than before."""
    left = ((str(kind), report.count(kind) - len(sentences.get(kind, ()))) for kind in KINDS)
    more = {kind: count for kind, count in left if count > 0}
    failed, refused, noted, passed_over = (list(sentences.get(kind, ())) for kind in KINDS)
    return replace(report, failed=failed, refused=refused, noted=noted, passed_over=passed_over, more=more)
