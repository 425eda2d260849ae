"""Feeds: what readers of Atom need is there, an entry's id never changes, and no text becomes markup."""

import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

from examples import article, paragraph, says
from hypothesis import given
from hypothesis import strategies as st

from search.model import Fact
from search.results import Hit
from web.entries import entry_of
from web.feed import ATOM, Entry, Feed, atom, id_of, id_of_search, moment

BASE = "https://record.example:8443/"
BUILT = "2026-11-28T06:00:00+00:00"
NOW = datetime(2026, 11, 28, 6, tzinfo=UTC)
HOSTILE = "</title><script>alert(1)</script> & ]]> “so” <!-- \x00\x0b\ud800\ufffe"
SEEN = "</title><script>alert(1)</script> & ]]> “so” <!-- "

texts = st.text(alphabet="<>&\"'/=a ]![-\x00\x08\x0b\ud800\ufffe\uffffé🙂", max_size=30)
ids = st.tuples(st.text(max_size=12), st.integers(1, 99))


def feed(*entries: Entry, title: str = "Ferry") -> Feed:
    return Feed("tag:a.example,2026:x", title, f"{BASE}search.atom?q=a&b=c", f"{BASE}search?q=a&b=c", NOW, entries)


def entry(text: str = "Ann Lee: Ferry", **rest: str) -> Entry:
    return Entry("tag:a.example,2026:y", text, NOW, f"{BASE}article/a#p1", authors=(text,), **rest)


def read(made: Feed) -> ElementTree.Element:
    return ElementTree.fromstring(atom(made))  # noqa: S314  # our own


def child(element: ElementTree.Element, name: str) -> ElementTree.Element:
    found = element.find(f"{{{ATOM}}}{name}")
    assert found is not None, name
    return found


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in element.findall(f"{{{ATOM}}}link")}


def hit(published: date | None = date(2024, 5, 31), title: str = "The last ferry", outlet: str = "The Post") -> Hit:
    whole = article(
        "2024/Day 9",
        paragraph("“We stay,” said Ann Lee.", says("Ann Lee")),
        published=published,
        title=title,
        outlet=outlet,
    )
    return Hit(whole, whole.paragraphs[0])


def test_a_feed_says_what_it_is_and_where() -> None:
    root = read(feed())
    assert root.tag == f"{{{ATOM}}}feed"
    assert [child(root, name).text for name in ("id", "title", "updated")] == [
        "tag:a.example,2026:x",
        "Ferry",
        "2026-11-28T06:00:00Z",
    ]
    assert links(root) == {"self": f"{BASE}search.atom?q=a&b=c", "alternate": f"{BASE}search?q=a&b=c"}
    assert child(child(root, "author"), "name").text == "On Record"
    assert atom(feed()).startswith(b"<?xml version='1.0' encoding='utf-8'?>")


def test_an_entry_has_all_that_atom_asks_for_and_what_it_was_given() -> None:
    root = read(feed(entry(summary="words", content="<p>&lt;words&gt;</p>", original="https://post.example/a")))
    made = child(root, "entry")
    assert child(made, "updated").text == "2026-11-28T06:00:00Z"
    assert child(child(made, "author"), "name").text == "Ann Lee: Ferry"
    assert child(made, "summary").text == "words"
    assert child(made, "content").attrib == {"type": "html"}
    assert child(made, "content").text == "<p>&lt;words&gt;</p>"
    assert links(made) == {"alternate": f"{BASE}article/a#p1", "via": "https://post.example/a"}


def test_hostile_text_stays_text() -> None:
    root = read(feed(entry(HOSTILE, summary=HOSTILE), title=HOSTILE))
    made = child(root, "entry")
    assert child(root, "title").text == child(made, "title").text == child(made, "summary").text == SEEN
    assert {element.tag.partition("}")[0] for element in root.iter()} == {f"{{{ATOM}"}
    assert not [element for element in root.iter() if "script" in element.tag]


@given(texts, texts)
def test_whatever_a_text_holds_the_feed_is_xml_and_only_the_invisible_is_lost(title: str, content: str) -> None:
    made = child(read(feed(entry(title, content=content))), "entry")
    assert (child(made, "title").text or "") == re.sub("[\x00\x08\x0b\ud800\ufffe\uffff]", "", title)
    assert {element.tag.partition("}")[2] for element in made.iter()} <= {
        *("entry", "id", "title", "updated", "author", "name", "link", "content")
    }


@given(ids, ids)
def test_an_id_is_of_one_paragraph_and_written_as_a_tag(one: tuple[str, int], other: tuple[str, int]) -> None:
    made = [id_of("Record.example", *parts) for parts in (one, other)]
    assert (made[0] == made[1]) == (one == other)
    assert all(re.fullmatch(r"tag:record\.example,2026:article/[A-Za-z0-9_.~%/-]*/p\d+", each) for each in made)


def test_a_host_that_no_tag_may_hold_is_written_as_one_may() -> None:
    assert id_of("::1", "a", 1) == "tag:1,2026:article/a/p1"
    assert id_of("", "a", 1) == "tag:localhost,2026:article/a/p1"
    assert id_of_search("a.example", "/search?q=a b&c=“") == "tag:a.example,2026:/search?q=a%20b&c=%E2%80%9C"


def test_a_hit_becomes_an_entry() -> None:
    made = entry_of(hit(), BASE, BUILT, "<p>x</p>")
    assert made.id == "tag:record.example,2026:article/2024/Day%209/p1"
    assert made.title == "Ann Lee: The last ferry"
    assert made.updated == made.published == datetime(2024, 5, 31, tzinfo=UTC)
    assert made.link == "https://record.example:8443/article/2024/Day%209#p1"
    assert (made.authors, made.summary, made.content) == (("Ann Lee",), "“We stay,” said Ann Lee.", "<p>x</p>")


def test_an_undated_entry_is_as_old_as_the_index() -> None:
    made = entry_of(hit(published=None), BASE, BUILT)
    assert (made.updated, made.published) == (NOW, None)
    assert moment(None, "") == datetime(1970, 1, 1, tzinfo=UTC)


def test_where_nobody_speaks_the_outlet_is_the_author_and_without_a_title_the_words_are_it() -> None:
    found = hit(title="")
    silent = Hit(found.article, paragraph("The tide came in, " * 20))
    made = entry_of(silent, BASE, BUILT)
    assert made.authors == ("The Post",)
    assert made.title.startswith("The tide came in, The tide")
    assert made.title.endswith("…")
    assert len(made.title) <= 81
    assert entry_of(Hit(article("a", outlet=""), silent.paragraph), BASE, BUILT).authors == ()


def test_an_address_that_is_none_of_the_web_is_not_linked() -> None:
    found = hit()
    strange = Hit(found.article.__class__("a", Fact(), Fact(), Fact(), (), url="javascript:alert(1)"), found.paragraph)
    assert links(child(read(feed(entry_of(strange, BASE, BUILT))), "entry")).keys() == {"alternate"}
