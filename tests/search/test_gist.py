"""What is said of many files alike is said once, and nothing is lost of how often."""

import json

from hypothesis import given
from hypothesis import strategies as st

from search.gist import MOST, gists
from search.keeping.kept import MOST as MOST_KEPT
from search.keeping.kept import WHOLE, papers_of, whole
from search.report import KINDS, MOST_TOLD, REPORT, Report, Sentences, report_of

ENCODING = "its encoding is not stated; it was read as {}"
LOST = 100_000


def said(*sentences: str) -> list[str]:
    return [gist.sentence for gist in gists(sentences)]


def test_what_is_said_once_is_said_as_it_is() -> None:
    assert said("a.txt: is empty; remove it", "the index is late") == [
        "a.txt: is empty; remove it",
        "the index is late",
    ]


def test_what_is_said_of_many_is_said_once_with_the_first_of_them() -> None:
    told = said(*(f"{name}.txt: {ENCODING.format('windows-1252')}" for name in "abcd"))
    assert told == ["its encoding is not stated; it was read as windows-1252 – 4 times: a.txt, b.txt, c.txt …"]


def test_names_in_quotation_marks_numbers_and_brackets_may_differ_and_encodings_may_not() -> None:
    told = said(
        "a.txt: date “soon” makes no sense",
        "b.txt: is no text (byte 3)",
        f"c.txt: {ENCODING.format('windows-1251')}",
        "d.txt: date “never” makes no sense",
        "e.txt: is no text (byte 99)",
        f"f.txt: {ENCODING.format('windows-1252')}",
    )
    assert told == [
        "date “…” makes no sense – 2 times: a.txt, d.txt",
        "is no text (…) – 2 times: b.txt, e.txt",
        f"c.txt: {ENCODING.format('windows-1251')}",
        f"f.txt: {ENCODING.format('windows-1252')}",
    ]


def reporting(**kinds: list[str]) -> Report:
    """A report that says this."""
    report = Report()
    for kind in KINDS:
        sentences = Sentences()
        sentences.add(kinds.get(kind, ()))
        report.tell(kind, sentences)
    return report


@given(st.lists(st.text(max_size=20)))
def test_every_sentence_is_counted(sentences: list[str]) -> None:
    assert sum(gist.count for gist in gists(sentences)) == len(sentences)


def test_kinds_without_number_are_counted_together() -> None:
    found = gists(f"{n}.txt: is a {'x' * n}" for n in range(3 * MOST))
    assert (len(found), found[-1].what, found[-1].count) == (MOST + 1, "something else", 2 * MOST)


def test_the_report_of_very_many_failures_is_small_and_all_of_them_are_kept_beside_it() -> None:
    report = reporting(failed=[f"news/{n}.txt: is empty; remove it or give it a text" for n in range(LOST)])
    papers = papers_of(report)
    kept = report_of(papers[REPORT])
    assert kept
    assert len(papers[REPORT]) < 30_000
    assert len(papers[WHOLE]) < 100_000
    assert (kept.count("failed"), len(kept.failed), len(report.failed)) == (LOST, MOST_KEPT, MOST_TOLD)
    assert [gist.count for gist in kept.gist["failed"]] == [LOST]
    assert whole(kept, papers[WHOLE]) == report


def test_a_report_of_few_sentences_is_kept_in_one_piece() -> None:
    report = reporting(**{kind: [f"{kind}.txt: is so"] for kind in KINDS})
    assert papers_of(report).keys() == {REPORT}
    assert report_of(papers_of(report)[REPORT]) == report
    assert json.loads(papers_of(report)[REPORT])["gist"]["noted"][0]["count"] == 1
