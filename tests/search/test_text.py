"""What counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import LONGEST_WORD, folded, stem, terms

NAME_WRITTEN_IN_TWO_WAYS = [
    ("Ortuño", "ortuno"),
    ("Ortun\u0303o", "Ortuño"),  # an accent that is a character of its own, as macOS and PDFs write it
    ("Søren", "soren"),
    ("Łukasz", "lukasz"),
    ("Straße", "STRASSE"),
    ("Qa'abi", "Qa’abi"),
    ("U.S.", "US"),
    ("1,000", "1000"),
    ("Ｆｅｒｒｙ", "ferry"),
    ("𝐅𝐞𝐫𝐫𝐲", "ferry"),
    ("ｶﾞｿﾘﾝ", "ガソリン"),
    ("fer\u00adry", "ferry"),  # a soft hyphen, as web pages hold
    ("the harbour's", "the harbour"),
]


def exact(text: str) -> list[str]:
    return [term.exact for term in terms(text)]


@pytest.mark.parametrize(("one", "other"), NAME_WRITTEN_IN_TWO_WAYS)
def test_two_ways_to_write_a_word_are_one_word(one: str, other: str) -> None:
    assert exact(one) == exact(other) != []


@pytest.mark.parametrize("text", ["", "…", "— ‘’ “”", "_ _", "| ()", "\ud800", "ﾞ"])
def test_marks_alone_are_no_words(text: str) -> None:
    assert exact(text) == []


def test_a_hyphen_parts_two_words_and_an_apostrophe_does_not() -> None:
    assert exact("al-Qa'abi don't") == ["al", "qaabi", "dont"]


def test_a_number_with_a_point_is_one_word() -> None:
    assert exact("3.5 percent, 12.") == ["35", "percent", "12"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("北港大桥8月关闭。", ["北", "港", "大", "桥", "8", "月", "关", "闭"]),
        ("フェリー", ["フ", "ェ", "リ", "ー"]),
        ("ท่าเรือ", ["ท่", "า", "เ", "รื", "อ"]),
    ],
)
def test_where_no_spaces_part_the_words_each_letter_is_one(text: str, words: list[str]) -> None:
    assert exact(text) == words


@pytest.mark.parametrize("text", ["नदी", "நதி", "ನದಿ", "নদী", "می\u200cرود", "가"])
def test_vowel_signs_and_joiners_part_no_word(text: str) -> None:
    assert len(exact(text)) == 1


def test_a_vowel_sign_makes_another_word_and_one_that_may_be_left_out_does_not() -> None:
    assert exact("दिन") != exact("दान")
    assert exact("مُدُن") == exact("مدن")
    assert exact("שָׁלוֹם") == exact("שלום")


def test_forms_of_a_word_share_a_stem_and_keep_their_own_form() -> None:
    ferry, ferries = terms("ferry ferries")
    assert ferry.stem == ferries.stem
    assert ferry.exact != ferries.exact


def test_a_word_without_end_is_cut() -> None:
    assert exact("x" * 10_000) == ["x" * LONGEST_WORD]


@given(st.text())
def test_a_term_stands_where_it_says(text: str) -> None:
    for term in terms(text):
        assert folded(term.where.of(text)) == term.exact
        assert stem(term.exact) == term.stem
        assert term.exact


@given(st.text())
def test_terms_come_in_order_and_do_not_overlap(text: str) -> None:
    ends = [0]
    for term in terms(text):
        assert ends[-1] <= term.where.start < term.where.end
        ends.append(term.where.end)
