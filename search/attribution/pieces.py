"""Pieces: which words of a sentence belong to which report, and whether they are quoted."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from search.attribution.lexicon import SETTINGS
from search.attribution.prepared import Prepared
from search.attribution.report import Report
from search.attribution.tokens import Sentence
from search.model import Span, StatementKind


def claims(sentence: Sentence, reports: tuple[Report, ...]) -> dict[int, list[int]]:
    """Which report each quotation of a sentence belongs to: the nearest by tokens."""
    claimed: dict[int, list[int]] = {}
    if not reports:
        return claimed
    for q in sentence.quotations:
        places = [i for i, t in enumerate(sentence.tokens) if t.quotation == q]
        distance = {n: min(abs(places[0] - r.at), abs(r.at - places[-1])) for n, r in enumerate(reports)}
        claimed.setdefault(min(distance, key=distance.__getitem__), []).append(q)
    return claimed


def pieces(text: Prepared, report: Report, quoted: list[Span], at: int) -> Iterator[tuple[Span, StatementKind]]:
    """The places of a report's words: each quotation that stands apart, and the clause, mixed if it holds others."""
    whole = text.paragraph.text
    clause = text.sentences[at - 1].where if report.previous and at > 0 else report.clause
    clause = clause and trimmed(whole, clause)
    inside = [q for q in quoted if clause and clause.start <= q.start and q.end <= clause.end + 1]
    bare = clause and _without(whole, clause, inside)
    if clause and bare and len(bare.split()) >= 2 and not _is_setting(bare, quoted):
        yield clause, "mixed" if inside else "indirect"
        quoted = [q for q in quoted if q not in inside]
    for span in quoted:
        yield trimmed(whole, span), "direct"


def around(text: Prepared, sentence: Sentence, said: Iterable[Span]) -> str:
    """The words of a sentence that are none of those said nor quoted: its reporting clause."""
    quoted = (text.quotations[q].outer for q in sentence.quotations)
    whole, at, kept = text.paragraph.text, sentence.where.start, []
    for span in sorted([*said, *quoted], key=lambda span: span.start):
        kept.append(whole[at : span.start])
        at = max(at, span.end)
    return " ".join([*kept, whole[at : sentence.where.end]]).strip()


def _is_setting(words: str, quoted: list[Span]) -> bool:
    """Whether words beside a quotation only say where and when: "in Dorrin on March 10"."""
    first = words.split()[0].lower().strip(",")
    return bool(quoted) and first in SETTINGS


def _without(text: str, clause: Span, inside: list[Span]) -> str:
    """The words of a clause without the quotations inside it."""
    out, at = "", clause.start
    for span in inside:
        out += text[at : span.start]
        at = span.end
    return (out + text[at : clause.end]).strip(" “”\"«»,.;:'’‘`")


def after_colon(sentence: Sentence, quoted: Span) -> bool:
    """Whether a colon introduces what is quoted, its marks included."""
    first = bisect_left(sentence.tokens, quoted.start, key=lambda token: token.start)
    return first > 1 and sentence.tokens[first - 1].text == ":"


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space, commas and marks at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end)
