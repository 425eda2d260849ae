"""The page of an article: as it was read, with its evidence, the hits in it, and the ways back and on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over, long_article
from pages import Page, visit

from search.attribution import attribute
from search.model import Article, Fact, Span, Speaker


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


def test_the_article_page_marks_the_words_and_gives_the_evidence_of_each_statement(client: FlaskClient) -> None:
    found = visit(client, "/article/ferry?q=harbour")
    assert [tag.text for tag in found.named("mark")] == ["harbour"]
    (second,) = [tag for tag in found.named("section") if tag.attributes["id"] == "p2"]
    assert "hit-here" in second.classes
    assert "Ann Lee: indirect. 100% sure. Rule “test”, named in ¶1." in second.words
    assert found.href("Back to the results") == "/search?q=harbour"


def test_an_article_that_was_not_searched_for_offers_no_way_back_to_results(client: FlaskClient) -> None:
    assert [a.words for a in visit(client, "/article/ferry").named("a") if "Back to" in a.words] == []


def merged() -> Article:
    """An article that calls a speaker otherwise than the index shows."""
    speaker = Speaker("Elena Marchuck", forms=("Yelena Marchuk",), also=("Yelena Marchuk",))
    return article("tolls", paragraph("Yelena Marchuk spoke.", replace(says(None), speaker=speaker)))


def test_an_article_says_how_it_spells_a_speaker_who_is_shown_by_another_name(tmp_path: Path) -> None:
    found = visit(client_over(tmp_path / "index", [merged()]), "/article/tolls")
    assert "Rule “test”; “Yelena Marchuk” is Elena Marchuck." in found.of_class("evidence")[0].words


def test_an_address_with_a_former_name_shows_the_name_of_today_as_chosen(tmp_path: Path) -> None:
    found = visit(client_over(tmp_path / "index", [merged()]), "/search?speaker=Yelena+Marchuk")
    assert len(found.of_class("snippet")) == 1
    assert "Elena Marchuck" in found.of_class("chips")[0].words
    assert "Yelena" not in found.of_class("chips")[0].words
    assert [tag.words.split(",")[0] for tag in found.of_class("on")] == ["Elena Marchuck"]


def test_what_nobody_knows_is_said_to_be_unknown(client: FlaskClient) -> None:
    assert [tag.words for tag in visit(client, "/article/scrap").named("dd")][:2] == ["Unknown"] * 2


GERMAN = "Die Brücke bleibt bis März gesperrt, sagte der Bürgermeister Jörg Müßig am Freitag. " * 5


@pytest.mark.parametrize(
    ("tongue", "told"),
    [
        ("en", "Who speaks is worked out in English only; this article is in German."),
        ("de", "Wer spricht, wird nur in englischen Artikeln ermittelt; die Sprache dieses Artikels: Deutsch."),
    ],
)
def test_an_article_says_in_words_which_language_is_not_supported(tmp_path: Path, tongue: str, told: str) -> None:
    foreign = attribute(replace(article("zoll", paragraph(GERMAN)), language=Fact("de", "stated")))
    client = client_over(tmp_path / "index", [foreign])
    page = Page(client.get("/article/zoll", headers={"Accept-Language": tongue}).text)
    assert [note.words for note in page.of_class("note")] == [told]


def test_the_source_of_an_article_is_its_file_as_it_was_read(client: FlaskClient) -> None:
    assert visit(client, "/article/ferry").href("The file as it was read") == "/article/ferry/source"
    answer = client.get("/article/ferry/source")
    assert answer.text == "The last ferry & <its> captain"
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def onward(client: FlaskClient, address: str, words: str) -> Iterator[str]:
    """The addresses that links with these words lead through, from one page to the next, until there is none."""
    yield address
    found = visit(client, address)
    for link in [a for a in found.named("a") if a.words == words][:1]:
        yield from onward(client, found.leads(link), words)


def test_from_the_first_result_one_comes_to_every_other_and_back(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(23)])
    first = visit(client, "/search?q=tide&sort=oldest").href("¶1")
    there = list(onward(client, first, "Next result"))
    back = list(onward(client, there[-1], "Previous result"))
    assert [address.partition("#")[2] for address in there] == [f"p{n}" for n in range(1, 24)]
    assert [address.partition("#")[2] for address in back] == [f"p{n}" for n in range(23, 0, -1)]


def test_from_a_result_of_a_later_page_one_comes_back_to_that_page(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(23)])
    found = visit(client, visit(client, "/search?q=tide&sort=oldest&page=2").href("¶22"))
    assert found.href("Back to the results") == "/search?q=tide&sort=oldest&page=2"
    assert found.href("Previous result").endswith("&page=2&hit=21#p21")


@pytest.mark.parametrize(("hit", "code"), [("0", 400), ("x", 400), ("10001", 400), ("9999999", 400), ("10000", 200)])
def test_a_number_of_a_result_is_checked(client: FlaskClient, hit: str, code: int) -> None:
    assert client.get(f"/article/ferry?q=ferry&hit={hit}").status_code == code


def test_hits_of_an_article_lead_to_each_other(client: FlaskClient) -> None:
    found = visit(client, "/article/ferry?q=ferry")
    assert found.of_class("hits-nav")[0].words == "3 paragraphs with hits: to the first"
    assert [a.attributes["href"] for a in found.named("a") if a.words == "Next hit"] == ["#p2", "#p3"]
    assert [a.attributes["href"] for a in found.named("a") if a.words == "Previous hit"] == ["#p1", "#p2"]


def linked() -> Article:
    """An article that says where it stood, with words of which some are said."""
    text = "“We stay — 50% of us,” said Ann Lee, “as café-keepers & sons.”"
    statement = replace(says("Ann Lee"), where=Span(1, 20), text=text[1:20])
    made = article("a", paragraph(text, statement), title="Stay", outlet="The Post")
    return replace(made, url="https://post.example/a#top", language=Fact("en", "inferred", "", None))


@pytest.mark.parametrize("address", ["/article/a", "/search", "/kept?keep=a~1"])
def test_the_way_to_the_original_lands_on_the_words_that_are_said(tmp_path: Path, address: str) -> None:
    found = visit(client_over(tmp_path / "index", [linked()]), address)
    (link,) = {a.attributes["href"] for a in found.named("a") if a.words.startswith("Original")}
    page, _, words = link.partition("#top:~:text=")
    assert page == "https://post.example/a"
    assert unquote(words) == "We stay — 50% of us,-,” said Ann Lee"
    assert "%E2%80%94" in words
    assert "50%25" in words


def test_every_way_out_says_nothing_of_where_it_comes_from(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [linked()])
    for address in ("/article/a", "/search", "/kept?keep=a~1"):
        assert client.get(address).headers["Referrer-Policy"] == "same-origin"
        out = [a for a in visit(client, address).named("a") if a.attributes["href"].startswith("https:")]
        assert out
        assert [a for a in out if "target" in a.attributes] == []  # which would tell the opened page of its opener


def test_what_is_said_is_set_apart_and_the_language_is_named(tmp_path: Path) -> None:
    found = visit(client_over(tmp_path / "index", [linked()]), "/article/a?q=stay")
    assert "".join(tag.text for tag in found.of_class("said")) == "We stay — 50% of us"
    assert [tag.text for tag in found.named("mark")] == ["Stay", "stay"]  # in the title, too
    assert found.of_class("text")[0].attributes["lang"] == "en"


def test_a_link_to_a_page_keeps_every_word_of_its_query(client: FlaskClient) -> None:
    found = visit(client, "/search?q=ferry+%22the+harbour%22&not-speaker=nobody&sort=oldest&view=articles&keep=a~1")
    back = visit(client, found.href("¶1")).href("Back to the results")
    assert back == "/search?q=ferry+%22the+harbour%22&not-speaker=nobody&sort=oldest&view=articles&keep=a~1"
