"""With scripts, results change in place: no new document, history and focus right, the count announced."""

import re
from collections.abc import Callable

import pytest
from browsing import Desk, total, until
from playwright.sync_api import Page, expect

WIDTHS = pytest.mark.parametrize("width", [1280, 390])


@pytest.fixture
def window(desk: Callable[..., Desk]) -> Desk:
    window = desk()
    window.open("/search?q=bridge")
    return window


def outlet(page: Page) -> tuple[str, int]:
    """The first outlet's name and count."""
    row = page.locator("#f-outlet a.value").first
    return row.locator("bdi").inner_text(), int(row.locator(".count").inner_text())


CHANGES = {
    "a value": "#f-outlet a.value >> nth=0",
    "leave out": "#f-outlet .not >> nth=0",
    "order": ".sorts a >> text=newest",
    "view": ".sorts a >> text=speakers",
    "next page": ".pages a[rel=next]",
    "keep": ".hit >> nth=2 >> text=Keep",
    "neighbours": ".hit >> nth=2 >> text=What is around it",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_loads_no_new_document_and_is_announced(window: Desk, change: str) -> None:
    before = window.page.url
    window.page.locator(change).click()
    expect(window.page).not_to_have_url(before)
    expect(window.page.locator("#told")).to_have_text(window.page.locator("#total").inner_text().strip())
    expect(window.page).to_have_title(re.compile("^bridge – On Record$"))
    assert len(window.documents) == 1


def test_the_count_is_announced_in_a_region_that_was_there_before(window: Desk) -> None:
    expect(window.page.locator("#told")).to_have_text("")
    window.page.evaluate("document.getElementById('told').kept = true")
    count = outlet(window.page)[1]
    window.page.locator("#f-outlet a.value").first.click()
    expect(window.page.locator("#told")).to_contain_text(f"{count} paragraph")
    assert window.page.evaluate("document.querySelector('[role=status]').kept")


def test_a_search_from_the_box_changes_the_page_in_place(window: Desk) -> None:
    window.page.locator("#q").fill("ferry")
    window.page.locator("#q").press("Enter")
    expect(window.page).to_have_url(re.compile(r"\?q=ferry$"))
    expect(window.page.locator(".hit mark").first).to_have_text(re.compile("ferr", re.IGNORECASE))
    expect(window.page.locator("#q")).to_be_focused()
    expect(window.page.locator("h1")).to_have_text("Results for ferry")
    assert len(window.documents) == 1


def test_the_focus_stays_on_the_value_that_was_toggled(window: Desk) -> None:
    page = window.page
    name, _ = outlet(page)
    value = page.locator("#f-outlet a.value").first
    value.focus()
    for chosen in (1, 0):
        page.keyboard.press("Enter")
        expect(page.locator("#f-outlet li.on")).to_have_count(chosen)
        expect(page.locator("#f-outlet a.value", has_text=name)).to_be_focused()


def test_the_focus_moves_to_the_results_where_what_had_it_is_gone(window: Desk) -> None:
    page = window.page
    page.locator("#f-outlet a.value").first.click()
    page.locator(".chips a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)
    expect(page.locator("#results")).to_be_focused()


def test_a_facet_that_was_opened_or_closed_stays_so(window: Desk) -> None:
    page = window.page
    page.locator("#f-act summary").click()
    page.locator("#f-speaker summary").click()
    page.locator("#f-outlet a.value").first.click()
    expect(page.locator(".chips")).to_be_visible()
    expect(page.locator("#f-act")).to_have_attribute("open", "")
    expect(page.locator("#f-speaker[open]")).to_have_count(0)


def test_back_and_forward_show_what_was_there(window: Desk) -> None:
    page = window.page
    totals = [total(page)]
    for change in ("#f-outlet a.value >> nth=0", "#f-speaker a.value >> nth=0"):
        expected = int(page.locator(change).locator(".count").inner_text())
        page.locator(change).click()
        expect(page.locator("#total b")).to_have_text(re.compile(f"^{expected} "))
        totals.append(expected)
    addresses = [r"\?q=bridge$", r"\?q=bridge&outlet=[^&]+$", r"\?q=bridge&speaker=[^&]+&outlet=[^&]+$"]
    for there in (1, 0):
        page.go_back()
        expect(page).to_have_url(re.compile(addresses[there]))
        expect(page.locator("#total b")).to_have_text(re.compile(f"^{totals[there]} "))
    for there in (1, 2):
        page.go_forward()
        expect(page).to_have_url(re.compile(addresses[there]))
        expect(page.locator("#total b")).to_have_text(re.compile(f"^{totals[there]} "))
    assert len(window.documents) == 1


def scrolled(page: Page, down: int) -> None:
    page.evaluate(f"scrollTo(0, {down})")
    until(page, f"history.state?.at === {down}")


def test_back_finds_the_place_on_the_page_after_a_change_in_place(window: Desk) -> None:
    page = window.page
    scrolled(page, 700)
    page.locator("#f-outlet a.value").first.evaluate("link => link.click()")
    expect(page.locator(".chips")).to_be_attached()
    page.go_back()
    expect(page.locator(".chips")).to_have_count(0)
    until(page, "scrollY === 700")


def test_back_from_an_article_finds_the_place_among_the_results(window: Desk) -> None:
    page = window.page
    scrolled(page, 900)
    page.locator(".hit a.to").nth(8).evaluate("link => link.click()")
    expect(page.locator("section:target")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".hit").first).to_be_attached()
    until(page, "scrollY === 900")


def test_the_next_page_begins_at_its_top(window: Desk) -> None:
    page = window.page
    page.locator(".pages a[rel=next]").click()
    expect(page.locator("#total")).to_contain_text("page 2 of")
    until(page, "scrollY === 0")


def delayed(page: Page, milliseconds: int) -> None:
    """Have every answer come so much later."""
    page.evaluate(
        "wait => { const own = fetch; window.fetch = (...all) =>"
        " new Promise(done => setTimeout(done, wait)).then(() => own(...all)); }",
        milliseconds,
    )


def test_loading_is_not_told_where_it_is_soon_done(window: Desk) -> None:
    window.page.evaluate(
        "async () => { const text = await (await fetch(location.href)).text();"
        " window.fetch = async () => new Response(text, {headers: {'Content-Type': 'text/html'}});"
        " window.seen = 0; new MutationObserver(all => window.seen += all.filter(one => !one.target.hidden).length)"
        ".observe(document.getElementById('busy'), {attributes: true}); }"
    )
    window.page.locator(".sorts a >> text=newest").click()
    expect(window.page).to_have_url(re.compile("sort=newest"))
    assert window.page.evaluate("window.seen") == 0


def test_loading_is_told_after_a_while_and_no_longer_when_it_is_done(window: Desk) -> None:
    page = window.page
    delayed(page, 1000)
    page.locator(".sorts a >> text=oldest").click()
    page.wait_for_timeout(100)
    expect(page.locator("#busy")).not_to_be_visible()
    expect(page.locator("#busy")).to_be_visible(timeout=900)
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator("#busy")).not_to_be_visible()


def test_of_two_changes_in_a_hurry_the_last_one_counts(window: Desk) -> None:
    page = window.page
    page.evaluate(
        "() => { const own = fetch; let wait = 600; window.fetch = (address, options) => { const mine = wait;"
        " wait = 0; return new Promise(done => setTimeout(done, mine)).then(() => own(address, options)); }; }"
    )
    page.locator(".sorts a >> text=newest").click()
    page.locator(".sorts a >> text=oldest").click()
    expect(page).to_have_url(re.compile("sort=oldest"))
    page.wait_for_timeout(800)
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator(".sorts b").last).to_have_text("oldest")


def test_where_fetching_fails_the_browser_goes_there_itself(window: Desk) -> None:
    window.page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')); }")
    window.page.locator(".sorts a >> text=newest").click()
    expect(window.page).to_have_url(re.compile("sort=newest"))
    expect(window.page.locator(".sorts b").last).to_have_text("newest")
    assert len(window.documents) == 2


def test_an_error_is_shown_in_place_and_the_way_back_leads_out_of_it(window: Desk) -> None:
    page = window.page
    page.locator("#q").fill("(bridge")
    page.locator("#q").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("This search cannot be read")
    window.complaints.clear()  # the browser tells of the 400
    page.go_back()
    expect(page.locator(".hit").first).to_be_visible()


@WIDTHS
def test_a_link_opened_elsewhere_is_left_to_the_browser(desk: Callable[..., Desk], width: int) -> None:
    window = desk(width)
    page = window.open("/search?q=bridge")
    with page.context.expect_page() as other:
        page.locator(".sorts a >> text=newest").click(modifiers=["ControlOrMeta"])
    expect(other.value).to_have_url(re.compile("sort=newest"))
    expect(page).to_have_url(re.compile(r"\?q=bridge$"))
    other.value.close()


def test_choosing_in_the_drawer_of_a_phone_shows_the_results_with_the_focus_on_them(desk: Callable[..., Desk]) -> None:
    page = desk(390).open("/search?q=bridge")
    page.locator(".show-facets").click()
    page.locator("#f-outlet a.value").first.click()
    expect(page.locator(".chips")).to_be_visible()
    expect(page.locator(".facets")).not_to_be_visible()
    expect(page.locator("#results")).to_be_focused()
