"""Hostile texts on every page, hostile parameters at every address: escaped, well nested, no failure of ours."""

from itertools import chain
from urllib.parse import quote, urlencode

import pytest
from archive import reported, spoken
from flask.testing import FlaskClient
from newsroom import FAILURES, PAGES, client_over
from pages import Page

from search.facets import FACETS

TEXTS = {
    "markup": "</p></main><script>alert(1)</script><!-- & ]]> &amp;",
    "quotes": "\"'`’‘“”«»„ onfocus=alert(1) autofocus=",
    "template": "{{ 7*7 }} {% include 'base.html' %} %(n)s {0} $1",
    "from the right": "\u202eقال الوزير\u202c: „הגשר”\u200f",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 ﷽ 𝔘",
    "long": "x" * 5_000,
    "long words": "tide " * 1_000,
    "marks": "/ ? # % & + ; = : @ ~ \\ | ^ ..",
    "encoded": "%2e%2e%2f %00 %ff &lt; &#x27;",
    "invisible": "a\u200bb\u00adc\u2028d\u2029e\ufefff",
}
NAMES = {name: text[:150] for name, text in TEXTS.items()}
ARTICLES = [
    reported(f"a{n}", NAMES[name], "2024-05-03", spoken(f"tide {text} said", NAMES[name], text), title=f"tide {text}")
    for n, (name, text) in enumerate(TEXTS.items())
]
DATA = (
    *("/search.json", "/search.atom", "/search.csv", "/facet/speaker.json", "/article/ferry.json"),
    *("/speaker/Ann%20Lee.json", "/outlet/Island%20Wire.json", "/kept.json", "/kept.csl", "/kept.ris", "/status.json"),
    *("/suggest.json", "/suggestions", "/opensearch.xml", "/openapi.json", "/healthz", "/article/ferry/source"),
)
NASTY = [
    "",
    "\x00",
    "\ud800",
    "x" * 5_000,
    "-1",
    "0",
    "9" * 30,
    "١",
    "1e3",
    "(",
    '"',
    "~",
    "a~1",
    "..~1",
    "💥",
    "2024-02-30",
]
NAMES_OF = ("q", "from", "to", "sort", "view", "page", "open", "keep", "find", "at", "hit", "theme", "__class__")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The pages of hostile articles."""
    return client_over(tmp_path_factory.mktemp("hostile") / "index", ARTICLES)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The pages of the island press."""
    return client_over(tmp_path_factory.mktemp("press") / "index")


def addresses(name: str, at: int) -> list[str]:
    """Every page on which a text stands."""
    told, place = NAMES[name], f"a{at}~1"
    chosen = urlencode({"q": "tide", "speaker": told, "not-outlet": told, "keep": place})
    return [
        *("/", "/search", f"/search?q=tide&open={place}&keep={place}", f"/search?{chosen}"),
        *("/search?q=tide&view=articles", "/search?q=tide&view=speakers", "/facet/speaker", "/facet/outlet?q=tide"),
        *(f"/article/a{at}", f"/article/a{at}?q=tide&hit=1", f"/kept?keep={place}", "/status"),
        *(f"/{kind}/{quote(told)}" for kind in ("speaker", "outlet")),
    ]


@pytest.mark.parametrize(("at", "name"), list(enumerate(TEXTS)), ids=list(TEXTS))
def test_hostile_texts_are_read_and_change_no_page(hostile: FlaskClient, at: int, name: str) -> None:
    for address in addresses(name, at):
        answer = hostile.get(address)
        page = Page(answer.text, address)
        assert (address, answer.status_code, page.badly_nested) == (address, 200, [])
        assert {tag.attributes.get("src", "")[:8] for tag in page.named("script")} == {"/static/"}
        assert [n for tag in page.tags for n in tag.attributes if n.startswith("on") or n == "autofocus"] == []
        assert "49" not in page.named("title")[0].text


@pytest.mark.parametrize(("at", "name"), list(enumerate(TEXTS)), ids=list(TEXTS))
def test_a_hostile_text_stands_on_its_page_to_the_letter(hostile: FlaskClient, at: int, name: str) -> None:
    page = Page(hostile.get(f"/article/a{at}").text)
    assert page.of_class("text")[0].text == f"tide {TEXTS[name]} said"
    assert page.of_class("said")[0].text == TEXTS[name]
    assert page.of_class("speakers")[0].text.startswith(NAMES[name])


@pytest.mark.parametrize("name", TEXTS)
def test_links_of_hostile_names_lead_to_their_own_pages(hostile: FlaskClient, name: str) -> None:
    listed = Page(hostile.get("/facet/speaker").text, "/facet/speaker")
    (chosen,) = [listed.leads(a) for a in listed.named("a") if a.text == f"{NAMES[name]} 1"]
    results = Page(hostile.get(chosen).text, chosen)
    assert results.by_id("total").words.startswith("1 paragraph in 1 article")
    own = next(results.leads(a) for a in results.named("a") if "/speaker/" in a.attributes["href"])
    assert Page(hostile.get(own).text).named("h1")[0].text == NAMES[name]


@pytest.mark.parametrize(
    "address", [*{a.partition("?")[0]: a for a in chain(PAGES.values(), FAILURES.values())}, *DATA]
)
def test_whatever_is_asked_no_page_fails(press: FlaskClient, address: str) -> None:
    names = [*NAMES_OF, *(before + facet.name for facet in FACETS[:3] for before in ("", "not-"))]
    asked = [f"{address}?{name}={quote(value, errors='surrogatepass')}" for name in names for value in NASTY]
    answers = {each: press.get(each).status_code for each in asked}
    assert {each: code for each, code in answers.items() if code not in {200, 302, 400, 404}} == {}
