"""HTML from outside becomes words, whatever it tries."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.markup import plain_text

TAGS = [
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<scr",
    "ipt>",
    "<!--",
    "-->",
    "<img onerror=x",
    ">",
    "<style",
    "x",
    " ",
]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <b>ferry</b> was <i>late</i>.</p>", "The ferry was late."),
        ("a<script>steal()</script>b", "ab"),
        ("a<SCRIPT src=x>steal()</Script >b", "ab"),
        ("a<style>p{}</style><template><p>x</p></template>b", "ab"),
        ("a<script>steal()", "a"),
        ("a<!-- hidden -->b", "ab"),
        ("<img src=x onerror=steal()>a", "a"),
        ("5 &lt; 6 &amp; 7 &gt; 6", "5 < 6 & 7 > 6"),
        ("caf&eacute; &#8220;Oar&#8221;", "café “Oar”"),
        ("a & b", "a & b"),
    ],
)
def test_words_stay_and_markup_goes(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(st.lists(st.sampled_from(TAGS)).map("".join))
def test_no_tag_comes_through(markup: str) -> None:
    assert not re.search(r"<[a-z/!][^<>]*>", plain_text(markup))


@given(st.text())
def test_any_text_is_taken(markup: str) -> None:
    assert isinstance(plain_text(markup), str)
