"""What helps where a search goes wrong: another spelling, what to drop, examples, and faults that are pointed at."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit

from web.examples import EXAMPLES


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def meant(found: Page, words: str) -> str:
    """Where the spelling that was perhaps meant leads."""
    return next(found.leads(a) for a in found.named("a") if a.words == words)


def test_another_spelling_is_offered_with_what_it_finds_and_its_change_is_marked(client: FlaskClient) -> None:
    found = visit(client, "/search?q=brigde")
    assert found.of_class("meant")[0].words == "Did you mean bridge? 10 paragraphs"
    assert [tag.text for tag in found.named("mark")] == ["bridge"]


def test_the_offer_keeps_every_other_parameter(client: FlaskClient) -> None:
    rest = "not-outlet=Island+Wire&from=2019-01-01&to=2024-12-31&sort=oldest&view=articles&keep=talks~1"
    address = visit(client, f"/search?q=brigde&speaker=Ann+Lee&{rest}&page=1")
    assert parse_qsl(urlsplit(meant(address, "bridge")).query) == [
        ("q", "bridge"),
        ("speaker", "Ann Lee"),
        *parse_qsl(rest),
    ]
    assert visit(client, meant(address, "bridge")).by_id("total").words.startswith("3 paragraphs")


def test_where_enough_was_found_no_other_spelling_is_offered(client: FlaskClient) -> None:
    assert visit(client, "/search?q=bridge").of_class("meant") == []


def test_where_nothing_is_found_each_offer_gives_what_it_says(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&speaker=Ida+Voss&from=2024-06-01")
    assert "Nobody said that here" in found.of_class("empty")[0].words
    offers = [tag for tag in found.named("li") if "paragraph" in tag.words and tag.words.split()[-1].startswith("para")]
    links = {a.words: found.leads(a) for a in found.named("a")}
    assert len(offers) > 1
    for offer in offers:
        words, _, count = offer.words.removesuffix("s").removesuffix(" paragraph").rpartition(" ")
        assert visit(client, links[words]).by_id("total").words.startswith(f"{count} paragraph")


def test_dropping_a_choice_is_offered_in_words(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bread&speaker=Ann+Lee")
    assert found.href("whatever the Speaker, not only Ann Lee") == "/search?q=bread"


def test_where_nothing_is_found_the_ways_on_are_help_coverage_and_everything(client: FlaskClient) -> None:
    links = visit(client, "/search?q=zeppelin").links()
    assert {"/help", "/status", "/search"} <= set(links)


@pytest.mark.parametrize(("words", "finds"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_every_example_is_a_link_that_can_be_read(client: FlaskClient, words: str, finds: str) -> None:
    found = visit(client, visit(client, "/help").href(words))
    assert found.by_id("q").attributes["value"] == words
    assert found.by_id("total").words


@pytest.mark.parametrize(
    ("words", "part", "repaired"),
    [
        ("bridge AND", "AND", "bridge"),
        ('"the bridge', '"', "the bridge"),
        ("(bridge OR ferry", "(", "bridge OR ferry"),
        ("br*", "br*", "br"),
        ("date:2024-13", "2024-13", "date:2024"),
    ],
)
def test_a_query_that_cannot_be_read_says_which_part_and_offers_one_that_can(
    client: FlaskClient, words: str, part: str, repaired: str
) -> None:
    answer = client.get("/search", query_string={"q": words, "speaker": "Ann Lee", "sort": "oldest"})
    found = Page(answer.text, "/search")
    assert answer.status_code == 400
    assert part in next(tag.text for tag in found.named("mark"))
    offered = [found.leads(a) for a in found.named("a") if a.attributes["href"].startswith("/search?q=")]
    assert [dict(parse_qsl(urlsplit(link).query)) for link in offered] == [
        {"q": repaired, "speaker": "Ann Lee", "sort": "oldest"}
    ]
    assert found.by_id("q").attributes["value"] == words
