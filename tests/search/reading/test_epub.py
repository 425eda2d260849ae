"""An e-book is one article, an issue of a paper one for each chapter."""

from datetime import date

import pytest
from bindery import epub, zipped

from search.errors import ReadError
from search.model import Article
from search.reading.epub import articles_of_epub

CONTENTS = "<h1>Contents</h1><p><a href='a'>The quay</a></p><p><a href='b'>Later</a></p><p><a href='c'>Last</a></p>"
QUAY = "<h1>The quay</h1><p>The board voted, said Ann&nbsp;Lee.</p>"
LATER = "<h2>Later</h2><p>Bob Ray said no.</p>"
BOOK = (
    "<dc:title>A harbour</dc:title><dc:creator>Ann Smith</dc:creator><dc:publisher>Tarn Press</dc:publisher>"
    "<dc:date>2024-05-31T00:00:00+00:00</dc:date><dc:language>en-GB</dc:language>"
)


def articles(content: bytes) -> list[Article]:
    found = list(articles_of_epub(content, "books/harbour.epub"))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def test_the_chapters_of_a_book_are_one_article_in_the_order_of_its_spine() -> None:
    (one,) = articles(epub([CONTENTS, QUAY, LATER], metadata=BOOK))
    assert [(p.kind, p.text) for p in one.paragraphs if p.kind != "boilerplate"] == [
        ("heading", "The quay"),
        ("body", "The board voted, said Ann Lee."),
        ("heading", "Later"),
        ("body", "Bob Ray said no."),
    ]
    assert [p.text for p in one.paragraphs if p.kind == "boilerplate"] == ["Contents", "The quay", "Later", "Last"]


def test_a_book_states_what_it_is() -> None:
    (one,) = articles(epub([QUAY], metadata=BOOK))
    assert [(f.value, f.basis) for f in (one.title, one.outlet, one.published, one.language)] == [
        ("A harbour", "stated"),
        ("Tarn Press", "stated"),
        (date(2024, 5, 31), "stated"),
        ("en", "stated"),
    ]
    assert one.authors == ("Ann Smith",)


@pytest.mark.parametrize(
    "says",
    [
        '<meta name="calibre:publication_type" content="periodical:newspaper:The Courier"/>',
        "<dc:type>magazine</dc:type>",
        "<dc:identifier>urn:issn:1234-567X</dc:identifier>",
    ],
)
def test_each_chapter_of_an_issue_is_an_article_of_its_outlet(says: str) -> None:
    title = "<dc:title>The Courier [Fri, 31 May 2024]</dc:title><dc:date>2024-05-31</dc:date>"
    found = articles(epub([CONTENTS, QUAY, LATER], metadata=title + says))
    assert [(one.id, one.title.value, one.outlet.value) for one in found] == [
        ("harbour-2", "The quay", "The Courier"),
        ("harbour-3", "Later", "The Courier"),
    ]
    assert {one.published.value for one in found} == {date(2024, 5, 31)}


def test_a_chapter_that_stands_twice_in_the_spine_is_read_once() -> None:
    spine = '<manifest><item id="a" href="c%200.xhtml"/></manifest><spine>' + '<itemref idref="a"/>' * 50 + "</spine>"
    (one,) = articles(epub([QUAY], more={"text/book.opf": f"<package><metadata/>{spine}</package>"}))
    assert len(one.paragraphs) == 2


def test_a_font_that_is_locked_does_not_lock_the_book() -> None:
    font = '<EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>'
    assert articles(epub([QUAY], more={"META-INF/encryption.xml": font}))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (epub([QUAY], more={"META-INF/encryption.xml": '<EncryptionMethod Algorithm="aes128-cbc"/>'}), "DRM"),
        (epub([""]), "has no text"),
        (epub([CONTENTS], metadata="<dc:type>magazine</dc:type>"), "has no text"),
        (zipped({"a": "b"}), "is no e-book"),
        (epub([QUAY], more={"text/book.opf": "<package"}), "is damaged"),
        (b"It is over.", "is damaged"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(content: bytes, words: str) -> None:
    (error,) = articles_of_epub(content, "books/harbour.epub")
    assert isinstance(error, ReadError)
    assert str(error).startswith("books/harbour.epub: ")
    assert words in str(error)
