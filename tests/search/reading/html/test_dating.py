"""The day of publication: what a page states, at the outlet's place, or shows in full; never a guess."""

from datetime import date

import pytest

from search.model import Fact
from search.reading.html.addresses import day_in
from search.reading.html.dating import published
from search.reading.html.moments import moment_of
from search.reading.html.page import page_of
from search.reading.html.parsing import parsed
from search.reading.persian import persian_days
from search.reading.written import days_in

TEXT = "<p>The harbour board closed the pier after a long night of storm, it said.</p>"


HEADLINE = "Pier closed after the storm"


def day(head: str = "", body: str = TEXT, url: str = "", headline: str = HEADLINE) -> Fact[date]:
    page = page_of(*parsed(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "x.html"), url)
    return published(page, headline, "en")


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
        ("20240601T003807Z", f"<h1>{HEADLINE}</h1>31 May 2024", "https://tarn.com/pier", date(2024, 5, 31)),
        ("2024-06-01T10:04:04Z", f"<h1>{HEADLINE}</h1>31 May 2024", "https://tarn.com/pier", date(2024, 6, 1)),
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
        ('<time datetime="2024-05-31T10:00:00+02:00">yesterday</time>', date(2024, 5, 31)),
        ('<div class="today">Friday, May 31, 2024</div>', None),
        ('<div class="related-list"><span class="date">31 May 2024</span></div>', None),
        ('<span class="date">31 May 2024</span><span class="date">1 June 2024</span>', None),
        ('<p class="date updated">Updated: 31 May 2024</p>', None),
        ("<footer>© 2024 The Lenz Courier</footer>", None),
        ("<p>It opened in 2019.</p>", None),
    ],
)
def test_without_a_headline_only_what_is_called_a_date_and_is_the_only_one_is_the_articles(
    body: str, shown: date | None
) -> None:
    fact = day(body=f"<article>{body}{TEXT}</article>")
    assert fact.value == shown
    assert (fact.basis, bool(fact.words)) == (("inferred", True) if shown else ("unknown", False))


MENU = "".join(f"<li>Ward {n}</li>" for n in range(30))


@pytest.mark.parametrize(
    ("above", "below", "shown"),
    [
        ("", "<p>By Odd Ruun | 31 May 2024</p>", date(2024, 5, 31)),
        ("<p>31 May 2024</p>", "", date(2024, 5, 31)),
        ("<p>Monday, June 3, 2024</p>", "<p>By Odd Ruun</p><p>31 May 2024</p>", date(2024, 5, 31)),
        ("", "<p>Updated: 2 June 2024</p><p>Published: 31 May 2024</p>", date(2024, 5, 31)),
        ("", "<p>Updated: 31 May 2024</p>", date(2024, 5, 31)),
        ("", "<p>Publié le 31.05.2024, mis à jour le 02.06.2024</p>", date(2024, 5, 31)),
        ("", "<p>Sales (1 June 2024 and later)</p><p class=date>31 May 2024</p>", date(2024, 5, 31)),
        ("", "<script>stamp('2024/05/31 10:00')</script>", date(2024, 5, 31)),
        ("", "<blockquote>swim to work — odd, 31 May 2024</blockquote>", None),
        ("", f"<ul>{MENU}</ul><p>31 May 2024</p>", None),
        (f"<p>31 May 2024</p><ul>{MENU}</ul>", "", None),
        ("", f"<p>On 31 May 2024 the board {'met and ' * 20} parted.</p>", None),
        ("", "<p>04/05/2024</p>", None),
    ],
)
def test_of_the_days_shown_the_one_nearest_to_the_headline_is_the_articles(
    above: str, below: str, shown: date | None
) -> None:
    assert day(body=f"{above}<h1>{HEADLINE}</h1>{below}{TEXT}").value == shown


def test_a_page_that_is_no_article_has_no_day_by_what_it_shows() -> None:
    body = f"<h1>{HEADLINE}</h1><p>31 May 2024</p>"
    assert day(body=body).value == date(2024, 5, 31)
    assert day(body=body, headline="") == Fact()


def test_of_several_days_of_publication_the_first_counts() -> None:
    again = '<meta property="article:published_time" content="2024-06-05">'
    first = '<time itemprop="datePublished" datetime="2024-05-31">'
    assert day(again, first + TEXT).value == date(2024, 5, 31)
    assert day('<meta name="sailing.date" content="2024-05-01">' + again, TEXT).value == date(2024, 6, 5)


@pytest.mark.parametrize(
    "name", ["pubdate", "dc.date.issued", "article:published_time", "posted-on", "date", "dcterms.created"]
)
def test_a_meta_element_is_known_by_what_its_name_says(name: str) -> None:
    assert day(f'<meta name="{name}" content="2024-05-31">').value == date(2024, 5, 31)


@pytest.mark.parametrize(
    "name", ["expires-date", "last-modified", "event_date", "article:modified_time", "updated_time", "publisher"]
)
def test_a_meta_element_of_another_day_tells_no_publication(name: str) -> None:
    assert day(f'<meta name="{name}" content="2024-05-31">') == Fact()


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("27 octobre 2012", "fr", "2012-10-27"),
        ("1 de diciembre de 2017 3:00 AM", "es", "2017-12-01"),
        ("21.dez.2018 às 12h55", "pt", "2018-12-21"),
        ("الأحد، 04 آب/أغسطس 2013", "ar", "2013-08-04"),
        ("2020. április 14. 10:20", "hu", "2020-04-14"),
        ("2020 m. balandžio 14 d.", "lt", "2020-04-14"),
        ("14 січня 2020, 10:12", "uk", "2020-01-14"),
        ("शुक्रवार, 14 अप्रैल 2020", "hi", "2020-04-14"),
        ("21 ม.ค. 2562", "th", "2019-01-21"),
        ("Dec 28 Sat 2013", "zh", "2013-12-28"),
        ("Fri Mar 13 21:30:09 EST 2015", "en", "2015-03-13"),
        ("18-03-08 23:16", "zh", "2018-03-08"),
        ("05/04/2013", "fr", "2013-04-05"),
        ("10.15.15", "en", "2015-10-15"),
        ("3 listopada 2020", "pl", "2020-11-03"),
        ("3 listopada 2020", "hr", "2020-10-03"),
    ],
)
def test_a_day_is_read_in_the_languages_of_the_world(text: str, language: str, iso: str) -> None:
    assert [str(named.day) for named in days_in(text, language)] == [iso]


@pytest.mark.parametrize(
    "text", ["03/04/2020", "3 listopada 2020", "31 June 2020", "11 Tarn 2020", "1.2.3.2020", "May 2020", "12:30:2020"]
)
def test_what_may_be_two_days_or_none_is_none(text: str) -> None:
    assert days_in(text, "en") == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://tarn.example/2024/05/31/pier", date(2024, 5, 31)),
        ("https://tarn.example/2024/5/31/pier", date(2024, 5, 31)),
        ("https://tarn.example/pier-20240531.html", date(2024, 5, 31)),
        ("https://tarn.example/2024/sports/05/31/pier", date(2024, 5, 31)),
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
