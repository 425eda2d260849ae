"""The pages of a speaker and of an outlet: who that is, all statements, a search box of their own."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from archive import ARCHIVE
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit

from search.model import Article, Speaker

ODD_NAMES = [
    "50%",
    "a/b",
    "/a",
    "a//b",
    "a?b=c",
    "a#b",
    "a&b",
    'Ann "Sly" Lee',
    "a'b",
    "a+b",
    "<b>",
    "é",
    "—",
    "🙂",
    "...",
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def facts(found: Page) -> dict[str, str]:
    names, values = (found.named(name) for name in ("dt", "dd"))
    return {name.words: value.words for name, value in zip(names, values, strict=True)}


def test_a_speaker_has_roles_outlets_company_and_all_statements(client: FlaskClient) -> None:
    found = visit(client, "/speaker/Odd%20Ruun")
    assert found.named("h1")[0].words == "Odd Ruun"
    assert found.of_class("roles")[0].words == "mayor of Tarn May 2024"
    assert facts(found)["Said"] == "2 paragraphs"
    assert facts(found)["Carried by"] == "Island Wire 2"
    assert facts(found)["In the same articles"] == "Ida Voss 1"
    assert len(found.of_class("hit")) == 2
    assert visit(client, "/speaker/Ann%20Lee").of_class("timeline")


def test_an_outlet_has_its_months_and_who_is_heard_in_it(client: FlaskClient) -> None:
    found = visit(client, "/outlet/The%20Tarn%20Post")
    assert found.named("h1")[0].words == "The Tarn Post"
    assert facts(found)["Indexed"] == "9 paragraphs in 3 articles, July 2019 – June 2024"
    assert facts(found)["Heard most"] == "Ann Lee 3"
    assert len(found.of_class("hit")) == 9


def test_their_own_search_box_stays_on_their_page_and_keeps_what_is_chosen(client: FlaskClient) -> None:
    found = visit(client, "/speaker/Odd%20Ruun?q=promise&act=said")
    assert [tag.words for tag in found.of_class("snippet")] == ["“A bridge is a promise,” said Odd Ruun."]
    own = found.of_class("own")[0].attributes
    assert (own["action"], own["aria-label"]) == ("", "Search what Odd Ruun said")
    assert found.by_id("own-q").attributes["value"] == "promise"
    assert found.href("Take away Said") == "/speaker/Odd%20Ruun?q=promise"
    assert "Speaker" not in [tag.words for tag in found.named("h3")]


def test_what_leads_off_their_page_takes_the_name_along(client: FlaskClient) -> None:
    found = visit(client, "/speaker/Odd%20Ruun?q=bridge")
    assert found.href("table (CSV)") == "/search.csv?q=bridge&speaker=Odd+Ruun"
    hit = visit(client, found.of_class("hit")[0].words and found.href("¶3"))
    assert hit.href("Back to the results") == "/search?q=bridge&speaker=Odd+Ruun"


def renamed() -> Article:
    speaker = Speaker("Elena Marchuck", forms=("Yelena Marchuk",), also=("Yelena Marchuk",))
    return article("tolls", paragraph("Yelena Marchuk spoke.", replace(says(None), speaker=speaker)))


def test_another_spelling_leads_to_the_page_of_the_name(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [renamed()])
    answer = client.get("/speaker/Yelena%20Marchuk")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/speaker/Elena%20Marchuck")
    assert facts(visit(client, "/speaker/Elena%20Marchuck"))["Also written"] == "Yelena Marchuk"


def test_a_search_that_finds_nothing_of_a_speaker_is_no_missing_page(client: FlaskClient) -> None:
    found = visit(client, "/speaker/Odd%20Ruun?q=zeppelin")
    assert "Nobody said that here" in found.of_class("empty")[0].words


@pytest.fixture(scope="module")
def oddly_named(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Articles whose speaker and outlet have a name that may be mistaken for something else."""
    said = [article(f"a{n}", paragraph("The tide.", says(name)), outlet=name) for n, name in enumerate(ODD_NAMES)]
    return client_over(tmp_path_factory.mktemp("odd") / "index", said)


@pytest.mark.parametrize("kind", ["speaker", "outlet"])
@pytest.mark.parametrize("name", ODD_NAMES)
def test_whatever_a_name_is_its_links_lead_to_its_page_and_back(oddly_named: FlaskClient, name: str, kind: str) -> None:
    path = f"/{kind}/{quote(name)}"
    listed = visit(oddly_named, f"/facet/{kind}?q=tide")
    results = visit(oddly_named, next(listed.leads(a) for a in listed.named("a") if a.text == f"{name} 1"))
    assert name in results.of_class("chips")[0].text
    assert results.by_id("total").words.startswith("1 paragraph in 1 article")
    assert path in results.links()
    page = visit(oddly_named, path)
    assert page.named("h1")[0].text == name
    assert page.by_id("total").words.startswith("1 paragraph in 1 article")
    assert oddly_named.get(f"{path}.json").json["name"] == name  # type: ignore[index]
