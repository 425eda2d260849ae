"""A reporter's way through the pages in a real browser, with scripts and without, by mouse and by keyboard."""

import re
from collections.abc import Callable

import pytest
from browsing import Desk
from playwright.sync_api import Page, expect

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def search_for(page: Page, words: str) -> None:
    page.get_by_label("Search what people said").fill(words)
    page.get_by_role("button", name="Search").click()


def total(page: Page) -> int:
    """How many paragraphs the page says it found."""
    return int((page.get_by_role("status").inner_text()).split()[0])


@with_and_without_scripts
def test_a_query_is_typed_and_its_words_are_marked(desk: Callable[..., Desk], scripts: bool) -> None:
    page = desk(java_script_enabled=scripts).open("/")
    search_for(page, "bridge")
    expect(page).to_have_url(re.compile(r"/search\?q=bridge$"))
    expect(page.locator(".hit").first.locator("mark").first).to_have_text(re.compile("bridge", re.IGNORECASE))
    assert total(page) > 20


@with_and_without_scripts
def test_a_facet_is_chosen_and_taken_away_by_its_chip(desk: Callable[..., Desk], scripts: bool) -> None:
    page = desk(java_script_enabled=scripts).open("/search?q=bridge")
    before = total(page)
    value = page.locator(".facet", has_text="Outlet").locator("a.value").first
    name, count = value.locator(".label").inner_text(), int(value.locator(".count").inner_text().split()[0])
    value.click()
    chip = page.locator(".chips").get_by_role("link", name=name)
    expect(chip).to_be_visible()
    assert total(page) == count < before
    expect(page.locator("a.value.chosen .label")).to_have_text(name)
    chip.click()
    expect(page.locator(".chips")).to_have_count(0)
    assert total(page) == before


@with_and_without_scripts
def test_two_values_of_a_facet_are_chosen_at_once(desk: Callable[..., Desk], scripts: bool) -> None:
    page = desk(java_script_enabled=scripts).open("/search?q=bridge")
    outlets = page.locator(".facet", has_text="Outlet")
    counts = [int(count.split()[0]) for count in outlets.locator(".count").all_inner_texts()[:2]]
    for _ in counts:
        outlets.locator("a.value:not(.chosen)").first.click()
    assert total(page) == sum(counts)


@with_and_without_scripts
def test_a_hit_leads_to_its_paragraph_with_the_evidence_and_back(desk: Callable[..., Desk], scripts: bool) -> None:
    page = desk(java_script_enabled=scripts).open("/search?q=%22seven+cracks%22+OR+lorry&sort=oldest")
    hit = page.locator(".hit", has=page.locator("h2 a")).last
    words = hit.locator("mark").first.inner_text()
    hit.locator(".dateline a").first.click()
    expect(page).to_have_url(re.compile(r"/article/[^?]+\?q=[^#]+#p\d+$"))
    paragraph = page.locator("section:target")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.locator("mark").first).to_have_text(words)
    evidence = paragraph.locator(".evidence li").first
    expect(evidence).not_to_be_visible()
    paragraph.get_by_text("why?").click()
    expect(evidence).to_be_visible()
    expect(evidence).to_contain_text("Rule")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search\?q="))
    expect(page.locator(".hit").first).to_be_visible()


@with_and_without_scripts
def test_days_narrow_and_the_next_page_follows(desk: Callable[..., Desk], scripts: bool) -> None:
    page = desk(java_script_enabled=scripts).open("/search?q=bridge")
    page.get_by_label("First day").fill("2024-01-01")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chips")).to_contain_text("1 January 2024")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("status")).to_contain_text("page 2 of")


def test_the_source_of_an_article_is_shown_as_text(desk: Callable[..., Desk]) -> None:
    page = desk().open("/article/2024-12-10-aumer-goes")
    page.get_by_role("link", name="The file as it was read").click()
    expect(page.locator("pre")).to_contain_text("---")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_alone_is_enough(desk: Callable[..., Desk], width: int) -> None:
    window = desk(width)
    page = window.open("/")
    window.tab_to("#q")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=bridge"))
    {1280: lambda: None, 390: lambda: open_facets(window)}[width]()
    window.tab_to(".facets a.value")
    chosen = page.locator("a.value:focus .label").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text(chosen)
    window.tab_to(".hit .dateline a")
    page.keyboard.press("Enter")
    expect(page.locator("section:target")).to_be_in_viewport()


def open_facets(window: Desk) -> None:
    """On a narrow page the facets are folded away until they are asked for."""
    expect(window.page.locator(".facets")).not_to_be_visible()
    window.tab_to("#show-facets")
    window.page.keyboard.press("Space")
    expect(window.page.locator(".facets")).to_be_visible()


def test_what_has_the_focus_is_seen_to_have_it(desk: Callable[..., Desk]) -> None:
    page = desk().open("/search?q=bridge&part=body")
    outlines = page.locator("a, button, summary, input:not([type=hidden])").evaluate_all(
        "all => all.filter(e => e.checkVisibility())"
        ".map(e => { e.focus({focusVisible: true}); return getComputedStyle(e).outlineStyle; })"
    )
    assert len(outlines) > 50
    assert set(outlines) == {"solid"}


def test_where_the_facets_stand_open_there_is_no_box_to_open_them(desk: Callable[..., Desk]) -> None:
    page = desk(1280).open("/search?q=bridge")
    expect(page.locator(".facets")).to_be_visible()
    expect(page.locator("#show-facets")).not_to_be_visible()
