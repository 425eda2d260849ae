"""The same as data: the shape that programs are promised, and that its addresses do what they say."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page

HIT = {"id", "article", "number", "text", "snippet", "speakers", "outlet", "published", "title", "url", "href"}
ADDED = {"kind", "language", "landing"}  # beyond what was agreed on
VALUE = ["value", "label", "count", "selected", "excluded", "toggle_url", "exclude_url"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


def data(client: FlaskClient, address: str) -> dict[str, Any]:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    found: dict[str, Any] = answer.get_json()
    return found


def counts(found: dict[str, Any], facet: str) -> dict[str, int]:
    return {value["value"]: value["count"] for value in found["facets"][facet]}


def test_results_have_the_shape_that_is_promised(client: FlaskClient) -> None:
    found = data(client, "/search.json?q=ferry")
    assert list(found) == [
        *("total", "articles", "page", "pages", "hits", "facets", "months", "days", "notes"),
        *("did_you_mean", "relaxed"),
    ]
    assert [set(hit) for hit in found["hits"]] == [HIT | ADDED] * 6
    assert list(found["facets"]) == ["speaker", "outlet", "date", "kind", "act", "venue", "language", "part"]
    values = [value for facet in found["facets"].values() for value in facet]
    assert [list(value) for value in values] == [VALUE] * len(values)


def test_a_hit_says_what_it_is(client: FlaskClient) -> None:
    (hit,) = data(client, "/search.json?q=%22ferry+stays%22")["hits"]
    assert hit == {
        "id": "ferry#p2",
        "article": "ferry",
        "number": 2,
        "kind": "body",
        "text": "“The ferry stays in the harbour,” said Ann Lee.",
        "snippet": "“The <mark>ferry stays</mark> in the harbour,” said Ann Lee.",
        "speakers": ["Ann Lee"],
        "outlet": "The Tarn Post",
        "published": "2024-05-31",
        "title": "The last ferry",
        "language": None,
        "url": None,
        "landing": None,
        "href": "/article/ferry#p2",
    }


def test_what_is_unknown_is_null_in_a_hit_and_a_value_in_a_facet(client: FlaskClient) -> None:
    found = data(client, "/search.json?outlet=unknown&date=unknown")
    (hit,) = found["hits"]
    assert [hit[name] for name in ("outlet", "published", "title", "url")] == [None] * 4
    assert [(v["label"], v["count"], v["selected"]) for v in found["facets"]["outlet"] if v["selected"]] == [
        ("Unknown outlet", 1, True)
    ]
    assert [v["label"] for v in found["facets"]["date"] if v["selected"]] == ["Unknown date"]


def test_a_facet_ignores_its_own_choice_and_heeds_those_of_the_others(client: FlaskClient) -> None:
    free = data(client, "/search.json?q=ferry")
    chosen = data(client, "/search.json?q=ferry&speaker=Ann+Lee")
    assert counts(chosen, "speaker") == counts(free, "speaker")
    assert counts(free, "speaker") == {"Ann Lee": 2, "Odd Ruun": 2, "nobody": 2, "unknown": 1}
    assert counts(chosen, "outlet") == {"The Tarn Post": 1, "Island Wire": 1}


def test_several_values_of_a_facet_widen_and_several_facets_narrow(client: FlaskClient) -> None:
    def total(parameters: str) -> int:
        found: int = data(client, f"/search.json?{parameters}")["total"]
        return found

    assert total("speaker=Ann+Lee") == 2
    assert total("speaker=Ann+Lee&speaker=Odd+Ruun") == 3
    assert total("speaker=Ann+Lee&speaker=Odd+Ruun&outlet=The+Tarn+Post") == 2


@pytest.mark.parametrize("start", ["/search.json?q=ferry", "/search.json?outlet=Island+Wire&sort=oldest&page=2"])
def test_a_toggle_url_chooses_a_value_and_followed_again_takes_it_away(client: FlaskClient, start: str) -> None:
    before = data(client, start)
    for name, values in before["facets"].items():
        for value in values:
            after = data(client, value["toggle_url"])
            (same,) = [v for v in after["facets"][name] if v["value"] == value["value"]]
            assert same["selected"] is not value["selected"]
            back = data(client, same["toggle_url"])
            assert (back["total"], back["facets"]) == (before["total"], before["facets"])
            assert back["page"] == 1


@pytest.mark.parametrize("start", ["/search.json?q=ferry", "/search.json?outlet=Island+Wire&not-speaker=Odd+Ruun"])
def test_an_exclude_url_leaves_a_value_out_and_followed_again_takes_it_in(client: FlaskClient, start: str) -> None:
    before = data(client, start)
    for name, values in before["facets"].items():
        for value in values:
            after = data(client, value["exclude_url"])
            (same,) = [v for v in after["facets"][name] if v["value"] == value["value"]]
            assert (same["excluded"], same["selected"]) == (not value["excluded"], False)
            assert (data(client, same["exclude_url"])["total"] == before["total"]) or value["selected"]


def test_choosing_a_value_finds_as_many_as_it_counted_where_nothing_of_its_facet_is_chosen(client: FlaskClient) -> None:
    facets = data(client, "/search.json?q=ferry")["facets"]
    values = [value for name in facets for value in facets[name]]
    assert [data(client, value["toggle_url"])["total"] for value in values] == [value["count"] for value in values]


@pytest.mark.parametrize("id", ["gum/News 9", "50%", "a?b=c", "a#b", "a&b", "é", "a'b", "a+b", 'a"b<c>'])
def test_whatever_an_id_is_the_address_of_a_hit_leads_to_its_article(id: str, tmp_path: Path) -> None:
    odd = client_over(tmp_path / "index", [article(id, paragraph("The tide."), raw="The tide.")])
    (hit,) = data(odd, "/search.json")["hits"]
    place, _, paragraph_id = hit["href"].rpartition("#")
    assert paragraph_id == "p1"
    assert 'id="p1"' in odd.get(place).text
    assert odd.get(f"{place}/source").text == "The tide."
    assert 'id="p1"' in odd.get(Page(odd.get("/search").text).href("¶1")).text


def test_health_says_what_is_served(client: FlaskClient) -> None:
    health = data(client, "/healthz")
    assert list(health) == ["status", "articles", "paragraphs", "built", "parser"]
    assert (health["status"], health["articles"], health["paragraphs"]) == ("ok", 3, 6)
    assert health["parser"] == ""


@pytest.mark.parametrize("name", ["Ann//Lee", "Ann/Lee", "Ann/"])
def test_a_name_with_slashes_is_found(name: str, tmp_path: Path) -> None:
    odd = client_over(tmp_path / "index", [article("a", paragraph("The tide, she said.", says(name)))])
    assert data(odd, f"/speaker/{quote(name, safe='')}.json")["name"] == name


def test_references_heed_nothing_but_what_is_kept(client: FlaskClient) -> None:
    (kept,) = data(client, "/kept.json?keep=ferry~2&q=(&from=someday")["paragraphs"]
    assert kept["id"] == "ferry#p2"


def test_fifty_values_of_each_facet_may_be_chosen(client: FlaskClient) -> None:
    chosen = "&".join(f"{facet}={n}" for facet in ("speaker", "not-outlet") for n in range(50))
    assert data(client, f"/search.json?{chosen}")["total"] == 0
    answer = client.get(f"/search.json?{chosen}&not-outlet=x")
    assert (answer.status_code, answer.json["part"]) == (400, "not-outlet")  # type: ignore[index]


@pytest.mark.parametrize("address", ["/suggestions", "/opensearch.xml", "/healthz", "/kept.ris", "/search.csv"])
def test_a_program_that_sends_something_is_told_in_data_what_it_may_do(client: FlaskClient, address: str) -> None:
    answer = client.post(address)
    assert (answer.status_code, answer.mimetype) == (405, "application/json")
    assert "GET" in answer.headers["Allow"]
