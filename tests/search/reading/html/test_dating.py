"""The day of publication: what a page states, at the outlet's place, or shows in full; never a guess."""

from datetime import date

import pytest

from search.model import Fact
from search.reading.html.dating import published
from search.reading.html.moments import moment_of
from search.reading.html.page import page_of
from search.reading.html.parsing import parsed
from search.reading.html.persian import persian_days
from search.reading.html.zones import day_in

TEXT = "<p>The harbour board closed the pier after a long night of storm, it said.</p>"


def day(head: str = "", body: str = TEXT, url: str = "") -> Fact[date]:
    return published(page_of(*parsed(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "x.html"), url))


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_a_modified_day_is_no_publication() -> None:
    stated = '<meta property="article:modified_time" content="2024-05-31">'
    head = stated + '<meta http-equiv="last-modified" content="2024-05-31">'
    assert day(head + linked('{"@type": "NewsArticle", "dateModified": "2024-05-31"}')) == Fact()


def test_a_wikis_page_is_of_the_day_of_its_last_revision() -> None:
    dates = linked('{"@type": "Article", "datePublished": "2005-07-26", "dateModified": "2020-04-07"}')
    assert day(dates).value == date(2005, 7, 26)
    assert day('<meta name="generator" content="MediaWiki 1.33">' + dates).value == date(2020, 4, 7)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "datePublished": "2024-05-31T10:00:00+02:00",}',
        '<!-- [{"@type": ["Report", "Thing"], "datePublished": "2024-05-31"}] -->',
        '[{"@type": "WebPage", "datePublished": "2001-01-01"}, {"@type": "Article", "datePublished": "2024-05-31"}]',
        '{"@type": "NewsArticle", "headline": "Late" "datePublished": "2024-05-31T10:00"}',
    ],
)
def test_json_ld_is_read_as_pages_write_it(script: str) -> None:
    assert day(linked(script)).value == date(2024, 5, 31)


@pytest.mark.parametrize(
    ("moment", "body", "url", "local"),
    [
        ("2024-05-31T23:15:00Z", "", "https://tarn.it/pier", date(2024, 6, 1)),
        ("2024-06-01T00:23:33.312Z", "", "https://tarn.ca/pier", date(2024, 5, 31)),
        (
            "2024-06-01T02:54:29.000Z",
            "<i>Fri, 31 May 2024 23:00:00 -0400</i>",
            "https://tarn.com/pier",
            date(2024, 5, 31),
        ),
        ("20240601T003807Z", "", "https://tarn.com/news/20240531/pier", date(2024, 5, 31)),
        ("2024-06-01T10:04:04Z", "", "https://tarn.com/2024/05/31/pier", date(2024, 6, 1)),
        ("2024-06-01T00:16:15+03:00", "", "https://tarn.ru/pier", date(2024, 6, 1)),
        ("2024-05-31T23:15:00Z", "", "https://tarn.example/pier", date(2024, 5, 31)),
        ("2024-05-31T23:15:00Z", "", "https://tarn.tv/pier", date(2024, 5, 31)),
    ],
)
def test_a_time_in_utc_is_of_the_day_at_the_outlets_place(moment: str, body: str, url: str, local: date) -> None:
    assert day(f'<meta property="article:published_time" content="{moment}">', body + TEXT, url).value == local


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("2024-05-31", date(2024, 5, 31)),
        ("2024-05-31|00h23", date(2024, 5, 31)),
        ("31.05.2024 10:00", date(2024, 5, 31)),
        ("05/31/2024", date(2024, 5, 31)),
        ("04/05/2024", None),
        ("Fri, 31 May 2024 23:00:00 GMT", date(2024, 5, 31)),
        ("Fri, May 31 2024 10:01:41 EDT", date(2024, 5, 31)),
        ("2024年5月31日", date(2024, 5, 31)),
        ("۱۴۰۳/۰۳/۱۱ - ۱۸:۵۹", date(2024, 5, 31)),
        ("1717151400", date(2024, 5, 31)),
        ("2024-02-30", None),
        ("0001-01-01", None),
        ("yesterday", None),
    ],
)
def test_a_moment_is_read_in_any_usual_form_and_one_of_two_meanings_in_none(text: str, stated: date | None) -> None:
    moment = moment_of(text)
    assert (moment.day if moment else None) == stated


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<div class="post-date">31 May 2024</div>', date(2024, 5, 31)),
        ('<span class="stamp-time">2024年05月31日</span>', date(2024, 5, 31)),
        ("<p><time>Freitag, 31. Mai 2024</time></p>", date(2024, 5, 31)),
        ('<div class="today">Friday, May 31, 2024</div>', None),
        ('<div class="related-list"><span class="date">31 May 2024</span></div>', None),
        ('<p class="date updated">Updated: 31 May 2024</p>', None),
        ("<footer>© 2024 The Lenz Courier</footer>", None),
        ("<p>It opened in 2019.</p>", None),
    ],
)
def test_a_day_is_inferred_only_where_the_page_shows_it_in_full(body: str, shown: date | None) -> None:
    fact = day(body=f"<article>{body}{TEXT}</article>")
    assert fact.value == shown
    assert (fact.basis, bool(fact.words)) == (("inferred", True) if shown else ("unknown", False))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://tarn.example/2024/05/31/pier", date(2024, 5, 31)),
        ("https://tarn.example/2024/5/31/pier", date(2024, 5, 31)),
        ("https://tarn.example/pier-20240531.html", date(2024, 5, 31)),
        ("https://tarn.example/2024/05/pier", None),
        ("https://tarn.example/20240531/of-20230101", None),
        ("https://tarn.example/id/120240531123456", None),
        ("https://tarn.example/2024/13/41/pier", None),
    ],
)
def test_an_address_tells_one_day_or_none(address: str, told: date | None) -> None:
    assert day_in(address) == told


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1 فروردین 1403", "2024-03-20"),
        ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("1357/11/22", "1979-02-11"),
        ("29 اسفند 1402", "2024-03-19"),
    ],
)
def test_a_persian_day_is_the_same_day(text: str, iso: str) -> None:
    assert [found.isoformat() for found, _ in persian_days(text)] == [iso]


def test_a_persian_year_that_is_not_a_leap_year_has_no_thirtieth_of_esfand() -> None:
    assert list(persian_days("30 اسفند 1402")) == []
