"""What a page of results may weigh, and whom it may ask: the budgets that are no matter of time (bench/pages.py)."""

from collections.abc import Callable

import pytest
from browsing import Desk
from flask.testing import FlaskClient
from pages import Page

from bench.corpus import articles
from bench.press import press
from bench.queries import queries
from bench.weights import BUDGET, weights
from search.engines.memory import MemoryEngine
from search.facets import FACETS
from search.query import PAGE_SIZE, Query
from web import create_app

PARAGRAPHS = 2_000  # the facets of so many are as full as those of a million: the page shows the first few values


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The pages of articles in which every facet has several values, and most have many."""
    engine = MemoryEngine()
    engine.build(press(articles(PARAGRAPHS)))
    return create_app(engine=engine).test_client()


@pytest.fixture(scope="module")
def full(client: FlaskClient) -> str:
    """The address of a page with twenty hits, all facets, a timeline and a chip."""
    words = next(asked.typed for asked in queries(PARAGRAPHS) if asked.kind == "common")
    outlet = client.get(Query(words).address("/search.json")).get_json()["facets"]["outlet"][0]["value"]
    return Query(words).toggled("outlet", outlet).address()


def test_a_full_page_of_results_keeps_to_its_budget_of_bytes(client: FlaskClient, full: str) -> None:
    weight = weights(client.get(full).text, lambda address: client.get(address).data)
    assert weight["counted"] <= BUDGET, weight


def test_the_page_that_is_weighed_has_everything_that_weighs(client: FlaskClient, full: str) -> None:
    page = Page(client.get(full).text)
    assert len(page.named("li", "hit")) == PAGE_SIZE
    assert len(page.named("details", "facet")) == len(FACETS)
    weight = weights(client.get(full).text, lambda address: client.get(address).data)
    assert min(weight.values()) > 2_000, weight


def test_every_file_of_a_page_is_weighed(client: FlaskClient, full: str) -> None:
    weight = weights(client.get(full).text, lambda address: b"x")
    assert (weight["css"], weight["js"]) == (1, 1)


def test_nothing_of_a_page_comes_from_another_host(desk: Callable[..., Desk], served: str) -> None:
    opened = desk()
    opened.open("/search?q=bridge")
    opened.page.wait_for_load_state("networkidle")
    assert [asked for asked in opened.asked if not asked.startswith(f"{served}/")] == []
    assert len(opened.asked) <= 4  # the page, its style sheet, its scripts, its icon


def test_no_file_of_a_page_names_another_host(client: FlaskClient, full: str) -> None:
    page = Page(client.get(full).text)
    loaded = [tag.attributes["href"] for tag in page.named("link")]
    loaded += [tag.attributes["src"] for name in ("script", "img", "iframe") for tag in page.named(name)]
    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []
