"""Tables are written to a few readers at a time, whatever becomes of the readers."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from newsroom import client_over
from werkzeug.test import TestResponse

from web.data.writing import AT_ONCE


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


@pytest.fixture
def unread(client: FlaskClient) -> Iterator[list[TestResponse]]:
    """As many tables as are written at a time, of which nobody has read a row."""
    tables = [client.get("/search.csv?q=ferry") for _ in range(AT_ONCE)]
    yield tables
    for table in tables:
        table.close()


def test_one_table_too_many_is_asked_for_later(client: FlaskClient, unread: list[TestResponse]) -> None:
    answer = client.get("/search.csv?q=ferry")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "ask again in a moment" in answer.json["error"]  # type: ignore[index]
    assert client.get("/search.json?q=ferry").status_code == 200


def test_a_table_that_is_read_makes_room(client: FlaskClient, unread: list[TestResponse]) -> None:
    assert unread[0].text.count("\r\n") == 8
    assert client.get("/search.csv?q=ferry").text == unread[0].text


def test_a_reader_who_hangs_up_makes_room(client: FlaskClient, unread: list[TestResponse]) -> None:
    rows = unread[0].iter_encoded()
    next(rows)
    unread[0].close()
    assert client.get("/search.csv?q=ferry").text


@pytest.mark.parametrize("address", ["/search.csv?q=(", "/search.csv?page=x"])
def test_a_table_that_cannot_be_made_takes_no_place(client: FlaskClient, address: str) -> None:
    assert [client.get(address).status_code for _ in range(AT_ONCE + 1)] == [400] * (AT_ONCE + 1)
    assert client.get("/search.csv").status_code == 200


def test_who_asks_only_for_the_head_of_a_table_takes_no_place(client: FlaskClient) -> None:
    heads = [client.head("/search.csv") for _ in range(AT_ONCE)]
    for head in heads:
        head.close()
    assert client.get("/search.csv").text
