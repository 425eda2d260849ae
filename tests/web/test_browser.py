"""A reporter's way through the pages in a real browser, with scripts and without."""

import re
from collections.abc import Callable

from browsing import Desk, total
from playwright.sync_api import Page, expect

Reader = Callable[..., Desk]


def search_for(page: Page, words: str) -> None:
    page.locator("#q").fill(words)
    page.locator(".searchbox button").first.click()


def value(page: Page, facet: str, nth: int = 0, kind: str = "li:not(.on, .off)") -> tuple[str, int]:
    """The words and the count of a value of a facet, that is not chosen."""
    row = page.locator(f"#f-{facet} {kind} a.value").nth(nth)
    return row.locator("bdi").inner_text(), int(row.locator(".count").inner_text())


def test_a_query_is_typed_and_its_words_are_marked(reader: Reader) -> None:
    page = reader().open("/")
    search_for(page, "bridge")
    expect(page).to_have_url(re.compile(r"/search\?q=bridge$"))
    expect(page.locator(".hit").first.locator("mark").first).to_have_text(re.compile("bridge", re.IGNORECASE))
    assert total(page) > 20


def test_a_facet_is_chosen_and_taken_away_by_its_chip(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    before = total(page)
    name, count = value(page, "outlet")
    page.locator("#f-outlet a.value").first.click()
    chip = page.locator(".chips").get_by_role("link", name=name)
    expect(chip).to_be_visible()
    assert total(page) == count < before
    expect(page.locator("#f-outlet li.on bdi")).to_have_text(name)
    chip.click()
    expect(page.locator(".chips")).to_have_count(0)
    assert total(page) == before


def test_a_value_is_left_out_and_taken_in_again(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    before, (name, count) = total(page), value(page, "outlet")
    page.get_by_label(f"Leave out {name}", exact=True).click()
    expect(page.locator("#f-outlet li.off bdi")).to_have_text(name)
    assert total(page) == before - count
    page.get_by_label(f"No longer leave out {name}").click()
    expect(page.locator("#f-outlet li.off")).to_have_count(0)
    assert total(page) == before


def test_two_values_of_a_facet_are_chosen_at_once(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    counts = [value(page, "outlet", nth)[1] for nth in range(2)]
    for chosen in range(2):
        page.locator("#f-outlet li:not(.on) a.value").first.click()
        expect(page.locator("#f-outlet li.on")).to_have_count(chosen + 1)
    assert total(page) == sum(counts)


def test_a_closed_facet_is_opened_and_used(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    expect(page.locator("#f-act a.value").first).not_to_be_visible()
    page.locator("#f-act summary").click()
    name, count = value(page, "act")
    page.locator("#f-act a.value").first.click()
    expect(page.locator(".chips")).to_contain_text(name)
    expect(page.locator("#f-act a.value").first).to_be_visible()
    assert total(page) == count


def test_a_hit_leads_to_its_paragraph_with_the_evidence_and_back(reader: Reader) -> None:
    page = reader().open("/search?q=%22seven+cracks%22+OR+lorry&sort=oldest")
    hit = page.locator(".hit", has=page.locator("h2 a")).last
    words = hit.locator("mark").first.inner_text()
    hit.locator("a.to").click()
    expect(page).to_have_url(re.compile(r"/article/[^?]+\?q=[^#]+&hit=\d+#p\d+$"))
    paragraph = page.locator("section:target")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.locator("mark").first).to_have_text(words)
    evidence = paragraph.locator(".evidence li").first
    expect(evidence).not_to_be_visible()
    paragraph.get_by_text("Why?").click()
    expect(evidence).to_be_visible()
    expect(evidence).to_contain_text("Rule")
    page.get_by_role("link", name="Back to the results").click()
    expect(page).to_have_url(re.compile(r"/search\?q="))
    expect(page.locator(".hit").first).to_be_visible()


def test_from_one_result_the_next_is_reached_without_the_list(reader: Reader) -> None:
    page = reader().open("/search?q=bridge&sort=oldest")
    second = page.locator(".hit a.to").nth(1).get_attribute("href") or ""
    page.locator(".hit a.to").first.click()
    page.get_by_role("link", name="Next result").click()
    expect(page).to_have_url(re.compile(re.escape(second)))
    expect(page.locator("section:target")).to_be_in_viewport()
    page.get_by_role("link", name="Previous result").click()
    expect(page).to_have_url(re.compile(r"hit=1#p\d+$"))


def test_days_narrow_and_the_next_page_follows(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    page.locator("#f-date summary").click()
    page.get_by_label("First day").fill("2024-01-01")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chips")).to_contain_text("1 January 2024")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#total")).to_contain_text("page 2 of")


def test_a_bar_of_the_timeline_leads_to_its_months_and_days_and_back(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    before = total(page)
    page.get_by_role("link", name=re.compile(r"^June 2025: \d+ paragraph")).click()
    expect(page.get_by_role("link", name=re.compile(r"^14 June 2025: "))).to_be_visible()
    expect(page.locator(".chips")).to_contain_text("30 June 2025")
    page.get_by_role("link", name="More time").click()
    expect(page.locator(".chips")).to_contain_text("31 December 2025")
    page.get_by_role("link", name="More time").click()
    expect(page.locator(".chips")).to_have_count(0)
    assert total(page) == before


def test_neighbours_are_opened_in_place(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    hit = page.locator(".hit").nth(3)
    hit.get_by_role("button", name="What is around it").click()
    expect(page.locator(".hit").nth(3).locator(".beside").first).to_be_visible()
    expect(page.locator(".hit").nth(3)).to_be_in_viewport()
    page.locator(".hit").nth(3).get_by_role("link", name="Less around it").click()
    expect(page.locator(".beside")).to_have_count(0)


def test_paragraphs_are_kept_and_cited(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    for kept in range(2):
        page.get_by_role("button", name="Keep", exact=True).first.click()
        expect(page.get_by_role("link", name="Kept", exact=True)).to_have_count(kept + 1)
    page.get_by_role("link", name="2 kept").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 paragraphs kept")
    page.locator(".references").first.get_by_text("BibTeX").click()
    expect(page.locator(".references").first.locator("pre", has_text="@")).to_be_visible()
    page.get_by_role("link", name="Take away").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 paragraph kept")


def test_another_spelling_is_taken(reader: Reader) -> None:
    page = reader().open("/search?q=brigde&sort=oldest")
    page.locator(".meant a").click()
    expect(page).to_have_url(re.compile(r"\?q=bridge&sort=oldest$"))
    expect(page.locator("#q")).to_have_value("bridge")


def test_a_query_that_cannot_be_read_is_mended(desk: Callable[..., Desk]) -> None:
    window = desk(java_script_enabled=False)
    page = window.open("/search?q=%28bridge")
    window.complaints.clear()  # the browser tells of the 400
    page.locator(".empty a").first.click()
    expect(page).to_have_url(re.compile(r"\?q=bridge$"))


def test_all_values_of_a_facet_are_looked_through(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    page.locator("#f-speaker .more").click()
    page.get_by_label("Find a name that begins so").fill("marsh")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".values li")).to_have_count(1)
    page.locator(".values a.value").click()
    expect(page).to_have_url(re.compile("speaker="))


def test_a_speakers_page_has_a_search_of_its_own(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    name = page.locator(".hit h2 a").first.inner_text()
    page.locator(".hit h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.locator("#own-q").fill("bridge")
    page.locator(".own button").click()
    expect(page).to_have_url(re.compile(r"/speaker/[^?]+\?q=bridge$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator("#total")).to_contain_text("for bridge")


def test_colours_are_chosen_and_stay(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html[data-theme=dark]")).to_be_attached()
    expect(page).to_have_url(re.compile(r"/search\?q=bridge$"))
    page.get_by_role("link", name="Help", exact=True).click()
    expect(page.locator("html[data-theme=dark]")).to_be_attached()


def test_the_source_of_an_article_is_shown_as_text(reader: Reader) -> None:
    page = reader().open("/article/2024-12-10-aumer-goes")
    page.get_by_role("link", name="The file as it was read").click()
    expect(page.locator("pre")).to_contain_text("---")


def test_where_the_facets_stand_open_there_is_no_way_to_open_them(reader: Reader) -> None:
    page = reader().open("/search?q=bridge")
    expect(page.locator(".facets")).to_be_visible()
    expect(page.locator(".show-facets")).not_to_be_visible()
    expect(page.locator(".facets .close")).not_to_be_visible()


def test_on_a_phone_the_facets_are_a_drawer(reader: Reader) -> None:
    page = reader(390).open("/search?q=bridge")
    expect(page.locator(".facets")).not_to_be_visible()
    page.locator(".show-facets").click()
    expect(page.locator(".facets")).to_be_visible()
    page.locator(".facets .close").click()
    expect(page.locator(".facets")).not_to_be_visible()
    page.locator(".show-facets").click()
    name, count = value(page, "outlet")
    page.locator("#f-outlet a.value").first.click()
    expect(page.locator(".chips")).to_contain_text(name)
    assert total(page) == count


def test_a_list_is_seen_as_is_its_title(reader: Reader) -> None:
    page = reader().open("/search?q=bridge&view=speakers")
    expect(page.locator(".heard").first).to_be_visible()
    count = int(page.locator(".heard .source").first.inner_text().split()[0])
    page.locator(".heard h2 a").first.click()
    expect(page.locator(".heard")).to_have_count(0)
    assert total(page) == count
