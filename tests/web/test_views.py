"""Views: results folded by article and grouped by speaker, with counts that stay true; neighbours opened in place."""

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def facets(found: Page) -> list[str]:
    """The facets of a page as they are read, counts and all."""
    return [tag.words for tag in found.of_class("facet")]


def snippets(found: Page) -> list[str]:
    return [tag.words for tag in found.of_class("snippet")]


def test_folded_by_article_the_total_and_all_counts_stay_what_they_were(client: FlaskClient) -> None:
    plain, folded = visit(client, "/search?q=bridge"), visit(client, "/search?q=bridge&view=articles")
    assert plain.by_id("total").words.startswith("10 paragraphs in 6 articles")
    assert folded.by_id("total").words.startswith("10 paragraphs in 6 articles")
    assert facets(folded) == facets(plain)
    assert (len(snippets(plain)), len(snippets(folded))) == (10, 6)


def test_of_a_folded_article_the_rest_is_counted_and_led_to(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&view=articles")
    (more,) = [a for a in found.named("a") if "more in this article" in a.words]
    assert more.words == "4 more in this article"
    there = visit(client, found.leads(more).partition("#")[0])
    assert there.address == "/article/talks?q=bridge&view=articles"
    assert there.of_class("hits-nav")[0].words.startswith("5 paragraphs with hits")


def test_grouped_by_speaker_who_says_it_most_stands_first_with_the_rate(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&view=speakers")
    heard = [tag.words for tag in found.of_class("heard")]
    assert [words.split(" paragraph")[0] for words in heard] == ["Ann Lee 4", "Odd Ruun 2", "Ida Voss 1"]
    assert "4 paragraphs · 500.0 in 1,000 articles" in heard[0]  # of 8 articles
    assert found.by_id("total").words.startswith("3 speakers, 10 paragraphs in 6 articles")


def test_the_rate_is_of_the_articles_of_the_outlets_and_days_that_are_asked_for(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&view=speakers&outlet=Island+Wire")
    assert "1 paragraph · 500.0 in 1,000 articles" in found.of_class("heard")[1].words  # of 2 articles
    days = visit(client, "/search?q=bridge&view=speakers&from=2024-05-01&to=2024-05-31")
    assert "2 paragraphs · 666.7 in 1,000 articles" in days.of_class("heard")[0].words  # of 3


def test_the_longest_share_is_that_of_the_one_who_says_it_most(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&view=speakers")
    widths = [tag.attributes["width"] for tag in found.named("rect") if "class" not in tag.attributes]
    assert widths == ["100.0%", "50.0%", "25.0%"]


def test_from_a_speaker_of_a_group_one_comes_to_as_many_paragraphs_as_were_counted(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&view=speakers&not-outlet=Island+Wire&keep=talks~1")
    one = visit(client, next(found.leads(a) for a in found.named("a") if a.words == "Ann Lee"))
    assert one.address == "/search?q=bridge&speaker=Ann+Lee&not-outlet=Island+Wire&keep=talks~1"
    assert one.by_id("total").words.startswith("3 paragraphs")


def test_where_nobody_who_is_named_says_it_the_way_back_is_offered(client: FlaskClient) -> None:
    found = visit(client, "/search?q=timetable&view=speakers")
    assert found.href("See the paragraphs") == "/search?q=timetable"


def test_a_hits_neighbours_are_opened_in_place_and_closed_again(client: FlaskClient) -> None:
    closed = visit(client, "/search?q=%22shut+part+2%22&sort=newest")
    (button,) = [tag for tag in closed.named("button") if tag.words == "What is around it"]
    opened = visit(client, closed.leads(button).partition("#")[0])
    assert opened.address == "/search?q=%22shut+part+2%22&sort=newest&open=lee-2~2"
    assert [tag.words for tag in opened.of_class("beside")] == [
        "¶1 The council met for the 2. time.",
        "¶3 It went on for 2 hours.",
    ]
    assert opened.href("Less around it").partition("#")[0] == closed.address
    assert closed.of_class("beside") == []


def test_several_are_opened_at_once_and_the_first_and_last_of_an_article_have_one_neighbour(
    client: FlaskClient,
) -> None:
    found = visit(client, "/search?q=bridge&open=talks~1&open=talks~5&open=gone~1&open=undated~1")
    assert len(found.of_class("beside")) == 2
    assert len([a for a in found.named("a") if a.words == "Less around it"]) == 3


@pytest.mark.parametrize("change", ["sort=newest", "view=articles", "speaker=Ann+Lee"])
def test_what_was_opened_is_closed_where_other_results_are_asked_for(client: FlaskClient, change: str) -> None:
    found = visit(client, "/search?q=bridge&open=talks~1")
    (address,) = [link for link in found.links() if link == f"/search?q=bridge&{change}"]
    assert visit(client, address).of_class("beside") == []


def test_a_view_and_an_order_keep_everything_else(client: FlaskClient) -> None:
    found = visit(client, "/search?q=bridge&not-speaker=Ann+Lee&from=2024-01-01&page=1&keep=talks~1")
    rest = "/search?q=bridge&not-speaker=Ann+Lee&from=2024-01-01"
    assert found.href("articles") == f"{rest}&view=articles&keep=talks~1"
    assert found.href("oldest") == f"{rest}&sort=oldest&keep=talks~1"
