"""Feeds, tables and the browser's own search: they say what the page says, in forms that others read."""

import csv
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from archive import ARCHIVE
from examples import article, paragraph, says
from flask.testing import FlaskClient
from newsroom import client_over, long_article
from pages import visit

from web.feed import ATOM

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1", " \u200b=1", '=HYPERLINK("https://evil.example")']
SEARCHES = [
    "",
    "q=bridge",
    "q=bridge&sort=oldest",
    "q=bridge&speaker=Ann+Lee&not-outlet=Island+Wire",
    "q=bridge&from=2024-05-01&to=2024-05-31",
    "q=bridge&view=articles&page=2",
    "language=ar&language=he",
    "q=zeppelin",
]
each_search = pytest.mark.parametrize("parameters", SEARCHES)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def entries(client: FlaskClient, address: str) -> list[ElementTree.Element]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    return ElementTree.fromstring(answer.data).findall(f"{{{ATOM}}}entry")  # noqa: S314  # our own


def inner(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{{{ATOM}}}{name}") or ""


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="on-record.csv"'
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))


@each_search
def test_a_feed_has_the_newest_paragraphs_of_its_page(client: FlaskClient, parameters: str) -> None:
    only = "&".join(each for each in parameters.split("&") if not each.startswith(("view=", "page=", "sort=")))
    page = visit(client, f"/search?{only}&sort=newest")
    hits = client.get(f"/search.json?{only}&sort=newest").json["hits"]  # type: ignore[index]
    made = entries(client, f"/search.atom?{parameters}")
    assert len(made) == len(page.of_class("hit"))
    assert [inner(entry, "summary") for entry in made] == [hit["text"] for hit in hits]
    links = [entry.findall(f"{{{ATOM}}}link")[0].attrib["href"] for entry in made]
    assert links == [f"http://localhost{hit['href']}" for hit in hits]
    assert all(client.get(urlsplit(link).path).status_code == 200 for link in links)


def test_a_feed_says_which_search_it_is_of(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/search.atom?q=bridge&speaker=Ann+Lee").data)  # noqa: S314  # our own
    links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{{{ATOM}}}link")}
    assert inner(root, "title") == "On Record: bridge"
    assert links["self"] == "http://localhost/search.atom?q=bridge&speaker=Ann+Lee&sort=newest"
    assert links["alternate"] == "http://localhost/search?q=bridge&speaker=Ann+Lee&sort=newest"
    ids = [inner(entry, "id") for entry in root.findall(f"{{{ATOM}}}entry")]
    assert len(set(ids)) == len(ids) == 4


@pytest.mark.parametrize("address", ["/search?q=bridge&speaker=Ann+Lee", "/speaker/Ann%20Lee?q=bridge"])
def test_each_page_of_results_names_its_feed(client: FlaskClient, address: str) -> None:
    (link,) = [t for t in visit(client, address).named("link") if t.attributes["rel"] == "alternate"]
    assert link.attributes["href"] == "/search.atom?q=bridge&speaker=Ann+Lee"
    assert len(entries(client, link.attributes["href"])) == 4


@each_search
def test_a_table_has_every_statement_of_every_paragraph_that_is_found(client: FlaskClient, parameters: str) -> None:
    found = rows(client, f"/search.csv?{parameters}")
    total = client.get(f"/search.json?{parameters}").json["total"]  # type: ignore[index]
    assert len({(row["article"], row["number"]) for row in found}) == len(found) == total


def test_a_table_is_filtered_as_its_page_is(client: FlaskClient) -> None:
    found = rows(client, "/search.csv?q=bridge&outlet=Island+Wire&not-speaker=Odd+Ruun&sort=oldest")
    assert {row["outlet"] for row in found} == {"Island Wire"}
    assert [row["speaker"] for row in found] == ["Ann Lee", "Ida Voss", "unknown", ""]
    assert found[1]["words"] == "No bridge, no bread"
    assert found[0]["act"] == "denied"
    assert all(client.get(urlsplit(row["page"]).path).status_code == 200 for row in found)


def test_a_table_goes_on_beyond_the_pages(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [long_article(10_030)])
    found = rows(client, "/search.csv?q=tide&sort=oldest&page=3")
    assert [row["number"] for row in found] == [str(n) for n in range(1, 10_031)]


@pytest.mark.parametrize("told", FORMULAS)
def test_no_cell_is_a_formula(tmp_path: Path, told: str) -> None:
    said = paragraph(told + " tide", says(told))
    client = client_over(tmp_path / "index", [article("a", said, outlet=told, title=told)])
    cells = [cell for row in rows(client, "/search.csv") for cell in row.values() if cell]
    assert [cell for cell in cells if cell.lstrip(" \t\u200b").startswith(tuple("=+-@＝"))] == []
    assert f"'{told} tide" in cells


def test_the_description_for_browsers_keeps_to_opensearch_1_1(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml", base_url="https://record.example")
    root = ElementTree.fromstring(answer.data)  # noqa: S314  # our own
    assert answer.mimetype == "application/opensearchdescription+xml"
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    assert 0 < len(root.findtext(f"{OPENSEARCH}Description") or "") <= 1024
    assert root.findtext(f"{OPENSEARCH}InputEncoding") == "UTF-8"
    urls = root.findall(f"{OPENSEARCH}Url")
    assert all(url.attrib["template"].startswith("https://record.example/") for url in urls)
    searched = [url for url in urls if url.attrib.get("rel", "results") == "results"]
    assert {"text/html", "application/atom+xml"} <= {url.attrib["type"] for url in searched}
    assert all(url.attrib["template"].count("{searchTerms}") == 1 for url in searched)


def test_where_the_description_points_is_an_answer_of_its_kind(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/opensearch.xml").data)  # noqa: S314  # our own
    for url in root.findall(f"{OPENSEARCH}Url"):
        answer = client.get(url.attrib["template"].replace("{searchTerms}", "bridge+%22stays+shut%22"))
        assert answer.status_code == 200
        assert answer.mimetype in {url.attrib["type"], "application/json"}
    image = root.findtext(f"{OPENSEARCH}Image") or ""
    assert client.get(image).mimetype == "image/svg+xml"


def test_suggestions_are_what_was_typed_and_what_completes_it(client: FlaskClient) -> None:
    typed, words = client.get("/suggestions?q=ann").json  # type: ignore[misc]
    offers = client.get("/suggest.json?q=ann").json
    assert typed == "ann"
    assert words == [offer["text"] for offer in offers]  # type: ignore[union-attr]
    assert words[0] == "Ann Lee"
    assert all(client.get(offer["url"]).status_code == 200 for offer in offers)  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["", " ", "(", '"', "x" * 100, "\x00", "🙂", "<b>", "مريم"])
def test_whatever_is_typed_it_is_no_error(client: FlaskClient, typed: str) -> None:
    for address in ("/suggestions", "/suggest.json"):
        assert client.get(address, query_string={"q": typed}).status_code == 200
