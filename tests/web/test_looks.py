"""What every page keeps to in a real browser: no sideways scrolling, contrast, room for a finger."""

from collections.abc import Callable
from typing import Literal

import pytest
from browsing import SIDEWAYS, Desk, contrast, faint

PAGES = {
    "home": "/",
    "results": "/search?q=bridge&speaker=nobody&speaker=unknown&from=2023-01-01",
    "nothing": "/search?q=zeppelin&outlet=The+Velin+Courier",
    "everything": "/search?page=3",
    "article": "/article/2024-10-08-leaders-debate-transcript?q=bridge",
    "long words": f"/search?q={'x' * 500}",
}
LEAST_CONTRAST = 4.5  # WCAG 2.2, AA, for text of any size
FINGER = 24  # pixels: WCAG 2.2, target size
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


@every_page
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_scrolls_sideways(desk: Callable[..., Desk], address: str, width: int) -> None:
    page = desk(width).open(address)
    assert page.evaluate(SIDEWAYS) == 0
    page.locator("details:not([open]) > summary").evaluate_all("all => all.forEach(one => one.click())")
    page.locator(".show-facets").evaluate_all("all => all.forEach(one => one.click())")
    assert page.evaluate(SIDEWAYS) == 0


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(
    desk: Callable[..., Desk], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = desk(color_scheme=scheme).open(address)
    page.locator("details:not([open]) > summary").evaluate_all("all => all.forEach(one => one.click())")
    assert faint(page, LEAST_CONTRAST) == []


def test_the_two_schemes_are_dark_on_light_and_light_on_dark(desk: Callable[..., Desk]) -> None:
    behind = "getComputedStyle(document.documentElement).backgroundColor"
    light = desk(color_scheme="light").open("/").evaluate(behind)
    dark = desk(color_scheme="dark").open("/").evaluate(behind)
    assert contrast(light, "rgb(0, 0, 0)") > 15
    assert contrast(dark, "rgb(255, 255, 255)") > 15


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("target", [".facets a.value", ".facets summary", ".chips a", ".pages a", ".sorts a", "button"])
def test_what_is_pressed_has_room_for_a_finger(desk: Callable[..., Desk], width: int, target: str) -> None:
    page = desk(width).open("/search?q=bridge&part=body")
    page.locator(".show-facets").evaluate_all("all => all.forEach(one => one.click())")
    boxes = page.locator(target).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
    )
    assert boxes
    assert min(boxes) >= FINGER


def test_colours_are_told_apart_as_the_standard_has_it() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(119, 119, 119)", "rgb(255, 255, 255)") == pytest.approx(4.48, abs=0.01)
