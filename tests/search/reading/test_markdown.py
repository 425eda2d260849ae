"""Markdown loses its marks, and keeps its words and its blocks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Article, ParagraphKind
from search.reading.markdown import article_of_markdown

HOSTILE = [
    "Late <script>steal()</script>again.",
    "<script>\nsteal()\n\nsteal()\n</script>\n\nLate again.",
    "<div onclick='steal()'>Late again.</div>",
    "Late <img src=x onerror=steal()>again.",
    "Late <!-- steal() -->again.",
    "```html\n<script>steal()</script>Late again.\n```",
    "Late again.\n\n<iframe src=//steal()>\n</iframe>",
    "# Late <style>p{x:steal()}</style>again.",
    "> Late <b onmouseover=steal()>again.</b>",
    "- Late <svg onload=steal() />again.",
]
PIECES = ["<b>", "</b>", "<i x=y>", "<script>", "<!--", "ferry", "*", "# ", "> ", "- ", "\n\n", " "]


def only(text: str) -> Article:
    (one,) = article_of_markdown(text, "folder/note.md")
    assert isinstance(one, Article)
    return one


def blocks(text: str) -> list[tuple[ParagraphKind, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in only(text).paragraphs]


@pytest.mark.parametrize(
    ("markdown", "kind", "text"),
    [
        ("## The *long* wait.", "heading", "The long wait."),
        ("The wait\n========", "heading", "The wait"),
        ("The **ferry**\nwas `late`  \nagain.", "body", "The ferry was late\nagain."),
        ("See [the *rolls*](https://tarn.example).", "body", "See the rolls."),
        ("5 &lt; 6 and 6 < 7 \\*so\\*.", "body", "5 < 6 and 6 < 7 *so*."),
        ("The <b>ferry</b> & 5 &lt; 6.", "body", "The ferry & 5 < 6."),
        ("- The ferry was late.\n- So was I.", "body", "• The ferry was late.\n• So was I."),
        (
            "- The pier\n- Tarn Wire\n- © Odd Ruun",
            "caption",
            "• The pier\n• Tarn Wire\n• © Odd Ruun",
        ),
        ("> The ferry was late.\n>\n> So was I.", "body", "The ferry was late.\nSo was I."),
        ("> It was late.\n>\n> — Odd (@odd) May 31, 2024", "embed", "It was late.\n— Odd (@odd) May 31, 2024"),
        ("\\* “Black Oar” - the club was dissolved.", "footnote", "* “Black Oar” - the club was dissolved."),
        ("[To gallery page](https://tarn.example)", "boilerplate", "To gallery page"),
    ],
)
def test_a_block_is_a_paragraph_of_its_kind(markdown: str, kind: ParagraphKind, text: str) -> None:
    assert blocks(markdown) == [(kind, text)]


def test_blocks_are_numbered_and_the_header_is_none_of_them() -> None:
    one = only("---\ntitle: Late\n---\n\nOne was late.\n\n---\n\nTwo was later.")
    assert [(p.number, p.text) for p in one.paragraphs] == [(1, "One was late."), (2, "Two was later.")]
    assert (one.id, one.title.value, one.title.basis) == ("note", "Late", "stated")


def test_a_post_and_its_signature_in_a_paragraph_of_its_own_are_embedded() -> None:
    found = blocks("He wrote this.\n\nIt was late.\n\n— Odd Ruun (@odd) May 31, 2024\n\nNobody replied.")
    assert [kind for kind, _ in found] == ["body", "embed", "embed", "body"]


@pytest.mark.parametrize("markdown", HOSTILE)
def test_html_and_script_never_survive_as_markup(markdown: str) -> None:
    words = " ".join(text for _, text in blocks(markdown))
    assert "Late" in words
    assert "again." in words
    assert "<" not in words
    assert "steal" not in words


def test_a_link_that_markdown_refuses_stays_as_words() -> None:
    assert blocks("[Late](javascript:steal())") == [("body", "[Late](javascript:steal())")]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_tag_comes_through_markdown(markdown: str) -> None:
    found = blocks(f"Late.\n\n{markdown}")
    assert not re.search(r"<[a-z/][^<>]*>", " ".join(text for _, text in found))
