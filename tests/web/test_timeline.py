"""The timeline: each bar leads to its time and back, from years to months to days, and gaps are drawn as gaps."""

from itertools import pairwise

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, Tag, visit


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def bars(found: Page) -> dict[str, Tag]:
    """The bars of a page by their labels."""
    return {title.words: bar for bar, title in pairwise(found.tags) if (bar.name, title.name) == ("a", "title")}


def counts(found: Page) -> dict[str, int]:
    return {time: int(count.split()[0]) for time, _, count in (label.partition(": ") for label in bars(found))}


def test_years_lead_to_months_and_months_to_days_and_each_level_back_to_the_wider(client: FlaskClient) -> None:
    years = visit(client, "/search?q=bridge&sort=oldest")
    assert counts(years) == {"2019": 1, "2020": 0, "2021": 0, "2022": 0, "2023": 0, "2024": 8}
    months = visit(client, years.leads(bars(years)["2024: 8 paragraphs"]))
    assert months.address == "/search?q=bridge&from=2024-01-01&to=2024-12-31&sort=oldest"
    assert list(counts(months).values()) == [0, 0, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0]
    days = visit(client, months.leads(bars(months)["May 2024: 7 paragraphs"]))
    assert days.address == "/search?q=bridge&from=2024-05-01&to=2024-05-31&sort=oldest"
    assert len(counts(days)) == 31
    assert {day: count for day, count in counts(days).items() if count} == {"3 May 2024": 2, "20 May 2024": 5}
    day = visit(client, days.leads(bars(days)["20 May 2024: 5 paragraphs"]))
    assert day.by_id("total").words.startswith("5 paragraphs in 1 article for bridge")
    assert day.href("More time") == days.href("More time") == months.address
    assert months.href("More time") == years.address


def test_where_all_time_is_shown_there_is_no_more(client: FlaskClient) -> None:
    assert [a for a in visit(client, "/search?q=bridge").named("a") if a.words == "More time"] == []


@pytest.mark.parametrize("address", ["/search?q=bridge", "/search?q=bridge&from=2024-01-01&to=2024-12-31"])
def test_each_bar_counts_what_its_link_finds(client: FlaskClient, address: str) -> None:
    found = visit(client, address)
    for label, bar in bars(found).items():
        said = visit(client, found.leads(bar)).by_id("total").words
        assert said.startswith(label.partition(": ")[2])


def test_a_gap_is_a_bar_without_height_and_the_highest_is_full(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge")
    heights = [float(tag.attributes["height"]) for tag in found.named("rect") if "bar" in tag.classes]
    assert heights[1:5] == [1.0] * 4
    assert heights[5] == max(heights) > heights[0] > 1


def test_bars_heed_what_is_chosen_and_ignore_the_days(client: FlaskClient) -> None:
    chosen = visit(client, "/search?q=bridge&speaker=Ann+Lee&from=2024-05-01&to=2024-06-30")
    assert counts(chosen) == {"May 2024": 2, "June 2024": 1}
    assert "speaker=Ann+Lee" in chosen.href("More time")


def test_what_has_no_date_has_no_timeline_and_the_days_are_asked_for_all_the_same(client: FlaskClient) -> None:
    found = visit(client, "/search?q=timetable")
    assert found.of_class("timeline") == []
    assert found.of_class("days")


def test_days_that_are_typed_are_shown_and_kept(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&from=2024-05-03&to=2024-05-20")
    assert found.by_id("from").attributes["value"] == "2024-05-03"
    assert found.by_id("to").attributes["value"] == "2024-05-20"
    assert list(counts(found)) == [f"{n} May 2024" for n in range(3, 21)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("from=0001-01-01&to=9999-12-31", 10),
        ("from=2024-02-29&to=2024-02-29", 0),
        ("from=9999-01-01", 0),
        ("to=0001-01-01", 0),
    ],
)
def test_days_at_the_edges_of_the_calendar_are_drawn(client: FlaskClient, days: str, found: int) -> None:
    page = visit(client, f"/search?{days}&sort=newest")
    assert len(page.of_class("timeline")) <= 1
    assert sum(counts(page).values()) >= found


def test_on_the_page_of_a_speaker_bars_stay_there(client: FlaskClient) -> None:
    found = visit(client, "/speaker/Ann%20Lee")
    assert sum(counts(found).values()) == 4
    assert {found.leads(bar).partition("?")[0] for bar in bars(found).values()} == {"/speaker/Ann%20Lee"}
