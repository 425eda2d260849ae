"""How values become words and marked text."""

from datetime import date
from html import unescape

import strategies
from examples import query_of
from hypothesis import given
from hypothesis import strategies as st
from pages import Page

from search.highlight import Snippet
from search.model import Span
from search.query import PAGE_LIMIT, Query
from search.results import Results
from web.chips import Chip, chips
from web.figures import day
from web.links import Links
from web.showing import marked, pages_around, snippet_html, spoken

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))
hostile = st.text(alphabet="<>&\"'/=abc script", max_size=40)


def pages(total: int, page: int) -> list[int | None]:
    return pages_around(Results(Query(page=page), total, (), {}))


def test_a_day_is_written_out() -> None:
    assert day(date(2024, 5, 3)) == "3 May 2024"


def test_what_is_marked_is_escaped_first() -> None:
    assert marked('a <b> & "c"', [Span(2, 5)]) == "a <mark>&lt;b&gt;</mark> &amp; &#34;c&#34;"


def test_marks_and_what_is_said_may_overlap() -> None:
    html = spoken("abcdefgh", [Span(0, 4)], [Span(2, 6)])
    assert html == '<mark>ab</mark><span class="said"><mark>cd</mark></span><span class="said">ef</span>gh'


@given(hostile, st.lists(spans, max_size=4))
def test_whatever_is_marked_the_text_stays_and_no_other_tag_is_born(text: str, marks: list[Span]) -> None:
    page = Page(f"<p>{marked(text, [m for m in marks if m.end <= len(text)])}</p>")
    assert page.tags[0].text == text
    assert {tag.name for tag in page.tags} <= {"p", "mark"}
    assert page.badly_nested == []


def test_a_snippet_shows_where_the_paragraph_goes_on() -> None:
    assert snippet_html(Snippet("the bridge", (Span(4, 10),), cut_after=True)) == "the <mark>bridge</mark> …"
    assert snippet_html(Snippet("a < b", (), cut_before=True)) == "… a &lt; b"


@given(hostile)
def test_a_snippet_is_html_of_the_text_alone(text: str) -> None:
    assert unescape(snippet_html(Snippet(text, ()))) == text


def test_chips_name_the_facet_the_value_in_words_and_the_address_without_it() -> None:
    out = frozenset({("act", "denied")})
    chosen = {"speaker": ["nobody"], "date": ["2024"]}
    query = query_of("ferry", chosen, excluded=out, until=date(2024, 5, 31), page=3)
    assert chips(query, Links(query)) == [
        Chip("Speaker", "Nobody speaks", False, "?q=ferry&date=2024&not-act=denied&to=2024-05-31"),
        Chip("Year", "2024", False, "?q=ferry&speaker=nobody&not-act=denied&to=2024-05-31"),
        Chip("Said, denied, promised …", "Denied", True, "?q=ferry&speaker=nobody&date=2024&to=2024-05-31"),
        Chip("To", "31 May 2024", False, "?q=ferry&speaker=nobody&date=2024&not-act=denied"),
    ]


@given(strategies.queries())
def test_there_is_a_chip_for_each_choice_and_each_day(query: Query) -> None:
    days = [day for day in query.days().values() if day]
    assert len(chips(query, Links(query))) == len(query.choices) + len(query.excluded) + len(days)


def test_the_pages_named_are_the_first_the_last_and_those_around() -> None:
    assert pages(20, 1) == [1]
    assert pages(200, 5) == [1, None, 3, 4, 5, 6, 7, None, 10]
    assert pages(200, 1) == [1, 2, 3, None, 10]


@given(st.integers(0, 20 * PAGE_LIMIT * 3), st.integers(1, PAGE_LIMIT))
def test_the_pages_named_rise_and_none_is_deeper_than_an_engine_goes(total: int, page: int) -> None:
    named = [number for number in pages(total, page) if number]
    assert named == sorted(set(named))
    assert named[0] == 1
    assert named[-1] <= PAGE_LIMIT
