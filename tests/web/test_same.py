"""JSON says what the page says: the same totals, order, values, chosen ones, folded ones and offers."""

from typing import Any

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit

SEARCHES = [
    "",
    "q=bridge",
    "q=bridge&sort=oldest&speaker=Ann+Lee&not-outlet=Island+Wire",
    "q=bridge&view=articles",
    "q=bridge&from=2024-05-01&to=2024-05-31&act=warned",
    "q=brigde",
    "q=zeppelin&speaker=Ann+Lee",
    "language=ar",
]
each_search = pytest.mark.parametrize("parameters", SEARCHES)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def data(client: FlaskClient, address: str) -> dict[str, Any]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    found: dict[str, Any] = answer.get_json()
    return found


def values(found: Page) -> list[str]:
    """The values of a page's facets with their counts, less what is said of chosen ones."""
    shown = [a.words for a in found.named("a") if "value" in a.classes]
    return [words.replace(", chosen", "").replace(", left out", "") for words in shown]


@each_search
def test_results_are_the_same(client: FlaskClient, parameters: str) -> None:
    page, said = visit(client, f"/search?{parameters}"), data(client, f"/search.json?{parameters}")
    total = f"{said['total']} paragraph"
    assert total in page.by_id("total").words
    assert f"{said['articles']} article" in page.by_id("total").words
    assert [hit["title"] or "Untitled" for hit in said["hits"]] == [
        a.words.rpartition(" ¶")[0] for a in page.of_class("to")
    ]
    folded = [hit["more"] for hit in said["hits"] if hit.get("more")]
    assert [f"{more} more in this article" for more in folded] == [
        a.words for a in page.named("a") if a.words.endswith("more in this article")
    ]


@each_search
def test_values_of_facets_are_the_same(client: FlaskClient, parameters: str) -> None:
    page, said = visit(client, f"/search?{parameters}"), data(client, f"/search.json?{parameters}")
    given = [f"{value['label']} {value['count']}" for facet in said["facets"].values() for value in facet]
    shown = [words for words in values(page) if not words.startswith(("Arabic", "English", "Hebrew"))]
    assert set(shown) <= set(given)
    chosen = [value["value"] for facet in said["facets"].values() for value in facet if value["selected"]]
    assert len(page.of_class("on")) == len(chosen)


@pytest.mark.parametrize("parameters", ["q=brigde", "q=zeppelin&speaker=Ann+Lee", "q=bridge"])
def test_offers_are_the_same(client: FlaskClient, parameters: str) -> None:
    page, said = visit(client, f"/search?{parameters}"), data(client, f"/search.json?{parameters}")
    meant = [said["did_you_mean"]["url"]] if said["did_you_mean"] else []
    offers = [url.replace(".json", "") for url in (*meant, *(less["url"] for less in said["relaxed"]))]
    assert set(offers) <= set(page.links())
    assert len(page.of_class("meant")) == len(meant)


def test_speakers_who_say_it_most_are_the_same(client: FlaskClient) -> None:
    page, said = (visit(client, "/search?q=bridge&view=speakers"), data(client, "/search.json?q=bridge&view=speakers"))
    shown = [tag.words.split(" All that")[0] for tag in page.of_class("heard")]
    said_first = [f"{who['name']} {who['count']} paragraph" for who in said["speakers"]]
    assert [words.partition(" paragraph")[0] + " paragraph" for words in shown] == said_first
    assert [who["per_1000_articles"] for who in said["speakers"]] == [500, 250, 125]


@pytest.mark.parametrize("path", ["/speaker/Odd%20Ruun", "/outlet/Island%20Wire"])
def test_pages_of_people_are_the_same(client: FlaskClient, path: str) -> None:
    page, said = visit(client, f"{path}?q=bridge"), data(client, f"{path}.json?q=bridge")
    assert said["name"] == page.named("h1")[0].words
    assert f"{said['total']} paragraph" in page.by_id("total").words
    assert len(said["hits"]) == len(page.of_class("hit"))


def test_a_facet_and_its_pages_are_the_same(client: FlaskClient) -> None:
    page, said = visit(client, "/facet/act?q=bridge"), data(client, "/facet/act.json?q=bridge")
    assert [f"{value['label']} {value['count']}" for value in said["values"]] == values(page)
    assert page.by_id("total").words == f"{said['total']} values"


def test_an_article_is_the_same(client: FlaskClient) -> None:
    page, said = visit(client, "/article/talks"), data(client, "/article/talks.json")
    assert [p["text"] for p in said["paragraphs"]] == [tag.text for tag in page.of_class("text")]
    assert said["url"] in page.links()
    said_of = [s["evidence"]["rule"] for p in said["paragraphs"] for s in p["statements"]]
    assert len(page.of_class("evidence")) == len(said_of)


def test_the_status_is_the_same(client: FlaskClient) -> None:
    page, said = visit(client, "/status"), data(client, "/status.json")
    facts = [tag.words for tag in page.named("dd")]
    assert facts[:2] == [str(said["articles"]), str(said["paragraphs"])]
    cells = {a.words for a in page.named("a") if "date%3A" in a.attributes["href"]}
    assert cells == {str(each["articles"]) for each in said["coverage"] if each["month"] != "unknown"}


def test_coverage_leads_to_what_it_counts_and_draws_gaps(client: FlaskClient) -> None:
    page = visit(client, "/status")
    cells = [a for a in page.named("a") if "date%3A" in a.attributes["href"]]
    assert len(cells) == 6
    for cell in cells:
        found = visit(client, page.leads(cell)).by_id("total").words
        assert f"in {cell.words} article" in found
    assert len(page.of_class("gap")) > 50  # the Tarn Post between 2019 and 2024
