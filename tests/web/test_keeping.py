"""The kept set: it lives in the address, is cited in every form, and says what has left the index."""

import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import client_over
from pages import Page, visit

from search.citing import FORMS

TWO = "keep=talks~3&keep=lee-2~2"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def kept(address: str) -> list[str]:
    return [value for name, value in parse_qsl(urlsplit(address).query) if name == "keep"]


def keeping(found: Page, words: str) -> list[str]:
    """Where the buttons of the hits lead."""
    return [found.leads(a).partition("#")[0] for a in found.tags if a.name in {"a", "button"} and a.words == words]


def test_a_paragraph_is_kept_in_the_address_and_let_go_again(client: FlaskClient) -> None:
    start = visit(client, "/search?q=bridge&sort=newest")
    one = visit(client, keeping(start, "Keep")[0])
    two = visit(client, keeping(one, "Keep")[0])
    assert (len(kept(one.address)), len(kept(two.address))) == (1, 2)
    assert kept(two.address)[0] == kept(one.address)[0]
    assert two.href("2 kept: cite, print").partition("?")[0] == "/kept"
    assert keeping(one, "Kept") == [start.address]


@pytest.mark.parametrize("words", ["newest", "articles", "2024", "Clear all", "Take away Speaker"])
def test_whatever_else_is_asked_what_is_kept_stays(client: FlaskClient, words: str) -> None:
    found = visit(client, f"/search?q=bridge&speaker=Ann+Lee&{TWO}")
    assert kept(found.href(words)) == ["talks~3", "lee-2~2"]


def test_kept_paragraphs_stand_in_their_order_whole_and_with_their_ways_out(client: FlaskClient) -> None:
    found = visit(client, f"/kept?q=bridge&{TWO}")
    assert found.named("h1")[0].words == "2 paragraphs kept"
    assert [tag.words for tag in found.of_class("snippet")] == [
        "“A bridge is a promise,” said Odd Ruun.",
        "“The bridge stays shut, part 2,” said Ann Lee.",
    ]
    assert found.href("Back to the results") == f"/search?q=bridge&{TWO}"
    assert kept(found.href("Take away")) == ["lee-2~2"]
    assert found.href("Talks ¶3") == "/article/talks#p3"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_of_reference_is_shown_and_is_a_file(client: FlaskClient, form: object) -> None:
    name, label = form.name, form.label  # type: ignore[attr-defined]
    found = visit(client, f"/kept?{TWO}")
    shown = [tag.text for tag in found.named("pre") if tag.attributes["aria-label"] == label]
    answer = client.get(found.href(label))
    assert found.href(label) == f"/kept.{name}?{TWO}"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="on-record.')
    assert len(shown) == 2
    for who, words in (("Ruun", "Talks"), ("Lee", "Council, part 2")):
        assert who in answer.text
        assert words in answer.text


def test_the_file_of_several_holds_what_the_page_shows_of_each(client: FlaskClient) -> None:
    pres = visit(client, f"/kept?{TWO}").named("pre")
    shown = [tag.text.strip() for tag in pres if tag.attributes["aria-label"] == "BibTeX"]
    file = client.get(f"/kept.bibtex?{TWO}").text
    assert all(reference in file for reference in shown)
    assert len(json.loads(client.get(f"/kept.csl?{TWO}").text)) == 2


def test_a_reference_names_speaker_outlet_day_and_address(client: FlaskClient) -> None:
    text = client.get("/kept.text?keep=talks~3").text
    assert all(part in text for part in ("Odd Ruun", "A bridge is a promise", "Island Wire", "20", "2024"))
    assert "https://outlet.example/talks" in text


def test_what_has_left_the_index_is_named_and_the_rest_shown(client: FlaskClient) -> None:
    found = visit(client, "/kept?keep=gone~1&keep=talks~99&keep=talks~3")
    assert found.named("h1")[0].words == "1 paragraph kept"
    assert found.of_class("note")[0].words == "2 paragraphs have left the index. gone~1, talks~99"
    assert client.get("/kept.json?keep=gone~1&keep=talks~3").json["gone"] == ["gone~1"]  # type: ignore[index]


def test_where_nothing_is_kept_the_page_says_how_to(client: FlaskClient) -> None:
    found = visit(client, "/kept")
    assert found.named("h1")[0].words == "0 paragraphs kept"
    assert "“Keep” stands under each result" in found.of_class("empty")[0].words


def test_data_of_the_kept_has_the_same_references(client: FlaskClient) -> None:
    data = client.get(f"/kept.json?{TWO}").json["paragraphs"]  # type: ignore[index]
    shown = [tag.text for tag in visit(client, f"/kept?{TWO}").named("pre")]
    assert [text for one in data for text in one["references"].values()] == shown
    assert [one["id"] for one in data] == ["talks#p3", "lee-2#p2"]


def test_a_form_that_there_is_not_names_those_there_are(client: FlaskClient) -> None:
    answer = client.get("/kept.docx?keep=talks~3")
    assert answer.status_code == 404
    assert "text, chicago, bibtex, csl and ris" in answer.json["error"]  # type: ignore[index]
