"""HTML that is nothing but text becomes blocks, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import ReadError
from search.reading.markup_blocks import blocks_of_markup
from search.reading.markup_trees import decoded_markup

TAGS = (
    "<p> </p> <div> </div> <b> <br> <br/> <script> </script> <title/> <td> <table> <li> <pre> <!-- --> <a> </a>".split()
)


def texts(markup: str) -> list[tuple[str | None, str]]:
    return [(block.kind, block.text) for block in blocks_of_markup(markup, "any")]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<h1>The <b>quay</b></h1><p>It is\n  over.</p>", [("heading", "The quay"), (None, "It is over.")]),
        ("<p>One<br>two<br><br>three</p>", [(None, "One\ntwo"), (None, "three")]),
        ("<ul><li>Ropes</li><li>Nets</li></ul>", [("body", "Ropes"), ("body", "Nets")]),
        ("<table><tr><td>Left</td><td>Right</td></tr></table>", [(None, "Left"), (None, "Right")]),
        ("<figure><img><figcaption>The quay</figcaption></figure>", [("caption", "The quay")]),
        ("<script>x</script><style>y</style><p>It is over.</p>", [(None, "It is over.")]),
        ("<p style='display: none'>hidden <b>all</b></p><p>It is over.</p>", [(None, "It is over.")]),
        ("<title/><script src='a'/><p>It is over.</p>", [(None, "It is over.")]),
        ("<aside epub:type='footnote'><p>1 See there.</p></aside>", [("footnote", "1 See there.")]),
        ("<p>So<a role='doc-noteref'>1</a> it is.</p>", [(None, "So it is.")]),
        ("<nav><p>Contents</p></nav>", [("boilerplate", "Contents")]),
        ("5 &lt; 6 &amp; caf&eacute;", [(None, "5 < 6 & café")]),
        ("<pre>one\ntwo</pre>", [(None, "one\ntwo")]),
        ("", []),
        ("<!-- nothing -->", []),
    ],
)
def test_blocks_are_what_a_reader_sees(markup: str, blocks: list[tuple[str | None, str]]) -> None:
    assert texts(markup) == blocks


def test_a_block_of_links_is_known() -> None:
    blocks = blocks_of_markup("<p><a href='a'>The quay</a> <a>Later</a></p><p>See <a>there</a>.</p>", "any")
    assert [block.linked for block in blocks] == [True, False]


def test_a_book_may_declare_its_letters() -> None:
    assert decoded_markup("<?xml version='1.0' encoding='windows-1251'?>Мост".encode("cp1251")).endswith("Мост")
    assert decoded_markup(b"<?xml version='1.0' encoding='none-such'?>x").endswith("x")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=5)), max_size=30).map("".join))
def test_any_markup_is_blocks_with_words(markup: str) -> None:
    for _, text in texts(markup):
        assert text == text.strip()
        assert text


def test_a_picture_within_the_text_counts_nothing_and_endless_markup_is_refused() -> None:
    assert texts(f'<p>It is over.<img src="data:image/png;base64,{"A" * 7_000_000}"></p>') == [(None, "It is over.")]
    with pytest.raises(ReadError, match=r"any: its HTML is longer .*; split it"):
        texts("<p>a" * 2_000_000)


def test_elements_within_elements_do_not_overflow() -> None:
    assert texts("<div><p>" * 50_000 + "It is over.") in ([], [(None, "It is over.")])
