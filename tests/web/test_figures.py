"""Numbers, shares and days as each language writes them."""

from collections.abc import Callable
from datetime import date

import pytest
from babel import Locale

from search.engines.memory import MemoryEngine
from web import create_app
from web.figures import _number, _percent, day, month, number, percent, short_month

APP = create_app(engine=MemoryEngine())
MAY = date(2024, 5, 3)


def in_german(write: Callable[[], str]) -> str:
    with APP.test_request_context(headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}):
        return write()


FIGURES: list[tuple[Callable[[], str], str, str]] = [
    (lambda: number(1_234_567), "1,234,567", "1.234.567"),
    (lambda: number(0), "0", "0"),
    (lambda: number(-1200), "-1,200", "-1.200"),
    (lambda: number(3.14159, 1), "3.1", "3,1"),
    (lambda: number(1234, 2), "1,234.00", "1.234,00"),
    (lambda: percent(0.5), "50%", "50\xa0%"),
    (lambda: percent(0.1234, 1), "12.3%", "12,3\xa0%"),
    (lambda: day(MAY), "3 May 2024", "3. Mai 2024"),
    (lambda: month(MAY), "May 2024", "Mai 2024"),
    (lambda: short_month(date(2024, 12, 1)), "Dec", "Dez"),
    (lambda: day(date(1, 1, 1)), "1 January 1", "1. Januar 1"),
]


@pytest.mark.parametrize(("write", "english", "german"), FIGURES, ids=[english for _, english, _ in FIGURES])
def test_a_figure_is_written_as_the_language_of_the_page_writes_it(
    write: Callable[[], str], english: str, german: str
) -> None:
    assert (write(), in_german(write)) == (english, german)


def test_one_and_true_and_one_point_nought_do_not_share_what_is_kept() -> None:
    assert (number(1), number(1.5), number(1, 1), number(2.0)) == ("1", "1.5", "1.0", "2")


@pytest.mark.parametrize("locale", ["en_GB", "de", "fr", "es", "pl", "hi", "ar", "fa", "he", "ja", "de_CH", "bn"])
def test_decimals_can_be_asked_for_in_every_language(locale: str) -> None:
    separator = Locale.parse(locale).number_symbols["latn"]["decimal"]
    assert _number(1234.5, 2, locale).endswith(f"{separator}50")
    assert f"12{separator}3" in _percent(0.123, 1, locale)
