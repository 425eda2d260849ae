"""The timeline: as many bars as can be told apart, each leading to its time, all that is found in them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from search.engines.memory import MemoryEngine
from search.model import Article
from search.query import Query
from search.results import Results
from web.links import Links
from web.timeline import MOST_BARS, Timeline, timeline


def line(*months: str, since: date | None = None, until: date | None = None, days: tuple[str, ...] = ()) -> Timeline:
    query = Query(since=since, until=until)
    counted = tuple((month, number) for number, month in enumerate(months, 1))
    found = timeline(Results(query, 0, (), {}, months=counted, days=tuple((d, 1) for d in days)), query, Links(query))
    assert found is not None
    return found


def test_where_nothing_has_a_date_there_is_no_timeline() -> None:
    assert timeline(Results(Query(), 0, (), {}), Query(), Links(Query())) is None


def test_a_year_or_two_are_months_and_more_are_years() -> None:
    assert (line("2023-03", "2025-06").level, len(line("2023-03", "2025-06").bars)) == ("months", 28)
    assert [bar.since.year for bar in line("2020-03", "2025-06").bars] == [2020, 2021, 2022, 2023, 2024, 2025]


def test_centuries_are_decades_and_more() -> None:
    bars = line("1801-01", "2024-12").bars
    assert [(bars[0].since, bars[0].until)] == [(date(1800, 1, 1), date(1809, 12, 31))]
    assert len(bars) <= MOST_BARS


def test_a_month_without_anything_is_a_bar_without_height() -> None:
    assert [(bar.count, bar.height) for bar in line("2024-01", "2024-03").bars] == [(1, 50.0), (0, 0.0), (2, 100.0)]


def test_the_days_of_a_month_are_bars_and_lead_back_to_its_year() -> None:
    found = line("2024-02", since=date(2024, 2, 1), until=date(2024, 2, 29), days=("2024-02-29",))
    assert (found.level, len(found.bars), found.bars[-1].count) == ("days", 29, 1)
    assert found.wider == "?from=2024-01-01&to=2024-12-31"


def test_a_year_leads_back_to_all_time_and_all_time_nowhere() -> None:
    assert line("2024-02", since=date(2024, 1, 1), until=date(2024, 12, 31)).wider == "?"
    assert line("2024-02").wider == ""


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(9999, 12, 1)])
def test_the_end_of_days_is_no_error(last: date) -> None:
    assert line("2024-02", since=date(9999, 11, 1), until=last).bars[-1].until.year == 9999
    assert line("0001-01", "9999-12", since=date(1, 1, 1), until=last).bars[0].since == date(1, 1, 1)


def test_bars_are_named_below_so_far_apart_that_the_names_fit() -> None:
    assert line("2024-01", "2024-06").every == 1
    assert line("2023-03", "2025-06").every == 4


@given(st.lists(strategies.articles(), max_size=6), strategies.queries())
def test_bars_stand_side_by_side_and_hold_what_is_found_in_their_time(articles: list[Article], query: Query) -> None:
    engine = MemoryEngine()
    engine.build(articles)
    results = engine.search(query)
    found = timeline(results, query, Links(query))
    bars = found.bars if found else ()
    assert len(bars) <= MOST_BARS
    assert all(before.until + timedelta(1) == after.since for before, after in pairwise(bars))
    for bar in bars:
        free = query.free_of("date")
        assert bar.count == engine.search(free.between(bar.since, bar.until)).total
