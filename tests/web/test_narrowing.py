"""Facets: include and leave out, counts that are true, all values of one, and looking for one among them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from archive import ARCHIVE
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit

from search.facets import FACETS


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def total(found: Page) -> int:
    """How many paragraphs a page says it found."""
    return int(found.by_id("total").words.split(" paragraph")[0].split()[-1].replace(",", ""))


def rows(found: Page) -> Iterator[tuple[str, int, str, str]]:
    """Each value of a page's facets: its words, its count, where it leads chosen, and where left out."""
    links = [tag for tag in found.tags if tag.name in {"a", "button"}]
    for choice, leave in pairwise(links):
        if "value" in choice.classes and "not" in leave.classes:
            words, _, count = choice.words.rpartition(" ")
            yield words.split(",")[0], int(count.replace(",", "")), found.leads(choice), found.leads(leave)


def params(address: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(address).query)


@pytest.mark.parametrize("start", ["/search?q=bridge", "/search", "/search?q=bridge&from=2024-05-01&to=2024-05-31"])
def test_each_count_is_what_one_finds_with_the_value_and_the_rest_is_found_without_it(
    client: FlaskClient, start: str
) -> None:
    found = visit(client, start)
    given = list(rows(found))
    assert len(given) > 15
    for _, count, chosen, left_out in given:
        assert total(visit(client, chosen)) == count
        assert total(visit(client, left_out)) == total(found) - count


def test_what_is_left_out_is_a_chip_and_struck_through_and_taken_in_again(client: FlaskClient) -> None:
    start = visit(client, "/search?q=bridge&sort=newest")
    found = visit(client, next(leave for words, _, _, leave in rows(start) if words == "Ann Lee"))
    assert params(found.address) == [("q", "bridge"), ("not-speaker", "Ann Lee"), ("sort", "newest")]
    assert found.of_class("chips")[0].words.startswith("Take away Speaker not Ann Lee ×")
    assert [tag.words for tag in found.of_class("off") if tag.name == "li"] == ["Ann Lee, left out 4+"]
    assert found.leads(found.labelled("No longer leave out Ann Lee")) == "/search?q=bridge&sort=newest"
    assert found.href("Take away Speaker not Ann Lee") == "/search?q=bridge&sort=newest"


def test_to_choose_what_was_left_out_takes_it_in_and_the_other_way_round(client: FlaskClient) -> None:
    out = {words: where for words, _, where, _ in rows(visit(client, "/search?not-speaker=Ann+Lee"))}
    chosen = {words: where for words, _, _, where in rows(visit(client, "/search?speaker=Ann+Lee"))}
    assert out["Ann Lee"] == "/search?speaker=Ann+Lee"
    assert chosen["Ann Lee"] == "/search?not-speaker=Ann+Lee"


def test_counts_ignore_their_facets_own_choice_and_heed_what_other_facets_leave_out(client: FlaskClient) -> None:
    free = {words: count for words, count, _, _ in rows(visit(client, "/search?q=bridge"))}
    chosen = {words: count for words, count, _, _ in rows(visit(client, "/search?q=bridge&speaker=Ann+Lee"))}
    without = {words: count for words, count, _, _ in rows(visit(client, "/search?q=bridge&not-outlet=Island+Wire"))}
    assert chosen["Odd Ruun"] == free["Odd Ruun"] == 2
    assert "Odd Ruun" not in without
    assert (free["Ann Lee"], without["Ann Lee"]) == (4, 3)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("kind=indirect", "In other words"),
        ("act=warned", "Warned"),
        ("venue=inquiry", "inquiry"),
        ("language=ar", "Arabic"),
        ("part=body", "Text"),
        ("date=2019", "2019"),
        ("outlet=unknown", "Unknown outlet"),
    ],
)
def test_a_chosen_value_is_named_in_words_and_its_facet_stands_open(
    client: FlaskClient, choice: str, words: str
) -> None:
    found = visit(client, f"/search?{choice}")
    facet = found.by_id(f"f-{choice.partition('=')[0]}")
    assert words in found.of_class("chips")[0].words
    assert "open" in facet.attributes
    assert f"{words}, chosen" in facet.words


def test_a_facet_that_leaves_no_choice_is_not_shown(client: FlaskClient) -> None:
    shown = [tag.attributes["id"] for tag in visit(client, "/search?q=council").of_class("facet")]
    assert "f-part" not in shown
    assert "f-outlet" in shown


@pytest.mark.parametrize("facet", [facet.name for facet in FACETS])
def test_the_page_of_a_facet_has_all_its_values_with_their_ways_to_results(client: FlaskClient, facet: str) -> None:
    found = visit(client, f"/facet/{facet}?q=bridge&sort=newest")
    data = client.get("/search.json?q=bridge&sort=newest").json["facets"][facet]  # type: ignore[index]
    given = list(rows(found))
    assert [count for _, count, _, _ in given] == [value["count"] for value in data]
    assert [(chosen, left_out) for _, _, chosen, left_out in given] == [
        tuple(value[name].replace("/search.json", "/search") for name in ("toggle_url", "exclude_url"))
        for value in data
    ]
    assert found.href("Back to the results for bridge") == "/search?q=bridge&sort=newest"


def test_a_value_is_looked_for_by_how_each_of_its_words_begins(client: FlaskClient) -> None:
    def called(find: str) -> list[str]:
        return [words for words, _, _, _ in rows(visit(client, f"/facet/speaker?find={find}"))]

    assert called("ruun") == called("od+ru") == called("RÜ+odd") == ["Odd Ruun"]
    assert called("مريم") == ["مريم حداد"]
    assert called("uun") == []
    assert visit(client, "/facet/speaker?find=uun").of_class("empty")[0].words == "None here is called so."


def test_many_values_are_paged_and_each_is_seen_once(tmp_path: Path) -> None:
    names = [f"Speaker {n:03}" for n in range(250)]
    client = client_over(tmp_path / "index", [article(n, paragraph("The tide.", says(n))) for n in names])
    first = visit(client, "/facet/speaker?q=tide&find=speaker")
    second = visit(client, first.href("Next"))
    last = visit(client, second.href("Next"))
    seen = [words for page in (first, second, last) for words, _, _, _ in rows(page)]
    assert (sorted(seen), len(seen)) == (names, 250)
    assert first.by_id("total").words == "250 values, page 1 of 3"
    assert params(last.address) == [("q", "tide"), ("find", "speaker"), ("at", "3")]
    assert last.href("Previous") == second.address


def test_beside_the_results_the_first_values_stand_and_a_way_to_all_of_them(tmp_path: Path) -> None:
    names = [f"Speaker {n:02}" for n in range(30)]
    client = client_over(tmp_path / "index", [article(n, paragraph("The tide.", says(n))) for n in names])
    found = visit(client, "/search?q=tide&speaker=Speaker+29")
    assert [words for words, _, _, _ in rows(found)] == ["Speaker 29", *names[:7]]
    assert found.href("All: Speaker") == "/facet/speaker?q=tide&speaker=Speaker+29"
    assert [f.attributes["placeholder"] for f in found.named("input") if f.attributes["name"] == "find"] == [
        "Find one of 30"
    ]


@pytest.mark.parametrize("parameters", ["at=0", "at=x", "at=-1", "at=12345678", f"find={'x' * 101}"])
def test_what_cannot_be_looked_for_is_said(client: FlaskClient, parameters: str) -> None:
    assert visit(client, f"/facet/speaker?{parameters}", 400).of_class("empty")
    assert client.get(f"/facet/speaker.json?{parameters}").status_code == 400
