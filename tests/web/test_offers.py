"""The search box as a combobox, the keys, the search inside a facet, the arrows of the timeline, the copy buttons."""

import re
from collections.abc import Callable

import pytest
from browsing import Desk
from playwright.sync_api import Page, expect


@pytest.fixture
def page(desk: Callable[..., Desk]) -> Page:
    return desk().open("/search?q=bridge&sort=newest")


def typed(page: Page, words: str) -> Page:
    """The page with these words typed, and what is offered for them shown."""
    page.locator("#q").fill("")
    page.locator("#q").press_sequentially(words)
    expect(page.locator("#offers")).to_be_visible()
    return page


def state(page: Page) -> list[str | None]:
    return [page.locator("#q").get_attribute(name) for name in ("role", "aria-expanded", "aria-activedescendant")]


def test_what_is_typed_is_completed_in_a_combobox(page: Page) -> None:
    page.locator("#q").focus()
    expect(page.locator("#q")).to_have_attribute("role", "combobox")
    assert state(page) == ["combobox", "false", None]
    offers = typed(page, "marsh").locator("#offers [role=option]")
    assert state(page) == ["combobox", "true", None]
    assert 1 <= offers.count() <= 8
    expect(offers.first).to_contain_text(re.compile("marsh", re.IGNORECASE))
    assert page.locator("#q").get_attribute("list") is None


def test_arrows_go_round_the_offers_and_the_box(page: Page) -> None:
    offers = typed(page, "the b").locator("#offers [role=option]")
    count = offers.count()
    page.keyboard.press("ArrowDown")
    assert state(page)[2] == "offer-0"
    expect(offers.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert state(page)[2] is None
    page.keyboard.press("ArrowUp")
    assert state(page)[2] == f"offer-{count - 1}"
    page.keyboard.press("ArrowDown")
    assert state(page)[2] is None
    expect(page.locator("#q")).to_be_focused()


def test_a_speaker_that_is_taken_narrows_the_search(page: Page) -> None:
    name = typed(page, "marsh").locator("#offers [role=option] bdi").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text(name)
    expect(page).to_have_url(re.compile(r"\?sort=newest&speaker=[^&]+$"))
    expect(page.locator("#offers")).not_to_be_visible()


def test_a_phrase_that_is_taken_is_searched_for(page: Page) -> None:
    phrase = typed(page, "the bri").locator("#offers [role=option]", has_text="phrase").first
    words = phrase.locator("bdi").inner_text()
    phrase.click()
    expect(page.locator("#q")).to_have_value(words)
    expect(page.locator("#total q")).to_have_text(words)


def test_escape_closes_the_offers_and_leaves_the_words(page: Page) -> None:
    typed(page, "marsh")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#offers")).not_to_be_visible()
    assert state(page) == ["combobox", "false", None]
    expect(page.locator("#q")).to_have_value("marsh")


def test_enter_without_a_choice_searches_for_what_is_typed(page: Page) -> None:
    typed(page, "marsh").keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=marsh&"))


def test_offers_are_gone_where_the_box_is_left(page: Page) -> None:
    typed(page, "marsh").keyboard.press("Tab")
    expect(page.locator("#offers")).not_to_be_visible()


def test_the_box_is_a_combobox_again_after_a_change_in_place(page: Page) -> None:
    page.locator(".sorts a >> text=oldest").click()
    expect(page).to_have_url(re.compile("sort=oldest"))
    typed(page, "marsh")
    assert page.locator("#offers").count() == 1


def test_slash_leads_to_the_box_and_is_a_letter_in_it(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("/")
    page.keyboard.press("j")
    expect(page.locator("#q")).to_have_value("bridge/j")


def test_j_and_k_go_from_hit_to_hit(page: Page) -> None:
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hit").nth(at).locator("a.to")).to_be_focused()
        expect(page.locator(".hit.here")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/article/.*hit=1#"))


def test_j_and_k_go_from_hit_to_hit_in_an_article(desk: Callable[..., Desk]) -> None:
    page = desk().open("/article/2025-06-14-bread-first-brenholm-reopens?q=bridge")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".hit-here").nth(1)).to_be_focused()
    expect(page.locator(".hit-here").nth(1)).to_be_in_viewport()


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".here")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()


@pytest.mark.parametrize("key", ["/", "j", "k", "?"])
def test_where_keys_are_turned_off_they_do_nothing(page: Page, key: str) -> None:
    page.get_by_label("Single-key shortcuts").select_option("off")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html[data-keys=off]")).to_be_attached()
    page.keyboard.press(key)
    expect(page.locator("#q")).not_to_be_focused()
    expect(page.locator(".here, dialog[open]")).to_have_count(0)


def test_a_value_is_looked_for_inside_a_facet(page: Page) -> None:
    box = page.locator("#f-speaker .find input[name=find]")
    rows = page.locator("#f-speaker li")
    before = rows.all_inner_texts()
    box.press_sequentially("marsh")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("Marsh")
    expect(page.locator("#told")).to_have_text("1 value")
    box.fill("")
    expect(rows).to_have_count(len(before))
    assert rows.all_inner_texts() == before
    box.fill("marsh")
    expect(rows).to_have_count(1)
    rows.locator("a.value").click()
    expect(page.locator(".chips")).to_contain_text("Marsh")


def test_the_timeline_is_one_stop_and_arrows_lead_along_it(page: Page) -> None:
    bars = page.locator(".bars a")
    assert bars.evaluate_all("all => all.filter(bar => bar.tabIndex === 0).length") == 1
    bars.first.focus()
    for key, at in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("Home", 0), ("End", bars.count() - 1)):
        page.keyboard.press(key)
        expect(bars.nth(at)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-01&to="))


def test_a_reference_is_copied_to_the_letter(desk: Callable[..., Desk]) -> None:
    page = desk(permissions=["clipboard-read", "clipboard-write"]).open("/search?q=bridge")
    page.get_by_role("link", name="Cite").first.click()
    first = page.locator(".references details").first
    first.get_by_role("button", name="Copy").click()
    expect(first.get_by_role("button")).to_have_text("Copied")
    expect(page.locator("#told")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == first.locator("pre").text_content()


def test_without_scripts_no_button_promises_to_copy(desk: Callable[..., Desk]) -> None:
    page = desk(java_script_enabled=False).open("/search?q=bridge")
    page.get_by_role("link", name="Cite").first.click()
    expect(page.locator(".references pre").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    assert page.locator("#q").get_attribute("list") == "names"
