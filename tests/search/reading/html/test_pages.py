"""A page becomes an article: its text in paragraphs of their kinds, and what it states of itself."""

import re
import tracemalloc
from datetime import date
from time import monotonic

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.errors import ReadError
from search.model import Article
from search.reading.html import articles_of_html

COURIER = (ROOT / "tests" / "data" / "html" / "courier.html").read_bytes()
TEXT = "<p>The harbour board closed the pier on Friday after a long night of storm and rain, it said.</p>"

FURNITURE = (
    "By Odd Ruun",
    "Von Mara Quill",
    "Lire aussi : Le péage du pont augmente encore",
    "Читайте также: Паром больше не ходит",
    "We and our partners use cookies to store what you like.",
    "© 2024 The Lenz Courier",
)


def one(content: bytes, url: str = "") -> Article:
    (article,) = articles_of_html(content, "saved/courier.html", url)
    assert isinstance(article, Article)
    return article


def refused(content: bytes) -> str:
    (error,) = articles_of_html(content, "saved/courier.html")
    assert isinstance(error, ReadError)
    return str(error)


def test_paragraphs_stand_in_order_with_their_kinds_and_without_the_furniture() -> None:
    assert [(p.number, p.kind, p.text[:30]) for p in one(COURIER).paragraphs] == [
        (1, "caption", "The Brenholm bridge, seen from"),
        (2, "body", "The toll on the Brenholm bridg"),
        (3, "body", "“Nobody likes to pay,” said th"),
        (4, "heading", "What drivers say"),
        (5, "body", "Drivers who were asked at the "),
        (6, "body", "• Cars pay four crowns instead"),
        (7, "embed", "I shall swim to work from now "),
        (8, "body", "The county will vote on the ne"),
    ]


def test_the_text_is_normalised_and_keeps_its_spaces_around_links() -> None:
    texts = [p.text for p in one(COURIER).paragraphs]
    assert "the county said on Thursday" in texts[1]
    assert "the county’s treasurer, Ines Holt." in texts[2]
    assert "the first coat alone" in texts[2]
    assert "did not agree, and Ann Lee of the hauliers" in texts[4]


def test_a_post_keeps_the_name_of_who_posted_it() -> None:
    assert one(COURIER).paragraphs[6].text.endswith("swimmer.\n— Odd Ruun (@odd) May 31, 2024")


def test_what_a_page_states_is_stated_with_the_place_it_stands_at() -> None:
    article = one(COURIER)
    assert (article.title.value, article.title.basis) == ("Toll on the Brenholm bridge to rise", "stated")
    assert (article.outlet.value, article.outlet.basis) == ("The Lenz Courier", "stated")
    assert (article.published.value, article.published.basis) == (date(2024, 5, 31), "stated")
    assert article.published.words == "datePublished: 2024-05-31T06:15:00+02:00"
    assert article.authors == ("Mara Quill", "Odd Ruun")
    assert (article.language.value, article.language.basis) == ("en", "stated")


def test_the_text_as_read_is_kept_and_not_the_markup() -> None:
    raw = one(COURIER).raw
    assert raw.startswith("Toll on the Brenholm bridge to rise\nThe Lenz Courier\n2024-05-31\nhttps://www.lenzcourier")
    assert "<" not in raw
    assert all(p.text in raw for p in one(COURIER).paragraphs)


@pytest.mark.parametrize(
    ("link", "url", "address"),
    [
        ("https://tarn.example/pier#top", "", "https://tarn.example/pier"),
        ("/pier", "https://tarn.example/feed?id=1", "https://tarn.example/pier"),
        ("/pier", "", ""),
        ("/pier", "file:///home/pier.html", ""),
        ("javascript:alert(1)", "", ""),
        ("data:text/html,x", "https://tarn.example/pier", "https://tarn.example/pier"),
        ("https://tarn.example/", "https://tarn.example/pier", "https://tarn.example/pier"),
        ("http://[broken", "ftp://tarn.example/pier", ""),
    ],
)
def test_an_address_is_one_of_the_web_or_none(link: str, url: str, address: str) -> None:
    page = f'<html><head><link rel="canonical" href="{link}"></head><body><article>{TEXT * 3}</article></body></html>'
    assert one(page.encode(), url).url == address


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("windows-1251", '<meta charset="windows-1251">'),
        ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">'),
        ("koi8-r", "<meta charset=koi8-r>"),
        ("utf-8", '<meta charset="windows-1251">'),
        ("windows-1251", '<meta charset="utf-8">'),
        ("windows-1251", ""),
        ("koi8-r", ""),
    ],
)
def test_a_page_is_read_in_its_encoding_declared_or_not(encoding: str, declaration: str) -> None:
    text = "Паром больше не ходит, сказала в пятницу начальник порта Инес Хольт, и никто ей не возразил в зале."
    page = f"<html><head>{declaration}<title>Паром</title></head><body><article><p>{text}</p></article></body></html>"
    assert one(page.encode(encoding)).paragraphs[0].text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "轮渡已经停航，港口负责人星期五对记者说，春天以前不会恢复。码头上的人都没有反对。"),
        ("cp932", "渡し船はもう出ないと、港の責任者が金曜日に記者団に語った。会場の誰も反対しなかった。"),
        ("windows-1252", "Die Fähre fährt nicht mehr, sagte die Meisterin am Freitag; für März gebe es keine Pläne."),
    ],
)
def test_a_page_that_declares_nothing_is_told_by_its_letters_whatever_its_tags(encoding: str, text: str) -> None:
    page = f"<html><body><article><div class='lead'><p>{text}</p></div></article></body></html>"
    assert one(page.encode(encoding)).paragraphs[0].text == text


@pytest.mark.parametrize(
    ("stated", "text", "language", "basis"),
    [
        (
            "en",
            "La junta del puerto cerró el muelle el viernes después de una larga noche de lluvia. " * 3,
            "es",
            "inferred",
        ),
        ("es_MX", "La junta del puerto cerró el muelle el viernes después de una larga noche. " * 3, "es", "stated"),
        ("en", "Ferry.", "en", "stated"),
    ],
)
def test_a_language_is_stated_unless_the_text_is_plainly_in_another(
    stated: str, text: str, language: str, basis: str
) -> None:
    page = f'<html lang="{stated}"><body><article><p>{text} The end of it, said nobody.</p></article></body></html>'
    fact = one(page.encode()).language
    assert (fact.value, fact.basis) == (language, basis)


def test_a_standfirst_in_a_box_of_its_own_stands_above_the_text() -> None:
    lines = [
        f"{n} The board has looked at the pier again and found that it cannot be mended by day." for n in "abcdefg"
    ]
    lead = "Nobody may walk on the pier before spring, which the fishermen of Tarn call a scandal and a shame."
    head = f'<meta property="og:description" content="{lead}">'
    body = f'<h3 class="teaser">{lead}</h3><article>{"".join(f"<p>{line}</p>" for line in lines)}</article>'
    page = f"<html><head>{head}</head><body><h1>Pier closed</h1>{body}</body></html>"
    assert [p.text for p in one(page.encode()).paragraphs] == [lead, *lines]


def test_what_a_page_says_of_itself_and_does_not_show_is_no_paragraph() -> None:
    head = f'<meta property="og:description" content="{TEXT[3:-4]}"><meta name="date" content="2024-05-31">'
    article = one(f"<html><head><title>The storm</title>{head}</head><body><img src=a.jpg></body></html>".encode())
    assert [p.text for p in article.paragraphs] == ["The storm"]


def test_a_text_goes_on_below_an_invitation_to_read_on() -> None:
    first, last = (TEXT.replace("Friday", day) for day in ("Monday", "Sunday"))
    page = f"<article>{first}<p>Continue reading the main story</p>{last}</article>"
    assert [p.text for p in one(page.encode()).paragraphs] == [first[3:-4], last[3:-4]]


def test_the_text_tells_of_other_days_than_the_one_of_the_page() -> None:
    text = "<p>LENZ, May 31, 2024 — The harbour board closed the pier, and Mara Quill said that she was sorry.</p>"
    assert one(f"<html><body><article>{text * 2}{TEXT}</article></body></html>".encode()).published.value is None


def test_a_tag_with_a_long_value_is_no_reason_to_refuse_a_page() -> None:
    page = f'<html><body data-words="{"pier " * 2_000}"><article>{TEXT}</article></body></html>'
    assert one(page.encode()).paragraphs[0].text == TEXT[3:-4]


def test_text_that_only_json_ld_has_is_read() -> None:
    text = "\\n".join(f"{n} The board has looked at the pier again and found that it is rotten." for n in "abcdef")
    script = f'{{"@type": "NewsArticle", "headline": "Pier closed", "articleBody": "{text}"}}'
    head = f'<head><script type="application/ld+json">{script}</script></head>'
    page = f"<html>{head}<body><h1>Pier closed</h1></body></html>"
    assert [p.text[0] for p in one(page.encode()).paragraphs] == list("abcdef")


def test_a_page_of_pictures_is_its_headline_and_says_so() -> None:
    head = '<title>The storm in pictures</title><meta property="article:published_time" content="2024-05-31">'
    article = one(f"<html><head>{head}</head><body><a href='/'>Home</a><img src=a.jpg></body></html>".encode())
    assert [(p.kind, p.text) for p in article.paragraphs] == [("heading", "The storm in pictures")]
    assert article.notes == ("the page shows no text; its headline alone was read",)


def test_bylines_teasers_and_cookies_of_many_languages_are_no_paragraphs() -> None:
    page = "<article>" + "".join(f"{TEXT}<p>{line}</p>" for line in FURNITURE) + TEXT.replace("Friday", "Monday")
    assert {p.text.split()[1] for p in one(page.encode()).paragraphs} == {"harbour"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty; remove it"),
        (b" \n ", "is empty; remove it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "holds binary data"),
        (b"Just a line of text, and no page.", "holds no HTML"),
        (b"<html><head><title>Menu</title></head><body><a href='/'>Home</a></body></html>", "shows no article"),
        (b"<!-- nothing -->", "; "),
        (b"<div>" * 100_000 + TEXT.encode(), "tags, more than an article"),
        (b"<p>" + b"word " * 400_000 + b"</p>", "characters, more than an article"),
        (b"<p " + b"a=b " * 50_000 + b">" + TEXT.encode(), "attributes"),
    ],
)
def test_what_is_no_article_is_an_error_that_names_the_file_and_what_to_do(content: bytes, told: str) -> None:
    sentence = refused(content)
    assert sentence.startswith("saved/courier.html: ")
    assert told in sentence
    assert "; " in sentence


@pytest.mark.parametrize(
    "content",
    [
        b"<script type='application/ld+json'>" + b"[" * 500_000,
        b"<p>" + b"<i>a</i> " * 9_000,
        b"<blockquote class='twitter-tweet'>a post of few words</blockquote>" * 9_000,
        b"<p>12 Mai 7 um</p>" * 9_000,
        b"<" * 380_000,
        b"<html " + b'class="' * 200_000,
    ],
)
def test_a_hostile_page_takes_seconds_and_bounded_memory(content: bytes) -> None:
    tracemalloc.start()
    began = monotonic()
    answers = list(articles_of_html(content, "x.html"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(answers) == 1
    assert monotonic() - began < 20  # the first page of a process loads the languages; tracing doubles it all
    assert peak < 200_000_000


PIECES = [
    *("<p>", "</p>", "<div itemprop=articleBody>", "</div>", "<h1>", "<title>", " | ", "<table><tr><td>", "<li>"),
    *(
        "<script type='application/ld+json'>",
        '{"@type":"NewsArticle","datePublished":"',
        '"author":[{"name":',
        "</script>",
    ),
    *("2024-05-31", "۱۳۹۹/۱۳/۴۰", "<time datetime=", "<!--", "-->", "<a href='", "http://[x", "'>", "&#0;", "&nbsp;"),
    *("<blockquote class=twitter-tweet>", "<meta property=og:site_name content='", "<base href='//'>", "\ufeff"),
    "The ferry is late. ",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["", "https://tarn.example/a", "x:"])
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_pieces_make_an_article_or_an_error(markup: str, url: str) -> None:
    (answer,) = articles_of_html(markup.encode(), "x.html", url)
    assert isinstance(answer, Article | ReadError)


@given(
    st.integers(0, len(COURIER)), st.lists(st.tuples(st.integers(0, len(COURIER) - 1), st.integers(0, 7)), max_size=20)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_page_cut_short_or_with_flipped_bits_makes_an_article_or_an_error(
    length: int, flips: list[tuple[int, int]]
) -> None:
    damaged = bytearray(COURIER)
    for place, bit in flips:
        damaged[place] ^= 1 << bit
    (answer,) = articles_of_html(bytes(damaged[:length]), "x.html")
    assert isinstance(answer, Article | ReadError)
    assert re.fullmatch(r"(?:https?://\S+)?", getattr(answer, "url", ""))
