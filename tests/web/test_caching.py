"""A program may keep an answer, asks whether it still holds, and is told so in a few bytes; a reindex shows at once."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from newsroom import FERRY, client_over

from search.engines.whoosh import WhooshEngine

KEPT = [
    "/search.json?q=ferry",
    "/search.atom?q=ferry",
    "/facet/speaker.json",
    "/article/ferry.json",
    "/speaker/Ann%20Lee.json",
    "/outlet/Island%20Wire.json",
    "/kept.json?keep=ferry~2",
    "/kept.ris?keep=ferry~2",
    "/status.json",
    "/suggest.json?q=fer",
    "/suggestions?q=fer",
    "/opensearch.xml",
    "/openapi.json",
]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def client(index: Path) -> FlaskClient:
    return client_over(index)


@pytest.mark.parametrize("address", KEPT)
def test_an_answer_that_still_holds_is_not_sent_again(client: FlaskClient, address: str) -> None:
    mark = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": mark})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)


def test_an_answer_of_another_index_is_sent(client: FlaskClient, index: Path) -> None:
    first = client.get("/search.json?q=ferry")
    WhooshEngine(index).build([FERRY])
    again = client.get("/search.json?q=ferry", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.json["articles"]) == (200, 1)  # type: ignore[index]


@pytest.mark.parametrize("address", ["/search.json?q=ferry", "/search.json?q=(", "/article/nowhere.json"])
def test_what_is_kept_is_asked_for_each_time(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["/healthz", "/search.csv?q=ferry"])
def test_what_is_of_this_moment_is_not_kept(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", ["/suggest.json", "/suggestions"])
def test_what_completes_is_kept_by_the_browser_for_a_minute(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}?q=fer").headers["Cache-Control"] == "private, max-age=60"


@pytest.mark.parametrize("path", ["/suggest.json", "/suggestions"])
def test_what_is_longer_than_all_that_completes_is_refused(client: FlaskClient, path: str) -> None:
    assert client.get(path, query_string={"q": "å" * 100}).status_code == 200
    answer = client.get(path, query_string={"q": "å" * 101})
    assert (answer.status_code, answer.json["part"]) == (400, "q")  # type: ignore[index]
    assert "100 characters is the limit" in answer.json["error"]  # type: ignore[index]
