"""What is read when a page cannot be shown: the right code, one clear sentence, never a traceback."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from newsroom import GOOD, client_over, files, grow_stale, manifest_of
from pages import Page

from search.engines.whoosh import WhooshEngine
from search.pipeline import files_in, reindex
from search.settings import Settings
from web import create_app

UNREADABLE = {
    "q=%22ferry": "A quotation mark is opened and not closed",
    "q=(ferry": "A parenthesis is opened and not closed",
    "q=ferry+AND": "AND needs a word before and after it",
    "q=!!": "There is no word to search for",
    f"q={'x' * 600}": "The query has 600 characters",
    "q=a%00b": "a character that is no text",
    "from=someday": "“someday” is no day",
    "from=2024-02-30": "“2024-02-30” is no day",
    "from=2025-01-01&to=2024-01-01": "The days are the wrong way round",
    "sort=loudest": "“loudest” is not known; “sort” is one of relevance, newest, oldest",
    "view=mosaic": "“mosaic” is not known; “view” is one of paragraphs, articles, speakers",
    "open=ferry": "“ferry” is no paragraph; write “open” as ARTICLE~NUMBER",
    "keep=ferry~x": "“ferry~x” is no paragraph",
    "&".join(f"keep=a~{n}" for n in range(51)): "More than 50 paragraphs are named by “keep”",
    "page=0": "“0” is no page",
    "page=x": "“x” is no page",
    "page=501": "Pages end at 500",
    f"speaker={'x' * 201}": "is too long for a speaker",
    f"not-venue={'x' * 201}": "is too long for a venue",
    "&".join(f"speaker={n}" for n in range(51)): "More than 50 values are chosen",
}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def client(index: Path) -> FlaskClient:
    return client_over(index)


def sentence(client: FlaskClient, address: str, code: int) -> str:
    """What the page of a failure says, and that it is a whole page."""
    answer = client.get(address)
    assert answer.status_code == code
    found = Page(answer.text)
    assert found.href("To the front page") == "/"
    assert "Traceback" not in answer.text
    return found.of_class("empty")[0].words


def error(client: FlaskClient, address: str, code: int) -> dict[str, Any]:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (code, "application/json")
    found: dict[str, Any] = answer.get_json()
    assert set(found) == {"error", "part", "repaired"}
    return found


@pytest.mark.parametrize(("parameters", "reason"), UNREADABLE.items(), ids=lambda words: words[:20])
def test_an_address_that_cannot_be_read_is_a_bad_request_and_says_what_is_wrong(
    client: FlaskClient, parameters: str, reason: str
) -> None:
    assert reason in sentence(client, f"/search?{parameters}", 400)
    assert reason in error(client, f"/search.json?{parameters}", 400)["error"]
    for page in ("/article/ferry", "/speaker/Ann%20Lee", "/outlet/Island%20Wire", "/facet/speaker"):
        assert reason in sentence(client, f"{page}?{parameters}", 400)


def test_a_query_that_can_be_mended_is_offered_mended(client: FlaskClient) -> None:
    assert error(client, "/search.json?q=%22the+ferry", 400)["repaired"] == "the ferry"
    assert Page(client.get("/search?q=%22the+ferry").text).href("the ferry") == "/search?q=the+ferry"


def test_the_words_of_a_bad_query_stay_in_the_search_box(client: FlaskClient) -> None:
    (box,) = [t for t in Page(client.get("/search?q=(ferry").text).named("input") if t.attributes["name"] == "q"]
    assert box.attributes["value"] == "(ferry"


@pytest.mark.parametrize("address", ["/nowhere", "/article/nowhere", "/article/nowhere/source", "/static/nowhere.css"])
def test_a_page_that_is_not_there_is_said_to_be_missing(client: FlaskClient, address: str) -> None:
    assert sentence(client, address, 404)


def test_data_that_is_not_there_is_said_as_data(client: FlaskClient) -> None:
    assert error(client, "/nowhere.json", 404)["error"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", ["/", "/search", "/search.json", "/article/ferry", "/healthz"])
def test_nothing_can_be_sent(client: FlaskClient, method: str, address: str) -> None:
    answer = client.open(address, method=method, data={"q": "ferry"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def unusable(client: FlaskClient, reason: str) -> None:
    """Every address says that there is no index to answer from, and what to run; `reason` is why."""
    for address in ("/", "/search?q=ferry", "/article/ferry", "/article/ferry/source"):
        assert reason in sentence(client, address, 503)
        assert "run: onrecord reindex" in sentence(client, address, 503)
    for address in ("/search.json", "/healthz"):
        assert reason in error(client, address, 503)["error"]


def test_without_an_index_every_page_says_what_to_run(index: Path) -> None:
    unusable(create_app(Settings(index=index)).test_client(), "There is no index in")


def test_an_index_of_another_version_says_what_to_run(client: FlaskClient, index: Path) -> None:
    grow_stale(index)
    unusable(create_app(Settings(index=index)).test_client(), "is from another version")


def test_a_half_written_index_says_what_to_run(client: FlaskClient, index: Path) -> None:
    manifest_of(index).unlink()
    unusable(create_app(Settings(index=index)).test_client(), "is only half there")


def test_an_index_that_lost_its_pointer_says_what_to_run(client: FlaskClient, index: Path) -> None:
    (index / "current").write_text("nothing of ours", encoding="ascii")
    unusable(client, "names no generation")


def test_a_folder_of_somebody_else_is_not_searched(tmp_path: Path) -> None:
    files(tmp_path, ("novel.txt", GOOD))
    client = create_app(Settings(index=tmp_path)).test_client()
    assert "novel.txt, which On Record did not make" in sentence(client, "/", 503)


def test_a_reindex_while_serving_shows_on_the_next_request(tmp_path: Path, index: Path) -> None:
    client = create_app(Settings(index=index)).test_client()
    assert client.get("/healthz").status_code == 503
    for number, text in enumerate(("The first tide.", "The second tide.", "The third tide.")):
        source = files(tmp_path / f"clippings-{number}", ("a.txt", text))
        reindex(files_in(source), WhooshEngine(index), largest=1_000)
        assert [hit["text"] for hit in client.get("/search.json?q=tide").json["hits"]] == [text]  # type: ignore[index]
        assert text in client.get("/article/a").text


def test_an_index_that_is_taken_away_while_serving_is_missed_and_comes_back(client: FlaskClient, index: Path) -> None:
    assert client.get("/").status_code == 200
    index.rename(index.with_name("aside"))
    unusable(client, "There is no index in")
    index.with_name("aside").rename(index)
    assert client.get("/").status_code == 200


def test_a_defect_of_ours_is_told_in_brief_and_logged_in_full(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    @client.application.template_filter("day")
    def defect(value: object) -> str:
        raise ZeroDivisionError("a defect of ours")

    answer = client.get("/")
    assert answer.status_code == 500
    assert "the log of the server says why" in answer.text
    assert "defect of ours" not in answer.text
    assert "defect of ours" in caplog.text
