"""Every page: what it shows, where its links lead, and that its HTML is sound."""

from dataclasses import replace
from pathlib import Path

import pytest
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over, long_article
from pages import Page

from search.model import Article, Speaker

ADDRESSES = [
    "/",
    "/search",
    "/search?q=ferry",
    "/search?q=ferry&speaker=Ann+Lee&speaker=Odd+Ruun&outlet=Island+Wire&from=2020-01-01&to=2025-01-01&sort=oldest",
    "/search?q=zeppelin&speaker=Ann+Lee",
    "/search?part=body&date=2024&page=2",
    "/article/ferry",
    "/article/ferry?q=harbour",
    "/article/scrap",
    "/article/nowhere",
    "/search?q=(",
    "/search?page=0",
    "/nowhere",
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


def page(client: FlaskClient, address: str, code: int = 200) -> Page:
    answer = client.get(address)
    assert answer.status_code == code
    return Page(answer.text)


def places(found: Page) -> list[str]:
    """Where the hits of a page lead, in their order."""
    return [t.attributes["href"] for hit in found.of_class("place") for t in found.named("a") if hit.text in t.text]


def hits(found: Page) -> list[str]:
    """The snippets of a page."""
    return [tag.words for tag in found.of_class("snippet")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_html_of_every_page_is_sound(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    ids = [tag.attributes["id"] for tag in found.tags if "id" in tag.attributes]
    labelled = {tag.attributes["for"] for tag in found.named("label")}
    seen = [t for t in found.named("input") if t.attributes.get("type") != "hidden"]
    assert found.badly_nested == []
    assert [tag.attributes.get("lang") for tag in found.named("html")] == ["en"]
    assert len(ids) == len(set(ids))
    assert len(found.named("h1")) == len(found.named("main")) == len(found.named("title")) == 1
    assert {tag.attributes.get("id") for tag in seen} == labelled
    assert all(tag.words or "aria-label" in tag.attributes for tag in found.named("a") + found.named("button"))
    assert all(tag.attributes["href"] for tag in found.named("a"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_needs_a_script_or_a_style_of_its_own(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    assert found.named("script") + found.named("style") == []
    assert [name for tag in found.tags for name in tag.attributes if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("address", [*ADDRESSES[:4], *ADDRESSES[6:9]])
def test_every_link_within_the_pages_leads_somewhere(client: FlaskClient, address: str) -> None:
    links = {t.attributes["href"] for t in page(client, address).named("a")}
    within = {link.partition("#")[0] or address for link in links if link.startswith(("/", "#"))}
    assert within
    assert {link: client.get(link).status_code for link in within} == dict.fromkeys(within, 200)


def test_the_front_page_says_what_is_indexed_and_shows_the_newest_statements(client: FlaskClient) -> None:
    found = page(client, "/")
    assert "6 paragraphs of 3 articles, 5 statements by 2 speakers" in found.of_class("holdings")[0].words
    assert hits(found)[0] == "“The ferry stays in the harbour,” said Ann Lee."
    assert [tag.words for tag in found.of_class("browse")[0:1] if "Ann Lee" in tag.words] != []


def test_a_hit_shows_words_speaker_outlet_date_and_title_and_leads_to_its_paragraph(client: FlaskClient) -> None:
    found = page(client, "/search?q=harbour&outlet=The+Tarn+Post")
    (hit,) = found.of_class("hit")
    assert all(words in hit.words for words in ("Ann Lee", "The Tarn Post", "31 May 2024", "The last ferry ¶2"))
    assert found.href("¶2") == "/article/ferry?q=harbour&outlet=The+Tarn+Post#p2"
    assert [tag.text for tag in found.named("mark")] == ["harbour"]


def test_the_article_page_marks_the_words_and_gives_the_evidence_of_each_statement(client: FlaskClient) -> None:
    found = page(client, "/article/ferry?q=harbour")
    assert [tag.text for tag in found.named("mark")] == ["harbour"]
    (second,) = [tag for tag in found.named("section") if tag.attributes["id"] == "p2"]
    assert "hit-here" in second.classes
    assert "Ann Lee: indirect speech, 100 % sure. Rule “test”" in second.words
    assert found.href("Back to the results") == "/search?q=harbour"


def merged() -> Article:
    """An article that calls a speaker otherwise than the index shows."""
    speaker = Speaker("Elena Marchuck", forms=("Yelena Marchuk",), also=("Yelena Marchuk",))
    return article("tolls", paragraph("Yelena Marchuk spoke.", replace(says(None), speaker=speaker)))


def test_an_article_says_how_it_spells_a_speaker_who_is_shown_by_another_name(tmp_path: Path) -> None:
    found = page(client_over(tmp_path / "index", [merged()]), "/article/tolls")
    assert "Rule “test”; spelled Yelena Marchuk here." in found.of_class("evidence")[0].words


def test_an_address_with_a_former_name_shows_the_name_of_today_as_chosen(tmp_path: Path) -> None:
    found = page(client_over(tmp_path / "index", [merged()]), "/search?speaker=Yelena+Marchuk")
    assert len(hits(found)) == 1
    assert "Elena Marchuck" in found.of_class("chips")[0].words
    assert "Yelena" not in found.of_class("chips")[0].words
    assert [tag.words.split(" 1 ")[0] for tag in found.of_class("chosen")] == ["Elena Marchuck"]


def test_what_nobody_knows_is_said_to_be_unknown(client: FlaskClient) -> None:
    assert [tag.words for tag in page(client, "/article/scrap").named("dd")][:2] == ["Unknown"] * 2
    found = page(client, "/search?q=timetable").of_class("hit")[0].words
    assert all(words in found for words in ("Nobody speaks", "Unknown outlet", "Unknown date", "Untitled"))


@pytest.mark.parametrize(
    ("parameters", "total"),
    [
        ("", 6),
        ("q=ferry", 6),
        ("q=ferry+NOT+ann", 4),
        ("q=%22the+harbour%22", 2),
        ("speaker=Ann+Lee", 2),
        ("speaker=Ann+Lee&speaker=Odd+Ruun", 3),
        ("speaker=nobody", 2),
        ("speaker=unknown", 1),
        ("speaker=Ann+Lee&outlet=Island+Wire", 1),
        ("outlet=unknown", 1),
        ("date=unknown", 1),
        ("date=2023", 2),
        ("part=body", 6),
        ("part=caption", 0),
        ("from=2024-05-31", 3),
        ("to=2023-02-01", 2),
        ("from=2023-02-02&to=2024-05-30", 0),
        ("from=2023-02-01&to=2024-05-31", 5),
        ("q=&speaker=&outlet=&from=&to=&part=&sort=&page=", 6),
    ],
)
def test_every_parameter_narrows_the_page_and_its_data_alike(client: FlaskClient, parameters: str, total: int) -> None:
    status = page(client, f"/search?{parameters}").named("p")
    assert [tag.words.startswith(f"{total} paragraph") for tag in status if "role" in tag.attributes] == [True]
    assert client.get(f"/search.json?{parameters}").json["total"] == total  # type: ignore[index]


def test_order_is_by_date_where_that_is_asked_for(client: FlaskClient) -> None:
    newest = page(client, "/search?q=ferry&sort=newest")
    oldest = page(client, "/search?q=ferry&sort=oldest")
    assert hits(newest)[0] == "The last ferry"
    assert hits(oldest)[0].startswith("The harbour & the ferry")
    assert hits(newest)[-1] == hits(oldest)[-1] == "A ferry timetable, found in a drawer."
    assert [tag.words for tag in newest.named("b") if "aria-current" in tag.attributes] == ["Newest"]


def test_a_chip_takes_away_what_it_names_and_nothing_else(client: FlaskClient) -> None:
    found = page(client, "/search?q=ferry&speaker=Ann+Lee&outlet=Island+Wire&from=2023-01-01&to=2024-12-31")
    assert found.href("Ann Lee ×") == "/search?q=ferry&outlet=Island+Wire&from=2023-01-01&to=2024-12-31"
    assert found.href("1 January 2023 ×") == "/search?q=ferry&speaker=Ann+Lee&outlet=Island+Wire&to=2024-12-31"
    assert found.href("Clear all") == "/search?q=ferry"


def test_the_search_box_keeps_what_is_chosen_and_the_days_too(client: FlaskClient) -> None:
    found = page(client, "/search?q=ferry&speaker=Ann+Lee&from=2023-01-01&page=1")
    kept = [(t.attributes["name"], t.attributes["value"]) for t in found.named("input") if "name" in t.attributes]
    assert kept[:3] == [("q", "ferry"), ("speaker", "Ann Lee"), ("from", "2023-01-01")]
    assert kept[3:] == [("q", "ferry"), ("speaker", "Ann Lee"), ("from", "2023-01-01"), ("to", "")]


def test_where_nothing_is_found_the_page_says_what_to_try(client: FlaskClient) -> None:
    found = page(client, "/search?q=zeppelin&speaker=Ann+Lee")
    assert found.href("Search without speaker Ann Lee") == "/search?q=zeppelin"
    assert "Nobody said that here" in found.of_class("empty")[0].words


def test_paging_shows_every_paragraph_once_and_ends(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(47)])
    address, seen = "/search?q=tide", []
    for code in (200, 200):
        found = page(client, address, code)
        seen += hits(found)
        address = found.href("Next")
    last = page(client, address)
    seen += hits(last)
    assert sorted(seen) == sorted(f"The tide came in for the {n}. time." for n in range(1, 48))
    assert [tag for tag in last.named("a") if tag.words == "Next"] == []
    assert last.href("Previous") == "/search?q=tide&page=2"


def test_a_page_past_the_last_leads_back(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(21)])
    assert page(client, "/search?page=500").href("Go to the last page") == "/search?page=2"


def test_the_deepest_page_of_a_large_index_is_the_last_that_is_linked(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(10_050)])
    deepest = page(client, "/search?page=500")
    assert len(hits(deepest)) == 20
    assert [tag for tag in deepest.named("a") if tag.words == "Next"] == []
    assert all("page=501" not in tag.attributes["href"] for tag in deepest.named("a"))


def test_the_source_of_an_article_is_its_file_as_it_was_read(client: FlaskClient) -> None:
    assert page(client, "/article/ferry").href("The file as it was read") == "/article/ferry/source"
    answer = client.get("/article/ferry/source")
    assert answer.text == "The last ferry & <its> captain"
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
