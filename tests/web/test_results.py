"""A page of results: what a hit shows, what narrows, orders and pages it, and what the forms carry along."""

from dataclasses import replace
from pathlib import Path

import pytest
from examples import article, paragraph
from flask.testing import FlaskClient
from newsroom import client_over, long_article
from pages import Page, visit


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


def hits(found: Page) -> list[str]:
    """The snippets of a page."""
    return [tag.words for tag in found.of_class("snippet")]


def test_the_front_page_says_what_is_indexed_and_shows_the_newest_statements(client: FlaskClient) -> None:
    found = visit(client, "/")
    assert "6 paragraphs in 3 articles, 5 statements by 2 speakers" in found.of_class("holdings")[0].words
    assert hits(found)[0] == "“The ferry stays in the harbour,” said Ann Lee."
    assert [tag.words for tag in found.of_class("browse")[0:1] if "Ann Lee" in tag.words] != []


def test_a_hit_shows_words_speaker_outlet_date_and_title_and_leads_to_its_paragraph(client: FlaskClient) -> None:
    found = visit(client, "/search?q=harbour&outlet=The+Tarn+Post")
    (hit,) = found.of_class("hit")
    assert all(words in hit.words for words in ("Ann Lee", "The Tarn Post", "31 May 2024", "The last ferry ¶2"))
    assert found.href("¶2") == "/article/ferry?q=harbour&outlet=The+Tarn+Post&hit=1#p2"
    assert [tag.text for tag in found.named("mark")] == ["harbour"]


def test_the_names_of_a_hit_lead_to_their_own_pages(client: FlaskClient) -> None:
    links = visit(client, "/search?q=harbour&outlet=The+Tarn+Post").links()
    assert {"/speaker/Ann%20Lee", "/outlet/The%20Tarn%20Post", "/kept?keep=ferry~2"} <= set(links)


def test_what_nobody_knows_is_said_to_be_unknown(client: FlaskClient) -> None:
    found = visit(client, "/search?q=timetable").of_class("hit")[0].words
    assert all(words in found for words in ("Nobody speaks", "Unknown outlet", "Unknown date", "Untitled"))


def test_of_a_language_that_is_not_supported_it_is_not_said_that_nobody_speaks(tmp_path: Path) -> None:
    foreign = replace(article("a", paragraph("Die Fähre fährt.")), supported=False)
    found = visit(client_over(tmp_path / "index", [foreign]), "/search?q=fähre")
    words = found.of_class("hit")[0].words
    assert ("Language not supported" in words, "Nobody speaks" in words) == (True, False)


@pytest.mark.parametrize(
    ("parameters", "total"),
    [
        ("", 6),
        ("q=ferry", 6),
        ("q=ferry+NOT+ann", 4),
        ("q=%22the+harbour%22", 2),
        ("speaker=Ann+Lee", 2),
        ("speaker=Ann+Lee&speaker=Odd+Ruun", 3),
        ("not-speaker=Ann+Lee", 4),
        ("not-speaker=Ann+Lee&not-speaker=nobody", 2),
        ("speaker=Odd+Ruun&not-speaker=Ann+Lee", 1),
        ("speaker=nobody", 2),
        ("speaker=unknown", 1),
        ("speaker=Ann+Lee&outlet=Island+Wire", 1),
        ("outlet=unknown", 1),
        ("not-outlet=unknown", 5),
        ("date=unknown", 1),
        ("date=2023", 2),
        ("not-date=2023", 4),
        ("part=body", 6),
        ("part=caption", 0),
        ("not-part=body", 0),
        ("kind=indirect", 4),
        ("act=unknown", 4),
        ("venue=nobody", 2),
        ("language=unknown", 6),
        ("from=2024-05-31", 3),
        ("to=2023-02-01", 2),
        ("from=2023-02-02&to=2024-05-30", 0),
        ("from=2023-02-01&to=2024-05-31", 5),
        ("q=ferry&view=articles", 6),
        ("q=ferry&view=speakers", 6),
        ("q=ferry&open=ferry~2&keep=harbour~1", 6),
        ("q=&speaker=&outlet=&from=&to=&part=&sort=&page=&view=&open=&keep=&not-speaker=", 6),
    ],
)
def test_every_parameter_narrows_the_page_and_its_data_alike(client: FlaskClient, parameters: str, total: int) -> None:
    said = visit(client, f"/search?{parameters}").by_id("total")
    assert f"{total} paragraph" in said.words
    assert client.get(f"/search.json?{parameters}").json["total"] == total  # type: ignore[index]


def test_order_is_by_date_where_that_is_asked_for(client: FlaskClient) -> None:
    newest = visit(client, "/search?q=ferry&sort=newest")
    oldest = visit(client, "/search?q=ferry&sort=oldest")
    assert hits(newest)[0] == "The last ferry"
    assert hits(oldest)[0].startswith("The harbour & the ferry")
    assert hits(newest)[-1] == hits(oldest)[-1] == "A ferry timetable, found in a drawer."
    assert [tag.words for tag in newest.named("b") if "aria-current" in tag.attributes] == ["paragraphs", "newest"]


def test_a_chip_takes_away_what_it_names_and_nothing_else(client: FlaskClient) -> None:
    found = visit(client, "/search?q=ferry&speaker=Ann+Lee&outlet=Island+Wire&from=2023-01-01&to=2024-12-31")
    assert found.href("Take away Speaker Ann Lee") == "/search?q=ferry&outlet=Island+Wire&from=2023-01-01&to=2024-12-31"
    assert found.href("1 January 2023 ×") == "/search?q=ferry&speaker=Ann+Lee&outlet=Island+Wire&to=2024-12-31"
    assert found.href("Clear all") == "/search?q=ferry"


def test_clearing_what_is_chosen_keeps_what_is_kept(client: FlaskClient) -> None:
    found = visit(client, "/search?q=ferry&speaker=Ann+Lee&keep=ferry~2")
    assert found.href("Clear all") == "/search?q=ferry&keep=ferry~2"


def forms(client: FlaskClient, address: str) -> list[list[tuple[str, str]]]:
    """What each form of a page with these parameters sends, but for the form of preferences."""
    html = client.get(address).text
    sent = [Page(form.partition("</form>")[0]) for form in html.split("<form ")[1:]]
    return [
        [(t.attributes["name"], t.attributes.get("value", "")) for t in form.named("input")]
        for form in sent
        if not form.named("select")
    ]


def test_the_search_box_and_the_days_carry_along_all_that_the_address_says_but_page_and_opened(
    client: FlaskClient,
) -> None:
    address = "/search?q=ferry&speaker=Ann+Lee&not-outlet=x&from=2023-01-01&view=articles&page=1&open=ferry~2&keep=a~1"
    rest = [("speaker", "Ann Lee"), ("not-outlet", "x")]
    box, *others = forms(client, address)
    days = next(form for form in others if ("to", "") in form)
    assert box == [("q", "ferry"), *rest, ("from", "2023-01-01"), ("view", "articles"), ("keep", "a~1")]
    assert days == [
        ("q", "ferry"),
        *rest,
        ("view", "articles"),
        ("keep", "a~1"),
        ("from", "2023-01-01"),
        ("to", ""),
    ]


def test_paging_shows_every_paragraph_once_and_ends(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(47)])
    address, seen = "/search?q=tide", []
    for _ in range(2):
        found = visit(client, address)
        seen += hits(found)
        address = found.href("Next")
    last = visit(client, address)
    seen += hits(last)
    assert sorted(seen) == sorted(f"The tide came in for the {n}. time." for n in range(1, 48))
    assert [tag for tag in last.named("a") if tag.words == "Next"] == []
    assert last.href("Previous") == "/search?q=tide&page=2"


def test_a_page_past_the_last_leads_back(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(21)])
    assert visit(client, "/search?page=500").href("Go to the last page") == "/search?page=2"


def test_the_deepest_page_of_a_large_index_is_the_last_that_is_linked_and_says_so(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(10_050)])
    deepest = visit(client, "/search?page=500")
    assert len(hits(deepest)) == 20
    assert [tag for tag in deepest.named("a") if tag.words == "Next"] == []
    assert all("page=501" not in tag.attributes["href"] for tag in deepest.named("a"))
    assert deepest.of_class("note")[0].words.startswith("Pages end here, after 10,000 hits.")


def test_a_total_is_counted_and_not_estimated(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [article(f"a{n}", paragraph("The tide.")) for n in range(1234)])
    assert (
        visit(client, "/search?q=tide").by_id("total").words.startswith("1,234 paragraphs in 1,234 articles for tide")
    )
