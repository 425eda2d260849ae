"""axe-core finds nothing on any kind of page: in light and dark, wide and narrow; and nothing shifts while it loads."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Desk

PAGES = {
    "home": "/",
    "results": "/search?q=bridge&speaker=nobody&not-outlet=Karsholt+Tribune&from=2023-01-01&keep=wire-004~16",
    "opened": "/search?q=bridge&open=wire-004~16&sort=newest",
    "articles": "/search?q=bridge&view=articles",
    "speakers": "/search?q=bridge&view=speakers",
    "another spelling": "/search?q=brigdes",
    "nothing": "/search?q=zeppelin&outlet=The+Velin+Courier",
    "past the last": "/search?q=bridge&page=400",
    "article": "/article/2024-10-08-leaders-debate-transcript?q=bridge&hit=2",
    "Arabic article": "/article/ar",
    "Arabic results": "/search?language=ar&language=he",
    "facet": "/facet/speaker?q=bridge",
    "speaker": "/speaker/Denny%20Marsh",
    "outlet": "/outlet/Straits%20Wire",
    "kept": "/kept?keep=wire-004~16&keep=wire-002~24&keep=gone~1",
    "status": "/status",
    "help": "/help",
    "failure": "/nowhere",
    "unreadable": "/search?q=%28bridge",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)

# How much of the page has moved while it was loaded, after the standard of Layout Instability.
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(all => all.getEntries().forEach(one => sum += one.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 250);
})"""


def faults(window: Desk) -> list[tuple[str, list[Any]]]:
    """What axe-core finds wrong, by rule and place."""
    found = Axe().run(window.page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found.response["violations"]]


def unfolded(window: Desk) -> None:
    """Open all that can be opened."""
    window.page.locator("details:not([open])").evaluate_all("all => all.forEach(one => one.open = true)")


@every_page
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)])
def test_axe_finds_nothing(
    desk: Callable[..., Desk], address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    window = desk(width, color_scheme=scheme)
    window.open(address)
    unfolded(window)
    assert faults(window) == []
    window.complaints.clear()  # a browser tells of an answer that is no 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_is_opened(
    desk: Callable[..., Desk], scheme: Literal["light", "dark"]
) -> None:
    window = desk(390, color_scheme=scheme)
    page = window.open("/search?q=bridge")
    page.locator("#q").fill("")
    page.locator("#q").press_sequentially("marsh")
    page.locator("#offers [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert faults(window) == []
    page.keyboard.press("Escape")
    page.locator(".show-facets").click()
    unfolded(window)
    assert faults(window) == []
    page.goto("/help")
    page.keyboard.press("?")
    assert faults(window) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", [PAGES["results"], PAGES["home"], PAGES["article"], PAGES["speakers"]])
def test_nothing_moves_while_a_page_is_loaded(desk: Callable[..., Desk], address: str, width: int) -> None:
    assert desk(width).open(address).evaluate(SHIFT) < 0.01
