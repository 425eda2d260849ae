"""Every page: that its HTML is sound, that it holds no script, and that its links lead somewhere."""

from pathlib import Path

import pytest
from examples import article, paragraph
from flask.testing import FlaskClient
from newsroom import FAILURES, PAGES, client_over
from pages import Page, visit

ADDRESSES = PAGES | FAILURES
every_page = pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
FIELDS = ("input", "select")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("press") / "index")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_page_is_there(client: FlaskClient, address: str) -> None:
    assert visit(client, address).named("h1")


@pytest.mark.parametrize("address", FAILURES.values(), ids=FAILURES)
def test_every_failure_is_one(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code in {400, 404}


@every_page
def test_the_html_of_every_page_is_sound(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    ids = [tag.attributes["id"] for tag in found.tags if "id" in tag.attributes]
    assert found.badly_nested == []
    assert [tag.attributes.get("lang") for tag in found.named("html")] == ["en"]
    assert len(ids) == len(set(ids))
    assert len(found.named("h1")) == len(found.named("main")) == 1
    assert len([title for title in found.named("title") if title.text.endswith("On Record")]) == 1
    assert all(tag.words or "aria-label" in tag.attributes for tag in found.named("a") + found.named("button"))
    assert all(tag.attributes["href"] for tag in found.named("a"))


@every_page
def test_every_field_has_a_label_and_every_label_a_field(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    fields = [t for name in FIELDS for t in found.named(name) if t.attributes.get("type") != "hidden"]
    labels = [tag.attributes["for"] for tag in found.named("label")]
    unlabelled = {t.attributes["id"] for t in fields if "aria-label" not in t.attributes}
    assert sorted(labels) == sorted(unlabelled)


@every_page
def test_what_an_attribute_names_is_on_the_page(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    ids = {tag.attributes.get("id") for tag in found.tags}
    named = {
        tag.attributes[name] for tag in found.tags for name in ("aria-labelledby", "list") if name in tag.attributes
    }
    inner = {tag.attributes["href"][1:] for tag in found.named("a") if tag.attributes["href"].startswith("#")}
    assert named | inner <= ids


@every_page
def test_no_page_holds_a_script_or_a_style_of_its_own(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    scripts = found.named("script")
    assert [tag for tag in scripts if tag.text or not tag.attributes["src"].startswith("/static/")] == []
    assert all("defer" in tag.attributes for tag in scripts)
    assert found.named("style") == []
    assert [name for tag in found.tags for name in tag.attributes if name == "style" or name.startswith("on")] == []


@every_page
def test_what_a_page_loads_is_there(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    loaded = [tag.attributes["src"] for tag in found.named("script")]
    loaded += [tag.attributes["href"] for tag in found.named("link")]
    assert len(loaded) > 4
    assert {place: client.get(place).status_code for place in loaded} == dict.fromkeys(loaded, 200)


@every_page
def test_every_link_within_the_pages_leads_somewhere(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    within = {link.partition("#")[0] for link in Page(answer.text, address).links() if link.startswith("/")}
    wrong = {link: client.get(link).status_code for link in within - {address}}
    assert within
    assert {link: code for link, code in wrong.items() if code != 200} == {}


@every_page
def test_every_page_ends_the_same_way(client: FlaskClient, address: str) -> None:
    found = Page(client.get(address).text)
    assert [tag.attributes["role"] for tag in found.tags if tag.attributes.get("id") == "told"] == ["status"]
    assert found.by_id("told").text == ""
    assert found.of_class("preferences")[0].attributes["method"] == "post"
    assert "hidden" in found.by_id("busy").attributes


def test_of_two_articles_with_nearly_one_id_each_hit_has_an_anchor_of_its_own(tmp_path: Path) -> None:
    ids = ["a b", "a-b", "a/b", "a_b", "a~b"]
    client = client_over(tmp_path / "index", [article(id, paragraph("The tide.")) for id in ids])
    anchors = [tag.attributes["id"] for tag in visit(client, "/search?q=tide").of_class("hit")]
    assert len(set(anchors)) == len(ids)
