"""Feeds of every kind have an article an entry; what XML can do to a reader is refused."""

from datetime import date

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.feeds import articles_of_feed

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://courier.example/</link><language>en-gb</language>
<image><title>Logo</title></image>
<item><title>Tolls &amp;amp; ferries</title><link>https://courier.example/tolls</link>
<pubDate>Fri, 31 May 2024 22:00:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator>
<description>Tolls …</description>
<content:encoded><![CDATA[<p>Tolls &amp; ferries will <a href="/x">fall</a>.</p>
<script>x()</script><p>So they say.</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<updated>2024-06-01T00:00:00Z</updated>
<entry xml:lang="en"><title type="html">Tolls &amp;amp; ferries</title>
<link rel="self" href="https://courier.example/feed"/><link href="https://courier.example/tolls"/>
<published>2024-05-31T10:00:00Z</published><updated>2024-06-01T10:00:00Z</updated><author><name>Ann Lee</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tolls &amp; ferries will <b>fall</b>.</p>
<p>So they say.</p></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Courier</title></channel>
<item><title>Tolls &amp;amp; ferries</title><link>https://courier.example/tolls</link><dc:date>2024-05-31T10:00:00Z</dc:date>
<dc:creator>Ann Lee</dc:creator><dc:language>en</dc:language>
<content:encoded>&lt;p&gt;Tolls &amp;amp; ferries will fall.&lt;/p&gt;&lt;p&gt;So they say.&lt;/p&gt;</content:encoded>
</item></rdf:RDF>"""


def read(text: str | bytes) -> list[Article | ReadError]:
    return list(articles_of_feed(text if isinstance(text, bytes) else text.encode(), "news/courier.xml"))


def rss(*items: str) -> str:
    return (
        f"<rss><channel><title>The Courier</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF], ids=["RSS 2.0", "Atom", "RSS 1.0"])
def test_each_kind_of_feed_says_the_same(feed: str) -> None:
    (one,) = read(feed)
    assert isinstance(one, Article)
    assert (one.id, one.url, one.authors) == ("courier-1", "https://courier.example/tolls", ("Ann Lee",))
    assert (one.title, one.outlet) == (Fact("Tolls & ferries", "stated"), Fact("The Courier", "stated"))
    assert (one.published, one.language) == (Fact(date(2024, 5, 31), "stated"), Fact("en", "stated"))
    assert [p.text for p in one.paragraphs] == ["Tolls & ferries will fall.", "So they say."]
    assert one.notes == ()


def test_an_entry_with_a_summary_alone_says_so_and_one_without_a_text_is_an_error() -> None:
    first, second = read(
        rss(
            "<description>Tolls fall.</description>",
            "<title>Only</title>",
        )
    )
    assert isinstance(first, Article)
    assert first.notes == ("the feed gives only a summary of it",)
    assert str(second) == "news/courier.xml: entry 2 has no text; fetch a feed with full texts"


def test_an_entry_of_a_collection_is_from_its_own_source() -> None:
    (one,) = read(rss('<description>Tolls fall.</description><source url="https://x.example/">Tarn Post</source>'))
    assert isinstance(one, Article)
    assert one.outlet.value == "Tarn Post"


def test_an_address_may_stand_as_what_identifies_an_entry_and_a_strange_one_is_noted() -> None:
    one, two = read(
        rss(
            "<description>Tolls fall.</description><guid>https://courier.example/1</guid>",
            "<description>Tolls fall.</description><link>javascript:x()</link>",
        )
    )
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.url, two.url) == ("https://courier.example/1", "")
    assert "url “javascript:x()” makes no sense" in " ".join(two.notes)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "gb18030", "utf-8"])
def test_the_encoding_that_a_feed_states_is_believed(encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?>' + rss("<description>Мост закрыт.</description>")
    (one,) = read(feed.encode(encoding))
    assert isinstance(one, Article)
    assert one.paragraphs[0].text == "Мост закрыт."


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (BOMB + rss("<description>&b;</description>"), "it defines entities"),
        (OUTSIDE + rss("<description>&x;</description>"), "it defines entities"),
        (rss("<description>&nbsp;</description>"), "is no well-formed feed after entry 0 (undefined entity"),
        ("<rss><channel>", "is no well-formed feed after entry 0"),
        ("<rss><channel></channel></rss>", "this feed has no entries"),
        ("<html></html>", "is XML, but no feed"),
        ("<rss>" + "<a>" * 10_000, "is nested or crowded"),
        (rss("<a/>" * 200_000), "is nested or crowded"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_sentence(feed: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason.replace("(", r"\(")) as caught:
        raise next(one for one in read(feed) if isinstance(one, ReadError))
    assert str(caught.value).startswith("news/courier.xml: ")


def test_entries_before_the_damage_are_read() -> None:
    one, error = read(rss("<description>Tolls fall.</description>", "<description>").removesuffix("</channel></rss>"))
    assert isinstance(one, Article)
    assert "after entry 1" in str(error)


@pytest.mark.parametrize("title", ["The Courier - Latest news", "The Courier | Politics", "World news: The Courier"])
def test_the_part_of_an_outlet_that_a_feed_is_about_is_not_its_name(title: str) -> None:
    item = "<item><title>Tolls</title><description>Tolls fall, the board said.</description></item>"
    (one,) = articles_of_feed(f"<rss><channel><title>{title}</title>{item}</channel></rss>".encode(), "feed.xml")
    assert isinstance(one, Article)
    assert one.outlet.value == "The Courier"
