"""Figures: numbers, shares and days as the language of the page writes them."""

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal, format_percent

from web.preferences import language

KEPT = 16_384  # written figures; a page shows a few hundred, and the next page many of the same


def number(value: float, decimals: int | None = None) -> str:
    """
    >>> number(1200), number(0.25), number(3, decimals=1)
    ('1,200', '0.25', '3.0')
    """
    return _number(value, decimals, language().locale)


def percent(share: float, decimals: int = 0) -> str:
    """
    >>> percent(0.123), percent(0.123, 1)
    ('12%', '12.3%')
    """
    return _percent(share, decimals, language().locale)


def day(value: date) -> str:
    """
    >>> day(date(2024, 5, 3))
    '3 May 2024'
    """
    return _day(value, language().locale)


def month(value: date) -> str:
    """
    >>> month(date(2024, 5, 3))
    'May 2024'
    """
    return _month(value, language().locale)


def short_month(value: date) -> str:
    """A month where the year stands elsewhere and there is little room.

    >>> short_month(date(2024, 12, 1))
    'Dec'
    """
    return _short_month(value.month, language().locale)


@lru_cache(KEPT)
def _number(value: float, decimals: int | None, locale: str) -> str:
    pattern = None if decimals is None else _with_decimals(Locale.parse(locale).decimal_formats[None].pattern, decimals)
    return format_decimal(value, pattern, locale)


@lru_cache(KEPT)
def _percent(share: float, decimals: int, locale: str) -> str:
    pattern = Locale.parse(locale).percent_formats[None].pattern
    return format_percent(share, _with_decimals(pattern, decimals), locale)


def _with_decimals(pattern: str, decimals: int) -> str:
    """A pattern of Unicode's with so many decimals, none more and none less.

    >>> _with_decimals("#,##0.###", 1), _with_decimals("#,##0 %", 1), _with_decimals("#,##0.###", 0)
    ('#,##0.0', '#,##0.0 %', '#,##0')
    """
    return pattern.replace(".###", "").replace("0", "0." + "0" * decimals if decimals else "0", 1)


@lru_cache(KEPT)
def _day(value: date, locale: str) -> str:
    return format_date(value, "long", locale)


@lru_cache(KEPT)
def _month(value: date, locale: str) -> str:
    return format_skeleton("yMMMM", value, locale=locale)


@lru_cache(KEPT)
def _short_month(number: int, locale: str) -> str:
    return str(get_month_names("abbreviated", "stand-alone", locale)[number])
