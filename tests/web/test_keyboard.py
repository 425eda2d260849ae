"""The keyboard alone is enough: from the box through a facet to an article and back; what has the focus is seen."""

import re
from collections.abc import Callable

import pytest
from browsing import Desk
from playwright.sync_api import expect

Reader = Callable[..., Desk]


def walked(window: Desk, *, drawer: bool) -> None:
    """Search, facet, article and back, by Tab and Enter."""
    page = window.open("/")
    window.tab_to("#q")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=bridge$"))
    for _ in range(drawer):
        open_and_close(window)
    window.tab_to(".facets a.value")
    chosen = page.locator("a.value:focus bdi").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text(chosen)
    window.tab_to(".hit a.to")
    page.keyboard.press("Enter")
    expect(page.locator("section:target")).to_be_in_viewport()
    page.reload()
    window.tab_to(".results-nav a")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text(chosen)
    expect(page.locator(".hit").first).to_be_visible()


def open_and_close(window: Desk) -> None:
    """On a narrow page the facets are a drawer: opened, closed and opened again by the keyboard."""
    page = window.page
    for then in ("close", "stay"):
        expect(page.locator(".facets")).not_to_be_visible()
        page.locator("#main").focus()
        window.tab_to(".show-facets")
        page.keyboard.press("Enter")
        expect(page.locator(".facets")).to_be_visible()
        window.tab_to({"close": ".facets .close", "stay": ".facets details summary"}[then])
        page.keyboard.press({"close": "Enter", "stay": "Tab"}[then])


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    walked(reader(1280), drawer=False)


def test_the_keyboard_alone_is_enough_on_a_phone(reader: Reader) -> None:
    walked(reader(390), drawer=True)


def test_the_first_stop_skips_to_the_content(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    expect(page.locator(".skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize(
    "address", ["/search?q=bridge&part=body", "/article/2025-06-14-ragna-eide-profile?q=bridge", "/"]
)
def test_what_has_the_focus_is_seen_to_have_it(desk: Callable[..., Desk], address: str) -> None:
    page = desk().open(address)
    unseen = page.locator('a:not([tabindex="-1"]), button, summary, select, input:not([type=hidden])').evaluate_all(
        "all => all.filter(e => e.checkVisibility())"
        ".map(e => { e.focus({focusVisible: true}); return [getComputedStyle(e).outlineStyle, e.outerHTML]; })"
    )
    assert len(unseen) > 30
    assert [html for outline, html in unseen if outline != "solid"] == []


def test_what_has_the_focus_is_not_hidden(desk: Callable[..., Desk]) -> None:
    page = desk().open("/article/2025-06-14-ragna-eide-profile")
    link = page.locator(".paragraph .aside > a").first
    link.focus()
    expect(link).to_have_css("opacity", "1")
