"""Nothing that a file or an address says becomes markup, and every answer says what a browser may do with it."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
from examples import article, paragraph, query_of, says
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import client_over, files
from pages import Page, Tag

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.pipeline import files_in, reindex
from search.settings import Settings
from web import create_app
from web.safety import HEADERS

ATTACK = """</title><script>alert("1")</script><img src=x onerror='alert(1)'>"&amp;'><a href="javascript:alert(1)">"""
ANSWERS = [
    "/",
    "/search?q=ferry",
    "/search.json?q=ferry",
    "/article/ferry",
    "/article/ferry/source",
    "/healthz",
    "/static/page.css",
    "/static/icon.svg",
    "/nowhere",
    "/nowhere.json",
    "/static/nowhere.css",
    "/search?q=(",
    "/search.json?page=0",
    "/search.atom?q=ferry",
    "/search.csv?q=ferry",
    "/opensearch.xml",
    "/openapi.json",
    "/suggest.json?q=an",
    "/suggestions?q=an",
    "/facet/speaker",
    "/facet/speaker.json",
    "/facet/nowhere",
    "/speaker/Ann%20Lee",
    "/speaker/Ann%20Lee.json",
    "/outlet/Island%20Wire",
    "/outlet/Island%20Wire.json",
    "/article/ferry.json",
    "/kept?keep=ferry~2",
    "/kept.json?keep=ferry~2",
    "/kept.bibtex?keep=ferry~2",
    "/kept.nothing",
    "/status",
    "/status.json",
    "/help",
    "/preferences",
]
ENGINE = MemoryEngine()
PAGES = create_app(engine=ENGINE).test_client()
words = st.text(alphabet="<>&\"'/=;:()% abcåß—", min_size=1, max_size=30).map(lambda text: f"x{text}x")


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return client_over(tmp_path / "index")


def told_by(told: str) -> FlaskClient:
    """The pages of an article whose every part says this."""
    said = paragraph(f"ferry {told}", says(told))
    ENGINE.build([article("a", said, outlet=told, published=date(2024, 5, 31), title=told, raw=told)])
    return PAGES


def pages_of(told: str) -> list[Page]:
    """Every page on which something of the article stands, chosen values and all."""
    chosen = query_of("ferry", {"speaker": [told], "outlet": [told]}, kept=("a~1",))
    search = ("/", "/search?q=ferry", chosen.address(), chosen.on_page(2).address(), chosen.address("/article/a"))
    views = [chosen.viewed(view).address() for view in ("articles", "speakers")]
    named = [f"/{kind}/{quote(told)}" for kind in ("speaker", "outlet")]
    facets = [chosen.address(f"/facet/{facet}") for facet in ("speaker", "outlet")]
    opened = [chosen.opening("a~1").address(), chosen.address("/kept"), "/status"]
    client = told_by(told)
    return [Page(client.get(address).text) for address in (*search, *views, *named, *facets, *opened)]


@cache
def shapes_of_plain_words() -> list[list[tuple[str, tuple[str, ...]]]]:
    return [page.shape() for page in pages_of("plain")]


@settings(max_examples=25)  # each reads fourteen pages
@given(words)
def test_whatever_an_article_says_the_tags_of_its_pages_are_those_of_plain_words(told: str) -> None:
    assert [page.shape() for page in pages_of(told)] == shapes_of_plain_words()


def test_an_attack_is_read_as_it_stands() -> None:
    for page in pages_of(ATTACK)[1:3] + pages_of(ATTACK)[4:]:
        assert page.badly_nested == []
        assert ATTACK in page.named("main")[0].text


@given(words)
def test_whatever_is_searched_for_the_page_holds_no_tag_of_it(told: str) -> None:
    client = told_by("plain")
    for name in ("q", "from", "sort", "page", "speaker"):
        page = Page(client.get("/search", query_string={name: told}).text)
        assert page.badly_nested == []
        assert run(page) == []
        assert [name for tag in page.tags for name in tag.attributes if name.startswith("on")] == []


def run(page: Page) -> list[Tag]:
    """What of a page a browser would run or fetch beside our own files: other scripts, images."""
    ours = [
        tag for tag in page.named("script") if tag.attributes.get("src", "").startswith("/static/") and not tag.text
    ]
    return [tag for tag in page.named("script") + page.named("img") if tag not in ours]


def leaves(page: Page) -> list[str]:
    """The links of a page that lead off this host."""
    links = [tag.attributes["href"] for tag in page.named("a")]
    return [link for link in links if not link.startswith(("/", "#", "?")) or link.startswith("//")]


@pytest.mark.parametrize("address", [f"/{ATTACK}", f"/article/{ATTACK}", f"/article/{ATTACK}/source"])
def test_a_page_that_is_not_there_is_named_and_not_run(client: FlaskClient, address: str) -> None:
    page = Page(client.get(address).text)
    assert run(page) == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example"])
@pytest.mark.parametrize("suffix", [".md", ".jsonl"])
def test_an_address_that_is_none_of_the_web_is_never_linked(tmp_path: Path, address: str, suffix: str) -> None:
    line = json.dumps({"id": "a", "url": address, "paragraphs": [{"text": "The ferry sails."}]})
    text = {".md": f"---\nurl: '{address}'\n---\nThe ferry sails.\n", ".jsonl": line}[suffix]
    engine = WhooshEngine(tmp_path / "index")
    reindex(files_in(files(tmp_path / "clippings", (f"a{suffix}", text))), engine, largest=10_000)
    client = create_app(engine=engine).test_client()
    for page in ("/", "/search", "/article/a", "/kept?keep=a~1"):
        assert leaves(Page(client.get(page).text)) == []
    assert client.get("/search.json").json["hits"][0]["url"] is None  # type: ignore[index]


def test_an_article_of_front_matter_markdown_and_html_becomes_no_markup(tmp_path: Path) -> None:
    header = "\n".join(f"{key}: {json.dumps(ATTACK)}" for key in ("title", "outlet", "date", "url", "author"))
    text = f"---\n{header}\n---\n\n{ATTACK}\n\n[tide](javascript:alert(1)) ![x](https://evil.example/x.png)\n"
    engine = WhooshEngine(tmp_path / "index")
    reindex(files_in(files(tmp_path / "clippings", ("a.md", text))), engine, largest=10_000)
    client = create_app(engine=engine).test_client()
    for address in ("/", "/search", "/search?q=tide", "/article/a", "/kept?keep=a~1", "/status", "/facet/outlet"):
        page = Page(client.get(address).text)
        assert page.badly_nested == []
        assert run(page) == []
        assert leaves(page) == []
    assert client.get("/article/a/source").text == text


@pytest.mark.parametrize("address", ANSWERS)
def test_every_answer_carries_the_headers_that_keep_a_browser_safe(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert {name for name in HEADERS if headers.get(name)} == set(HEADERS)
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/", "/search?q=ferry", "/article/ferry"])
def test_a_page_may_run_our_files_alone_and_be_framed_by_nobody(client: FlaskClient, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "connect-src 'self';" in policy
    assert not [word for word in ("unsafe", "*", "http", "data:", "blob:") if word in policy]
    assert all(rule in policy for rule in ("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"))


def test_an_answer_without_an_index_or_to_a_wrong_method_carries_them_too(client: FlaskClient, tmp_path: Path) -> None:
    hollow = create_app(Settings(index=tmp_path / "hollow")).test_client()
    for answer in (hollow.get("/"), hollow.get("/healthz"), client.post("/"), client.head("/")):
        assert {name for name in HEADERS if answer.headers.get(name)} == set(HEADERS)


def test_the_source_of_an_article_is_text_that_runs_nothing(tmp_path: Path) -> None:
    client = client_over(tmp_path / "index", [article("a", paragraph("The tide."), raw=ATTACK)])
    answer = client.get("/article/a/source")
    assert (answer.text, answer.mimetype) == (ATTACK, "text/plain")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
