"""The outlet by the name that a reader would write, whatever a site's markup calls it."""

import pytest

from search.model import Fact
from search.reading.html.page import page_of
from search.reading.html.parsing import parsed
from search.reading.html.sites import outlet_of


def outlet(
    *, title: str = "", head: str = "", publisher: str = "", url: str = "https://www.lenzcourier.example/a"
) -> Fact[str]:
    node = f'{{"@type": "NewsArticle", "publisher": {{"@type": "Organization", "name": "{publisher}"}}}}'
    script = f'<script type="application/ld+json">{node}</script>' if publisher else ""
    markup = f"<html><head><title>{title}</title>{head}{script}</head><body><p>x</p></body></html>"
    return outlet_of(page_of(*parsed(markup.encode(), "x.html"), url))


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("The Lenz Courier", "The Lenz Courier"),
        ("The Lenz Courier - Home", "The Lenz Courier"),
        ("Lenz Courier | News, sport and weather from all of the north", "Lenz Courier"),
        ("LenzCourier.com", "LenzCourier"),
        ("lenzcourier.example", "Lenzcourier"),
        ("https://www.lenzcourier.example", "Lenzcourier"),
        ("Lenz Courier©", "Lenz Courier"),
        ("Lenz Courier, LLC", "Lenz Courier"),
    ],
)
def test_a_sites_name_is_cleaned(name: str, shown: str) -> None:
    assert outlet(head=site(name)).value == shown


def test_an_agency_that_publishes_is_not_the_outlet_that_carries_it() -> None:
    assert outlet(head=site("Lenz Courier"), publisher="Tarn Wire").value == "Lenz Courier"


def test_an_owner_is_not_the_outlet_where_the_title_names_it() -> None:
    assert outlet(title="Pier closed - The Lenz Courier", publisher="Northern Holdings").value == "The Lenz Courier"


def test_one_name_in_several_forms_is_shown_in_the_best() -> None:
    found = outlet(head=site("lenzcourier"), publisher="LENZ COURIER", title="Pier closed | The Lenz Courier")
    assert (found.value, found.basis) == ("The Lenz Courier", "stated")


def test_a_title_gives_the_outlet_away_and_says_so() -> None:
    assert outlet(title="Pier closed - Lenz Courier") == Fact("Lenz Courier", "inferred", "title: Lenz Courier")


@pytest.mark.parametrize("title", ["码头关闭_新闻_伦茨信使", "码头关闭--文化--伦茨信使", "码头关闭-伦茨信使"])
def test_a_title_in_chinese_is_parted_without_spaces(title: str) -> None:
    assert outlet(title=title).value == "伦茨信使"


def test_a_headline_before_what_is_too_long_for_a_name_is_not_the_outlet() -> None:
    long = "Lenz Courier (The Newspaper of Lenz and of All of the North Since 1871)"
    assert outlet(title=f"Pier closed after a storm - {long}", url="").value is None


def test_a_section_beside_the_address_is_not_the_outlet() -> None:
    assert outlet(title="Pier closed - lenz.example - Denmark", url="https://lenz.example/a").value == "LENZ"


def test_an_address_alone_is_the_last_resort() -> None:
    assert outlet() == Fact("Lenzcourier", "inferred", "lenzcourier.example")
    assert outlet(url="") == Fact()


def test_a_name_in_another_script_is_as_good() -> None:
    assert outlet(head=site("Ленцский курьер"), publisher="Lenz Holdings").value == "Ленцский курьер"
