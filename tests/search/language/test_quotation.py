"""Marks of every kind about exact words make a phrase, and apostrophes stay in their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language import parse
from search.language.quotation import straightened
from search.tree import In, Terms

PHRASE = Terms(("harbour", "wall"), exact=True)
PAIRS = ["“”", "„“", "‟”", "«»", "»«", "‹›", "›‹", "＂＂", "「」", "『』", "｢｣", "〝〞", "〝〟", "❝❞", '""', "„”", "””"]
SINGLES = ["‘’", "‚‘", "‚’", "‛’", "''"]
DOUBLED = [("''", "''"), ("``", "''"), ("‘‘", "’’"), ("‚‚", "‘‘"), ("``", "``")]


@pytest.mark.parametrize("pair", [*PAIRS, *SINGLES, *DOUBLED])
def test_marks_of_any_kind_make_a_phrase(pair: str) -> None:
    first, last = pair
    assert parse(f"{first}harbour wall{last}") == PHRASE
    assert parse(f"said:{first}harbour wall{last}") == In("said", PHRASE)
    assert parse(f"-{first}harbour wall{last} quay") == parse('-"harbour wall" quay')
    assert parse(f"({first}harbour wall{last})") == PHRASE


@pytest.mark.parametrize(
    "query", ["don't go", "Qa'abi", "al-Qa’abi", "’90s", "'90s", "boys' tale", "rock-'n'-roll", "the '90s boys'"]
)
def test_an_apostrophe_is_no_mark(query: str) -> None:
    assert straightened(query) == query


@pytest.mark.parametrize(
    "query", ["harbour 'wall", "harbour' wall", "‘harbour wall", "harbour ’ wall", "' harbour wall '"]
)
def test_a_stray_single_mark_is_passed_over(query: str) -> None:
    assert straightened(query) == query
    assert parse(query) == parse("harbour wall")


@pytest.mark.parametrize("marks", ["‘’", "'?'", "'", "‘"])
def test_single_marks_without_words_are_none(marks: str) -> None:
    assert parse(f"quay {marks}") == parse("quay")


@pytest.mark.parametrize(
    ("query", "plain"),
    [
        ("'we don't know'", '"we don\'t know"'),
        ("‘we don’t know’, they say", '"we don’t know", they say'),
        ("\"a 'harbour wall' b\"", "\"a 'harbour wall' b\""),
        ("“a ‘harbour wall’ b”", '"a ‘harbour wall’ b"'),
        ("'old quay' 'new quay'", '"old quay" "new quay"'),
        ("'old quay' OR ‘new quay’.", '"old quay" OR "new quay".'),
        ("'old' NEAR/3 'quay'", '"old" NEAR/3 "quay"'),
        ("Qa''abi", "Qa''abi"),
    ],
)
def test_single_marks_about_words_become_double_ones(query: str, plain: str) -> None:
    assert straightened(query) == plain


@given(st.text("ab '’‘‚`\"“(:-. ", max_size=30))
def test_nothing_but_marks_is_changed(query: str) -> None:
    marks = str.maketrans(dict.fromkeys("'’‘‚`\"“"))
    assert straightened(query).translate(marks) == query.translate(marks)
