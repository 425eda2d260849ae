"""Which words are said: those that lie wholly within a statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.model import Span
from search.spoken import spoken
from search.text import terms

TEXT = "“Oars,” he said, “and U.S. sails.”"
pieces = st.sampled_from([*"aBéØ .,'’“”—1\n\u0301\u00ad\xa0ﾞ_(", "  ", "2.5", "U.S.", "don't", "al-Qa'abi", "word "])
texts = st.lists(pieces, max_size=16).map("".join)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2)
    return text, [Span(*sorted(draw(ends))) for _ in range(draw(st.integers(0, 3)))]


def words(text: str, *said: Span) -> list[list[str]]:
    found = [term.exact for term in terms(text)]
    return [found[stretch.start : stretch.stop] for stretch in spoken(text, said)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((Span(0, 7), Span(17, 34)), [["oars"], ["and", "us", "sails"]]),
        ((Span(17, 34), Span(0, 7)), [["oars"], ["and", "us", "sails"]]),
        ((Span(2, 34),), [["he", "said", "and", "us", "sails"]]),
        ((Span(0, 24),), [["oars", "he", "said", "and"]]),
        ((Span(0, 10), Span(8, 12)), [["oars", "he"]]),
        ((Span(0, 7), Span(7, 16)), [["oars"], ["he", "said"]]),
        ((Span(0, 34), Span(3, 5)), [["oars", "he", "said", "and", "us", "sails"]]),
        ((Span(5, 5), Span(0, 1), Span(23, 24)), []),
        ((), []),
    ],
)
def test_words_cut_in_two_are_not_said_and_stretches_that_overlap_are_one(
    said: tuple[Span, ...], expected: list[list[str]]
) -> None:
    assert words(TEXT, *said) == expected


@settings(max_examples=500)
@given(texts_and_spans())
def test_a_word_is_said_if_it_lies_within_what_is_said(given: tuple[str, list[Span]]) -> None:
    text, said = given
    covered = {at for span in said for at in range(span.start, span.end)}
    joined = {at for span in said for at in range(span.start, span.end - 1)}  # to the character after it
    places = [term.where for term in terms(text)]
    inside = [where.start in covered and joined.issuperset(range(where.start, where.end - 1)) for where in places]
    assert [n for stretch in spoken(text, said) for n in stretch] == [n for n, is_in in enumerate(inside) if is_in]
