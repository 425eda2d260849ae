"""The days that a text names, and those that only look like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.days import day_of, mentions

Named = tuple[int, int, int | None]


def named(text: str) -> list[Named]:
    return [(mention.day, mention.month, mention.year) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on May 31, 2024, they sailed", [(31, 5, 2024)]),
        ("on 31 May 2024", [(31, 5, 2024)]),
        ("on the 31st of May", [(31, 5, None)]),
        ("2024-05-31", [(31, 5, 2024)]),
        ("Sept. 3 and 3 Sep", [(3, 9, None), (3, 9, None)]),
        ("March 10 and 11.", [(10, 3, None), (11, 3, None)]),
        ("February 29", [(29, 2, None)]),
    ],
)
def test_a_day_in_any_usual_form_is_found(text: str, days: list[Named]) -> None:
    assert named(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "may 6 of them",
        "he may 6",
        "in May 2024",
        "February 30, 2024",
        "2024-13-01",
        "Room 12",
        "March 100",
        "Marched 10 miles",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert named(text) == []


@given(st.text() | st.from_regex(r"(\d{4}-\d\d-\d\d|[MJ][a-z]{2,3}\.? \d\d?,? ?\d{0,4})( and \d\d?[.,])?"))
def test_a_mention_stands_where_it_says(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.nearest(date(2024, 5, 31)) is None or mention.month in range(1, 13)


def test_a_day_without_a_year_is_the_nearest() -> None:
    (mention,) = mentions("On December 30")
    assert mention.nearest(date(2024, 1, 5)) == date(2023, 12, 30)
    assert mention.nearest(date(1, 1, 1)) == date(1, 12, 30)
    assert mention.nearest(date(9999, 12, 31)) == date(9999, 12, 30)


@pytest.mark.parametrize("text", ["31 May 2024", "May 31, 2024", "2024-05-31T23:59:00+02:00", "31.05.2024"])
def test_a_header_may_write_its_day_in_any_usual_form(text: str) -> None:
    assert day_of(text) == date(2024, 5, 31)


@pytest.mark.parametrize("text", ["", "soon", "31 May", "05/06/2024", "2024", "2023-02-29", "32.01.2024", "0000-01-01"])
def test_what_states_no_one_day_states_none(text: str) -> None:
    assert day_of(text) is None
