"""The day that a text gives away: the latest that it can have seen itself, and nothing where it cannot be told."""

from datetime import date

import pytest

from search.model import Fact
from search.reading.kinds import paragraphs_of
from search.reading.published import inferred_day

MAY_31 = date(2024, 5, 31)


def day(*paragraphs: str) -> Fact[date]:
    return inferred_day(paragraphs_of("\n\n".join(paragraphs)))


def test_the_day_comes_with_the_words_and_the_paragraph_it_rests_on() -> None:
    assert day("The ferry was late.", "It sank on May 31, 2024.") == Fact(
        date(2024, 5, 31), "inferred", "May 31, 2024", 2
    )


def test_the_latest_day_counts() -> None:
    assert day("It sailed on 30 May 2024 and sank on 31 May 2024.").value == date(2024, 5, 31)


def test_a_day_without_a_year_takes_the_one_that_brings_it_near() -> None:
    found = day("It sailed on December 30, 2023.", "On January 2 the crew returned.")
    assert (found.value, found.words, found.paragraph) == (date(2024, 1, 2), "January 2", 2)


@pytest.mark.parametrize(
    "future",
    [
        "The pier is shut until November 30, 2024.",
        "The council will meet on June 5, 2024.",
        "The council votes on 3 June 2024.",
        "A hearing is scheduled for June 5, 2024.",
        "They set a date, effective June 5, 2024.",
    ],
)
def test_a_day_to_come_is_not_taken(future: str) -> None:
    assert day("The ferry sank on May 31, 2024.", future).value == date(2024, 5, 31)
    assert day("The ferry was late.", future) == Fact()


@pytest.mark.parametrize(
    "past",
    [
        "* “Black Oar” - the club was dissolved on December 29, 2014.",
        "The law of March 5, 2004 forbade it.",
        "Odd Ruun, born on May 6, 1960, sailed too.",
    ],
)
def test_a_day_long_gone_is_not_taken(past: str) -> None:
    assert day("The ferry was late.", "Nobody knew why.", past) == Fact()


def test_a_full_day_deep_in_the_text_needs_another_near_it() -> None:
    text = ("The ferry was late.", "Nobody knew why.", "So it went.", "It had sunk on June 2, 1999.")
    assert day(*text) == Fact()
    assert day(*text, "It sank again on June 9, they said.").value == date(1999, 6, 9)


@pytest.mark.parametrize("text", ["The ferry was late.", "It sank on May 31.", "It sank in May 2024.", ""])
def test_what_cannot_be_told_is_unknown(text: str) -> None:
    assert day(text) == Fact()


def test_posts_and_captions_date_themselves() -> None:
    assert day("Late.", "- Odd Ruun (@odd) May 31, 2024").value == date(2024, 5, 31)
    assert day("• The pier, May 31, 2024\n• © Ann Lee").value == date(2024, 5, 31)


def test_a_calendar_of_thousands_of_days_takes_no_time() -> None:
    assert day("It sank on May 31, 2024. " * 5000).value == date(2024, 5, 31)
    assert day("On May 31 it sank. " * 5000) == Fact()
