"""One form for what looks alike: what is searched for is found, and every offset is true to the text shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.normalising import line_of, normalised


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("treas\u00adurer", "treasurer"),
        ("the\u00a0board", "the board"),
        ("4\u202f000", "4 000"),
        ("Rene\u0301", "René"),
        ("o\ufb03ce, \ufb01rst, \ufb02at", "office, first, flat"),
        ("fer\u200bry\ufeff", "ferry"),
        ("one\u2028two\r\nthree\rfour", "one\ntwo\nthree\nfour"),
        ("\u202eevil\u202c", "evil"),
        ("خانه\u200cها", "خانه\u200cها"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("a\u200cb", "ab"),
        ("a\x00b", "a b"),
    ],
)
def test_signs_that_nobody_sees_are_gone_and_what_looks_alike_is_alike(written: str, read: str) -> None:
    assert normalised(written) == read


def test_a_line_has_single_spaces() -> None:
    assert line_of(" The\u00a0 ferry\n\n late ") == "The ferry late"


@given(st.text())
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once
