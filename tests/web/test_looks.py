"""What every page keeps to in a real browser: no sideways scrolling, contrast, room for a finger."""

from collections.abc import Callable
from typing import Literal

import pytest
from browsing import SIDEWAYS, Desk, contrast, faint
from playwright.sync_api import Page, expect

PAGES = {
    "home": "/",
    "results": "/search?q=bridge&speaker=nobody&speaker=unknown&not-outlet=Straits+Wire&from=2023-01-01&keep=ar~1",
    "opened": "/search?q=bridge&open=wire-004~16",
    "speakers": "/search?q=bridge&view=speakers",
    "nothing": "/search?q=zeppelin&outlet=The+Velin+Courier",
    "everything": "/search?page=3",
    "article": "/article/2024-10-08-leaders-debate-transcript?q=bridge&hit=2",
    "from the right": "/search?language=ar&language=he",
    "facet": "/facet/speaker",
    "speaker": "/speaker/Denny%20Marsh",
    "kept": "/kept?keep=wire-004~16&keep=wire-002~24",
    "status": "/status",
    "help": "/help",
    "long words": f"/search?q={'x' * 500}",
}
LEAST_CONTRAST = 4.5  # WCAG 2.2, AA, for text of any size
FINGER = 24  # pixels: WCAG 2.2, target size
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


def unfold(page: Page) -> None:
    """Open all that can be opened, the drawer of a phone as well."""
    page.locator("details:not([open])").evaluate_all("all => all.forEach(one => one.open = true)")
    page.locator(".show-facets").evaluate_all("all => all.forEach(one => one.checkVisibility() && one.click())")


@every_page
@pytest.mark.parametrize(("width", "scale"), [(1280, 1), (640, 2), (390, 1), (320, 1)])
def test_no_page_scrolls_sideways(desk: Callable[..., Desk], address: str, width: int, scale: int) -> None:
    """640 pixels at two to one are what a window of 1280 shows at 200 %, 320 what it shows at 400 %."""
    page = desk(width, device_scale_factor=scale).open(address)
    assert page.evaluate(SIDEWAYS) == 0
    unfold(page)
    assert page.evaluate(SIDEWAYS) == 0


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(
    desk: Callable[..., Desk], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = desk(color_scheme=scheme).open(address)
    unfold(page)
    assert faint(page, LEAST_CONTRAST) == []


def test_the_two_schemes_are_dark_on_light_and_light_on_dark(desk: Callable[..., Desk]) -> None:
    behind = "getComputedStyle(document.documentElement).backgroundColor"
    light = desk(color_scheme="light").open("/").evaluate(behind)
    dark = desk(color_scheme="dark").open("/").evaluate(behind)
    assert contrast(light, "rgb(0, 0, 0)") > 15
    assert contrast(dark, "rgb(255, 255, 255)") > 15


# What is pressed, but for links within a sentence, which need no room of their own.
TARGETS = "a:not(p a, .skip), button, summary, select, input:not([type=hidden]), .about a, .sorts a, .takes a"
SMALL = """all => all.filter(e => e.checkVisibility())
  .map(e => [e.getBoundingClientRect(), e.outerHTML]).filter(([box]) => Math.min(box.width, box.height) < 23.99)
  .map(([box, html]) => [box.width, box.height, html])"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "address", [PAGES[name] for name in ("results", "facet", "speaker", "article", "kept", "home")]
)
def test_what_is_pressed_has_room_for_a_finger(desk: Callable[..., Desk], width: int, address: str) -> None:
    page = desk(width).open(address)
    unfold(page)
    assert page.locator(TARGETS).count() > 10
    assert page.locator(TARGETS).evaluate_all(SMALL) == []


MOVING = """() => [...document.querySelectorAll("*")].map(e => getComputedStyle(e))
  .filter(s => s.animationName !== "none" || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === "smooth")
  .length"""


def test_nothing_moves_for_who_wants_nothing_to_move(desk: Callable[..., Desk]) -> None:
    assert desk().open("/search?q=bridge").evaluate(MOVING) == 0


TEXTS = {"Arabic": ("ar", "صحيفة الجزيرة", "الجسر"), "Hebrew": ("he", "עיתון האי", "הגשר")}
STANDS = "e => [getComputedStyle(e).direction, e.lang, getComputedStyle(e).unicodeBidi]"


@pytest.mark.parametrize(("code", "outlet", "word"), TEXTS.values(), ids=TEXTS)
def test_what_is_written_from_the_right_is_set_so_and_marked(
    desk: Callable[..., Desk], code: str, outlet: str, word: str
) -> None:
    page = desk().open(f"/search?q={word}&language={code}")
    snippet = page.locator(".snippet").last
    assert snippet.evaluate(STANDS)[:2] == ["rtl", code]
    expect(page.locator(".hit").first.locator("mark").first).to_contain_text(word)
    expect(page.locator(".hit .source bdi").first).to_have_text(outlet)
    assert page.locator(".hit .source bdi").first.evaluate(STANDS)[2] == "isolate"
    page.locator(".hit a.to").last.click()
    assert page.locator("section:target .text").evaluate(STANDS)[:2] == ["rtl", code]
    assert page.locator("h1").evaluate(STANDS)[:2] == ["rtl", code]
    expect(page.locator("section:target mark").first).to_contain_text(word)
    assert page.locator("html").get_attribute("dir") == "ltr"


def test_the_box_writes_from_the_side_of_what_is_typed(desk: Callable[..., Desk]) -> None:
    box = desk().open("/search?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1").locator("#q")
    assert box.evaluate(STANDS)[0] == "rtl"
    box.fill("bridge")
    assert box.evaluate(STANDS)[0] == "ltr"


def test_colours_are_told_apart_as_the_standard_has_it() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(119, 119, 119)", "rgb(255, 255, 255)") == pytest.approx(4.48, abs=0.01)
