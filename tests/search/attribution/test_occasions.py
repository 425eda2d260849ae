"""When and where words were spoken, by the clause that reports them; and what only looks like a day or a venue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.attribution.labels import LONGEST
from search.attribution.occasions import NOTHING, Occasion, occasion

MONDAY = date(2024, 6, 3)  # the day on which the article appeared
FRIDAY, SATURDAY, SUNDAY = date(2024, 5, 31), date(2024, 6, 1), date(2024, 6, 2)

DAYS = [
    ("Lee said on Friday", FRIDAY),
    ("Lee said Friday", FRIDAY),
    ("On Friday, Lee said", FRIDAY),
    ("Lee said late Friday night", FRIDAY),
    ("the ministry said on Monday", MONDAY),
    ("Lee said last Monday", MONDAY - timedelta(7)),
    ("Last Sunday, Lee told the board", SUNDAY),
    ("Lee said in a Friday letter", FRIDAY),
    ("Lee said at Saturday’s rally", SATURDAY),
    ("Lee said yesterday", SUNDAY),
    ("Yesterday, Lee said", SUNDAY),
    ("Lee said last night", SUNDAY),
    ("Today, Lee said", MONDAY),
    ("Lee said earlier today", MONDAY),
    ("Lee said this morning", MONDAY),
    ("Lee said tonight", MONDAY),
    ("Lee said on January 15", date(2024, 1, 15)),
    ("Lee said on Dec. 30", date(2023, 12, 30)),
    ("Lee said on June 4", date(2024, 6, 4)),  # clocks differ
    ("Lee said on August 5", date(2023, 8, 5)),
    ("Lee said on 15 January 2020", date(2020, 1, 15)),
    ("Lee said on Feb. 29", date(2024, 2, 29)),
    ("Lee said on Friday, May 31, 2024", FRIDAY),
    ("Lee wrote in a letter dated 3 March", date(2024, 3, 3)),
    ("Lee, who was elected on Friday, said on Sunday", SUNDAY),
    ("told reporters on Super Tuesday, a Sunday this year, on Saturday", SUNDAY),
]
NO_DAY = [
    "Lee said earlier this week",
    "Lee said next Friday",
    "Lee said in May",
    "Lee said of the vote on Friday",
    "Lee, who was elected on Friday, said",
    "Lee, born on 3 March 1970, said",
    "Lee said on Super Tuesday",
    "Lee told the Sunday Times",
    "Lee told USA Today",
    "Lee said until Friday",
    "On Friday Lee will say",
    "Lee said on June 9, 2024",
    "Lee said on June 9",  # rather to come than a year ago
    "he may 6 said",
    "Lee said on February 30",
]
VENUES = [
    ("Lee said in an interview with CNN on January 15", "interview with CNN"),
    ("Lee said in an interview Friday with the Tarn Post", "interview with the Tarn Post"),
    ("Lee told CNN in an interview", "interview with CNN"),
    ("Lee told the Tarn Courier", "Tarn Courier"),
    ("told the Times", "Times"),
    ("Lee told Reuters", "Reuters"),
    ("Lee told NBC News’ Odd Ruun", "NBC News"),
    ("the ministry said in a statement on Friday", "statement"),
    ("the ministry said in a statement to Reuters", "statement to Reuters"),
    ("the ministry said in an emailed statement", "emailed statement"),
    ("he told reporters in Geneva", "reporters in Geneva"),
    ("he told reporters on Friday in Velin", "reporters in Velin"),
    ("he told a crowd outside the town hall", "crowd outside the town hall"),
    ("she told the transport committee", "transport committee"),
    ("testified before the committee", "committee"),
    ("she wrote on Twitter", "Twitter"),
    ("she wrote on her official Facebook page", "Facebook"),
    ("he took to Twitter", "Twitter"),
    ("she said in a tweet", "tweet"),
    ("speaking at a rally in Ohio on Tuesday", "rally in Ohio"),
    ("Lee told a group of supporters at a town hall in Velin", "town hall in Velin"),
    ("in a telephone interview", "telephone interview"),
    ("Lee said in a rare, brief interview", ""),  # a comma may end a clause
    ("Lee said in a rare interview", "interview"),
    ("during a news conference", "news conference"),
    ("in a letter to the minister dated 3 March", "letter to the minister"),
    ("in a letter to lawmakers urging them", "letter to lawmakers"),
    ("on CBS's Face the Nation", "CBS's Face the Nation"),
    ('said Sunday on NBC\'s "Meet the Press."', "NBC's Meet the Press"),
    ("said on ABC’s “This Week”", "ABC’s This Week"),
    ("on the sidelines of the summit", "sidelines of the summit"),
    ("Lee said in court papers filed Monday", "court papers"),
    ("Lee said in court", "court"),
    ("Lee said by phone", "phone"),
    ("Lee said in remarks to the board", "remarks to the board"),
    ("Lee said in a series of interviews", "interviews"),
    ("Lee said in one of his letters", "letters"),
    ("Lee wrote in the Tarn Herald", "Tarn Herald"),
    ("Lee wrote in an op-ed in the Tarn Herald", "op-ed in the Tarn Herald"),
    ("Lee said at the White House on Friday", "White House"),
    ("Lee, who fell at a rally in Ohio, said in a statement", "statement"),
    ("Lee said on his radio show", "radio show"),
]
NO_VENUE = [
    "",
    "Lee said",
    "Lee said in the past",
    "Lee said in part",
    "in general, Lee said",
    "Lee said in Berlin",
    "Lee said at first",
    "Lee said at the time",
    "Lee, an analyst at Harbour University, said",
    "Lee said of spending on entitlement programs",
    "Lee, who fell at a rally, said",
    "Lee told her brother",
    "Lee told the senator",
    "the talk that Lee had at the Velin Convention Center, he said",
    "at the request of the Tarn Post, Lee said",
    "Lee said in a court order",
    "those in the row behind, Lee said",
]
PIECES = st.sampled_from(
    "Lee said told in on at an the interview with CNN Friday May 5 , 2024 yesterday who last next letter to of"
    " Twitter’s “ - . This Week rally 's İ ß".split()
)
CLAUSES = st.text() | st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES).map("".join)
ANY_DAY = st.none() | st.dates() | st.sampled_from([date.min, date.max])


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_a_clause_tells_the_day(words: str, day: date) -> None:
    assert occasion(words, MONDAY).day == day


@pytest.mark.parametrize("words", NO_DAY)
def test_another_day_than_that_of_the_speaking_is_none(words: str) -> None:
    assert occasion(words, MONDAY).day is None


@pytest.mark.parametrize(("words", "venue"), VENUES)
def test_a_clause_tells_the_venue(words: str, venue: str) -> None:
    assert occasion(words, MONDAY).venue == venue


@pytest.mark.parametrize("words", NO_VENUE)
def test_what_only_looks_like_a_venue_is_none(words: str) -> None:
    assert occasion(words, MONDAY).venue == ""


def test_without_a_day_of_publication_only_full_dates_tell_a_day() -> None:
    assert occasion("Lee said on 3 March 2020 in a letter", None) == Occasion(date(2020, 3, 3), "letter")
    assert {occasion(f"Lee said {words}", None).day for words in ("on Friday", "on 3 March", "today")} == {None}


def test_a_clause_without_either_costs_no_new_value() -> None:
    assert occasion("said Ann Lee, the harbour master", MONDAY) is NOTHING


@given(CLAUSES, ANY_DAY)
def test_a_clause_of_anything_has_an_occasion(words: str, published: date | None) -> None:
    told = occasion(words, published)
    assert len(told.venue) <= LONGEST
    assert told.venue == " ".join(told.venue.split())
    assert not (told.day and published) or told.day - published <= timedelta(1)


@given(CLAUSES)
def test_a_venue_stands_in_its_clause_word_by_word(words: str) -> None:
    label = occasion(words, MONDAY).venue.replace(" with ", " ")  # "told CNN in an interview" becomes one with CNN
    assert all(word.lower() in words.lower() for word in label.split())


@given(
    st.sampled_from(
        ["in a ", "on CNN’s ", "told the ", "May 5 ", "Friday ", "in an interview with ", "who ", "A. ", "’s"]
    )
)
def test_a_clause_of_any_length_is_looked_at_no_further_than_people_write(piece: str) -> None:
    assert occasion(piece * 1_000, MONDAY) == occasion((piece * 1_000)[:1_000], MONDAY)
