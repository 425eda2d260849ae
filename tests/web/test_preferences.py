"""A visitor's preferences: one small cookie, a way back to the page, and nothing that can break one."""

from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

import pytest
from flask import render_template
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from pages import Page
from werkzeug.test import TestResponse

from search.engines.memory import MemoryEngine
from web import create_app
from web.choosing import LONGEST, safe
from web.preferences import CHOICES, COOKIE, Preferences

APP = create_app(engine=MemoryEngine())
HOST = "http://localhost"
HOSTILE = [
    "",
    "search",
    "//evil.example",
    "///evil.example",
    r"/\evil.example",
    r"\\evil.example",
    "/a\\b",
    "https://evil.example/",
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "/\t/evil.example",
    "/\n/evil.example",
    "/search\r\nSet-Cookie: a=b",
    "/\x00",
    " //evil.example",
    "\t//evil.example",
    "/é",
    "/\u2028",
    "/" + "x" * LONGEST,
]
preferred = st.builds(Preferences, **{name: st.sampled_from(sorted(known)) for name, known in CHOICES.items()})


@pytest.fixture
def client() -> FlaskClient:
    return APP.test_client()


def send(client: FlaskClient, headers: dict[str, str] | None = None, scheme: str = "http", **form: str) -> TestResponse:
    return client.post("/preferences", data=form, headers=headers, base_url=f"{scheme}://localhost")


def kept(client: FlaskClient) -> Preferences:
    cookie = client.get_cookie(COOKIE)
    return Preferences.of_cookie(cookie.value if cookie else "")


def form(client: FlaskClient, address: str) -> Page:
    """The form as it stands on the page of an address, for this visitor."""
    cookie = client.get_cookie(COOKIE)
    with APP.test_request_context(address, headers={"Cookie": f"{COOKIE}={cookie.value}"} if cookie else {}):
        return Page(render_template("preferences.html"))


def chosen(page: Page) -> list[str]:
    return [option.attributes["value"] for option in page.named("option") if "selected" in option.attributes]


def test_what_is_chosen_is_kept_and_the_page_is_there_again(client: FlaskClient) -> None:
    answer = send(client, theme="dark", language="de", keys="off", next="/search?q=tide#p2")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/search?q=tide#p2")
    assert kept(client) == Preferences("dark", "de", "off")
    assert client.get("/").headers["Content-Language"] == "de"


def test_the_form_shows_what_is_chosen_and_leads_back(client: FlaskClient) -> None:
    assert chosen(form(client, "/")) == ["auto", "", "on"]
    send(client, theme="light", language="de", keys="off")
    page = form(client, "/search?q=%22a+%26+b%22&speaker=Ann%20Lee")
    assert chosen(page) == ["light", "de", "off"]
    (back,) = page.named("input")
    assert back.attributes["value"] == "/search?q=%22a+%26+b%22&speaker=Ann%20Lee"
    assert page.named("button")[0].words == "Speichern"


def test_every_field_of_the_form_has_its_label(client: FlaskClient) -> None:
    page = form(client, "/")
    assert page.badly_nested == []
    fields = [field.attributes["id"] for field in page.named("select")]
    assert [label.attributes["for"] for label in page.named("label")] == fields
    assert len(fields) == len(CHOICES)


def test_one_choice_leaves_the_others_as_they_are(client: FlaskClient) -> None:
    send(client, theme="dark", language="de")
    send(client, keys="off")
    assert kept(client) == Preferences("dark", "de", "off")


def test_a_language_can_be_given_back_to_the_browser(client: FlaskClient) -> None:
    send(client, language="en")
    send(client, language="")
    assert kept(client).language == ""


def test_what_is_no_choice_is_ignored(client: FlaskClient) -> None:
    send(client, theme="neon", language="../../etc", keys="<b>", colour="red", next="/")
    assert kept(client) == Preferences()


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_cookie_is_small_and_nobody_elses(client: FlaskClient, scheme: str, secure: bool) -> None:
    (header,) = send(client, scheme=scheme, theme="dark", language="de", keys="off").headers.getlist("Set-Cookie")
    cookie = SimpleCookie(header)[COOKIE]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"], bool(cookie["secure"])) == (
        "/",
        "Lax",
        True,
        secure,
    )
    assert int(cookie["max-age"]) == 365 * 24 * 3600
    assert cookie["domain"] == ""
    assert len(header) < 250


@pytest.mark.parametrize("address", HOSTILE, ids=ascii)
def test_nobody_is_led_away(client: FlaskClient, address: str) -> None:
    assert send(client, theme="dark", next=address).headers["Location"] == "/"


@given(st.text(alphabet="/\\.:@?#%e \t\n\x00é", max_size=12))
def test_whatever_is_asked_for_the_browser_stays_on_this_host(address: str) -> None:
    there = urlsplit(urljoin(f"{HOST}/preferences", safe(address)))
    assert (there.scheme, there.netloc) == ("http", "localhost")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="?#"), max_size=20), st.text(max_size=20))
def test_every_page_can_be_led_back_to(path: str, words: str) -> None:
    with APP.test_request_context(f"/article/{path}", query_string={"q": words}):
        (back,) = Page(render_template("preferences.html")).named("input")
    assert safe(back.attributes["value"]) == back.attributes["value"]
    with APP.test_request_context(back.attributes["value"]) as there:
        assert there.request.args.get("q", "") == words


@given(preferred)
def test_a_cookie_says_what_was_preferred(preferences: Preferences) -> None:
    assert Preferences.of_cookie(preferences.cookie()) == preferences


@given(st.text(max_size=300))
def test_no_cookie_is_so_strange_that_it_fails(text: str) -> None:
    found = Preferences.of_cookie(text)
    assert all(getattr(found, name) in known for name, known in CHOICES.items())


@pytest.mark.parametrize(
    "value",
    ["%ff%00", "theme=%ff", "=" * 4000, "&;&;", '"\\377', "language=de\x7f", "théme=dark", "language=__class__"],
)
def test_a_page_is_shown_whatever_the_cookie_holds(value: str) -> None:
    client = APP.test_client(use_cookies=False)
    assert client.get("/", headers={"Cookie": f"{COOKIE}={value}"}).headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "https://localhost"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_this_site_is_taken(client: FlaskClient, headers: dict[str, str]) -> None:
    assert send(client, headers, theme="dark").status_code == 303
    assert kept(client).theme == "dark"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:8080"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_a_form_of_another_site_is_not(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = send(client, headers, theme="dark")
    assert answer.status_code == 403
    assert "pages of this site only" in answer.text
    assert client.get_cookie(COOKIE) is None


def test_preferences_are_sent_and_not_read(client: FlaskClient) -> None:
    answer = client.get("/preferences")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_too_much_is_not_taken(client: FlaskClient) -> None:
    assert send(client, theme="x" * 20_000).status_code == 413
