"""A page says when the index is older than its sources, and says no more once it is not."""

import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from newsroom import GOOD, files
from pages import visit

from search.engines.whoosh import WhooshEngine
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.sources import found_in
from search.staleness import Freshness
from web import create_app

PAGES = ["/", "/search?q=tide", "/status"]
OLDER = "The articles have changed since the index was made"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "news", ("a.txt", GOOD))


@pytest.fixture
def client(tmp_path: Path, source: Path) -> FlaskClient:
    engine = WhooshEngine(tmp_path / "index")
    renewed(Job(found_in([source]).files, 1_000_000, sources=[source]), engine)
    return create_app(engine=engine).test_client()


def looked(client: FlaskClient) -> str:
    """What a look at the sources tells, once it has ended."""
    freshness: Freshness = client.application.extensions["freshness"]
    deadline = time.monotonic() + 20
    while not freshness.stale() and time.monotonic() < deadline:
        time.sleep(0.01)
    return freshness.stale()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_that_the_index_is_older_than_its_sources(client: FlaskClient, source: Path, path: str) -> None:
    files(source, ("new.txt", GOOD))
    said = looked(client)
    assert said.startswith(OLDER)
    assert said in [note.words for note in visit(client, path).of_class("note")]


@pytest.mark.parametrize("path", PAGES)
def test_it_says_so_in_the_language_of_the_page(client: FlaskClient, source: Path, path: str) -> None:
    files(source, ("new.txt", GOOD))
    assert looked(client)
    answer = client.get(path, headers={"Accept-Language": "de"}).get_data(as_text=True)
    assert "seit der Index gemacht wurde" in answer


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_an_index_that_is_as_its_sources_are_says_nothing(client: FlaskClient, path: str) -> None:
    visit(client, path)  # which has somebody look
    time.sleep(0.3)
    assert visit(client, path).of_class("note") == []


def test_programs_are_told_too_and_what_the_index_is(client: FlaskClient, source: Path) -> None:
    before = client.get("/status.json").json
    assert before is not None
    assert (before["older"], before["without_outlet"], before["without_date"]) == ("", 1, 1)
    assert before["fingerprint"] == client.application.extensions["engine"].edition().fingerprint
    files(source, ("new.txt", GOOD))
    said = looked(client)
    after = client.get("/status.json").json
    assert after is not None
    assert after["older"] == said
