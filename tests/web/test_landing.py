"""A link to an original lands on the words, in a real browser: the right ones, where they stand several times."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page, expect

from search.landing import landing
from search.model import Span

FILLER = "<p>The tide came in and the tide went out, and nobody had anything to add.</p>\n" * 60
WORDS = "We will not go"
TWICE = f"“{WORDS},” said Ann Lee, and Odd Ruun agreed: “{WORDS}.”"
MARKS = "So-so, said Eide & Sons, “50% of it”, #1 in the café’s list - or not."
LONG = "Nobody crosses before the last of the cracks is measured, and no vote of the council will change a word of it."

# What the paragraph says, the words that are looked for, as it stands in the page where that differs.
PAGES = {
    "a repeated word": ("The ferry, the ferry and the ferry again", "ferry again", ""),
    "marks": (MARKS, MARKS, ""),
    "a few marks": (MARKS, "So-so", ""),
    "long words": (LONG, LONG, ""),
    "other quotation marks": ("Lee said “We don’t” and left", "We don’t", "Lee said &quot;We don't&quot; and left"),
    "within a link": ("Lee said “We wont” and left", "We wont", 'Lee said “<b>We</b> <a href="#">wont</a>” and left'),
    "a broken line": ("He said no\nnever would he go", "no\nnever would", "He said no<br>never would he go"),
    "hard spaces": (
        "Il dit « Nous n’irons pas » hier",
        "Nous n’irons pas",
        "Il dit «&nbsp;Nous n’irons&nbsp;pas&nbsp;» hier",
    ),
    "Arabic": ("قال الوزير: «لن يفتح الجسر اليوم»، ثم غادر", "لن يفتح الجسر اليوم", ""),
    "Japanese": ("大臣は「橋は開かない」と述べた。", "橋は開かない", ""),
    "Hindi": ("उसने कहा, “पुल नहीं खुलेगा कभी” और गए", "पुल नहीं खुलेगा कभी", ""),
    "Thai": ("เขากล่าวว่า สะพานจะไม่เปิด อีกต่อไป", "สะพานจะไม่เปิด", ""),
}

Landed = Callable[[str, str], Page]


@pytest.fixture(scope="module")
def outlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder, and the address at which an outlet serves it."""
    folder = tmp_path_factory.mktemp("outlet")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Nothing, for a test speaks when it fails."""


@pytest.fixture
def landed(browser: Browser, outlet: tuple[Path, str]) -> Iterator[Landed]:
    """Puts up an article, and a page with a link to it, and clicks the link."""
    folder, site = outlet
    page = browser.new_page(viewport={"width": 900, "height": 600})

    def clicked(article: str, address: str) -> Page:
        link = f'<a rel="noopener noreferrer" href="{escape(site + address)}">to the words</a>'
        for name, body in (("a.html", article), ("link.html", link)):
            (folder / name).write_text(f"<!doctype html><meta charset=utf-8><body>{body}", encoding="utf-8")
        page.goto(f"{site}/link.html")
        page.get_by_role("link").click()
        page.wait_for_url("**/a.html*")
        return page

    yield clicked
    page.close()


def address(text: str, words: str, nth: int = 0) -> str:
    """Where a link leads that is to land on these words, by their n-th place in the paragraph; without the site."""
    start = [n for n in range(len(text)) if text.startswith(words, n)][nth]
    return landing("https://outlet.example/a.html", text, Span(start, start + len(words))).removeprefix(
        "https://outlet.example"
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_link_lands_on_the_words(landed: Landed, name: str) -> None:
    text, words, html = PAGES[name]
    page = landed(f"{FILLER}<p id=words>{html or escape(text)}</p>{FILLER}", address(text, words))
    expect(page.locator("#words")).to_be_in_viewport()
    assert page.evaluate("scrollY") > 600


@pytest.mark.parametrize("nth", [0, 1])
def test_of_words_that_stand_twice_in_a_paragraph_the_right_ones_are_landed_on(landed: Landed, nth: int) -> None:
    spots = [f"<span id=w{n}>{WORDS}</span>" for n in range(2)]
    shown = TWICE.replace(WORDS, "{}", 2).format(*(f"{spot}<br>{'<br>' * 60}" for spot in spots))
    page = landed(f"{FILLER}<p>{shown}</p>{FILLER}", address(TWICE, WORDS, nth))
    expect(page.locator(f"#w{nth}")).to_be_in_viewport()
    expect(page.locator(f"#w{1 - nth}")).not_to_be_in_viewport()


def test_a_few_words_that_stand_in_the_headline_too_are_landed_on_where_they_were_said(landed: Landed) -> None:
    said = "Ann Lee said “No way” at the barrier."
    page = landed(f"<h1>“No way”</h1>{FILLER}<p id=words>{said}</p>{FILLER}", address(said, "No way"))
    expect(page.locator("#words")).to_be_in_viewport()
    expect(page.locator("h1")).not_to_be_in_viewport()


def test_where_the_words_are_gone_the_page_opens_at_its_fragment_or_its_top(landed: Landed) -> None:
    page = landed(f"{FILLER}<p>Nothing of the kind.</p>", address(LONG, LONG))
    expect(page.locator("p").first).to_be_in_viewport()
