"""Reports: where a sentence says, by a verb or by another word, that somebody said something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from search.attribution.clauses import clause_of, rest
from search.attribution.cues import CUES, Cue
from search.attribution.lexicon import BEING, DOCUMENTS, LINKS
from search.attribution.namings import NAMING, naming
from search.attribution.phrases import Phrase, phrase_beginning
from search.attribution.report import Report
from search.attribution.subjects import NAMED, Subject, named_by_apposition, subject_of
from search.attribution.subjects.subject import DASHES
from search.attribution.telling import tells
from search.attribution.tokens import Sentence, Token
from search.attribution.verb_or_noun import agrees, is_noun
from search.attribution.verbs import Group, group_of
from search.model import Span

LINKS_AND_DASHES = LINKS | DASHES
APART = frozenset({"according to X", "X’s claim that"})  # rules by which a report keeps words that another one holds
LONGEST_LINK = 4  # tokens of "and on Monday" before the subject
REACH = 10  # tokens from "was announced" to "by"
TELLING = NAMING.union(CUES)


def reports_of(sentence: Sentence) -> tuple[Report, ...]:
    """The reports of a sentence, in the order of their verbs."""
    tokens = sentence.tokens
    places = [i for i, token in enumerate(tokens) if token.quotation < 0 and token.lower in TELLING]
    found = [report for at in places if (report := _report(sentence, at))]
    return tuple(_parted(tokens, found))


def _parted(tokens: Sequence[Token], reports: list[Report]) -> Iterator[Report]:
    """Each report with its own words: those of one end where "and Ortiz denied" begins another beside it.

    A report within another's words leaves them to that.
    """
    beside = [_begins_beside(tokens, report) for report in reports]
    for n, report in enumerate(reports):
        if report.clause is None:
            yield report
            continue
        own = _until_next(report.clause, beside[n + 1 :])
        within = any(r.clause and _holds(r.clause, own) for r in reports[:n])
        inside = within and not beside[n] and report.subject.rule not in APART
        yield report if own == report.clause and not inside else replace(report, clause=None if inside else own)


def _until_next(clause: Span, begins: Iterable[int | None]) -> Span:
    """The words of a report as far as the first one beside it that begins within them."""
    end = next((begin for begin in begins if begin and clause.start < begin < clause.end), clause.end)
    return Span(clause.start, end)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _begins_beside(tokens: Sequence[Token], report: Report) -> int | None:
    """Where a report begins that stands beside another: "and Ortiz denied", "; on Monday Lee said", ", adding"."""
    rule = report.subject.rule
    if rule == "according to X":
        return tokens[report.at].start
    links = LINKS_AND_DASHES if rule == ", adding" else LINKS
    begin = report.at if rule in {", adding", "and said"} else report.subject.begin(report.at)
    for at in range(begin - 1, max(-1, begin - 1 - LONGEST_LINK), -1):
        if tokens[at].quotation < 0 and tokens[at].lower in links:
            return tokens[at].start
        if not tokens[at].is_word and tokens[at].text != ",":
            break
    return None


def _report(sentence: Sentence, at: int) -> Report | None:
    """The report that the word at `at` makes; None if it makes none."""
    tokens = sentence.tokens
    cue = CUES.get(tokens[at].lower)
    if cue is None or (at > 0 and tokens[at].is_name_like) or is_noun(sentence, at, cue):
        return naming(sentence, at)
    return _passive(tokens, at, cue) or _verbal(sentence, at, cue)


def _verbal(sentence: Sentence, at: int, cue: Cue) -> Report | None:
    """`Lee said`, in all its orders."""
    tokens = sentence.tokens
    group = group_of(tokens, at)
    subject = subject_of(sentence, group) if group else None
    if group is None or subject is None:
        return None
    if group.declined:
        return _declined(tokens, group, subject)
    if group.begin == at and len(subject.phrases) == 1 and not agrees(cue, subject.phrases[0]):
        return None
    if not tells(sentence, at, cue, subject):
        return None
    clause = clause_of(tokens, at, subject)
    if clause is None and not sentence.quotations and not cue.suffices:
        return None
    return Report(at, tokens[at].text, subject, clause, cue.kind)


def _declined(tokens: Sequence[Token], group: Group, subject: Subject) -> Report | None:
    """`Lee declined to comment`; `the ministry did not say when`: that, too, is on record."""
    if not subject.phrases and subject.rule != "and said":
        return None
    words = " ".join(t.text for t in tokens[group.begin : group.at + 1])
    return Report(group.at, words, subject, Span(tokens[group.begin].start, tokens[-1].end), "declined")


def _passive(tokens: Sequence[Token], at: int, cue: Cue) -> Report | None:
    """`This was announced by Lee`: the words are those of the sentence before, unless the sentence has its own."""
    if cue.form != "past" or at == 0:
        return None
    before = at - 1
    while before > 0 and tokens[before].lower in {"first", "also", "later", "earlier"}:
        before -= 1
    if tokens[before].lower not in BEING | {"as"}:
        return None
    phrase = _agent(tokens, at)
    if phrase is None or phrase.kind not in NAMED:
        return None
    if tokens[before].lower == "as":
        return Report(at, tokens[at].text, Subject((phrase,), "as said by X"), rest(tokens, before, phrase), cue.kind)
    subject = Subject((named_by_apposition(tokens, phrase),), "was said by X")
    if tokens[0].lower in {"this", "such", "it", "that", "these"}:
        return Report(at, tokens[at].text, subject, None, cue.kind, previous=True)
    return Report(at, tokens[at].text, subject, Span(tokens[0].start, tokens[before].start), cue.kind)


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """`by Lee`; `in the statement of the ministry`."""
    for i in range(at + 1, min(at + REACH, len(tokens))):
        in_document = tokens[at + 1].lower == "in" and tokens[i - 1].lower in DOCUMENTS
        if tokens[i].lower == "by" or (tokens[i].lower == "of" and in_document):
            return phrase_beginning(tokens, i + 1)
    return None
