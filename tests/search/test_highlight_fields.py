"""What is asked of a field is marked in that field, and what is said where it is said."""

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import Snippet, matches, snippet, words_for
from search.language import parse
from search.model import Span

TEXT = "“The bridge is old,” said Ann Lee, near the bridge. “Close the bridge!”"
SAID = [Span(1, 18), Span(53, 70)]


def marked(words: str, text: str = TEXT, statements: list[Span] | None = None) -> list[str]:
    return [span.of(text) for span in matches(text, parse(words), statements)]


def marked_in(field: str, words: str, text: str) -> list[str]:
    return [span.of(text) for span in matches(text, words_for(parse(words), field))]


@pytest.mark.parametrize("words", ["speaker:bridge", "title:bridge", "outlet:bridge", "with:bridge", "-said:bridge"])
def test_what_is_asked_of_another_field_is_not_marked_in_the_text(words: str) -> None:
    assert marked(words, statements=SAID) == []
    assert marked(f"{words} old", statements=SAID) == ["old"]


def test_what_is_said_is_marked_in_statements_alone_where_these_are_given() -> None:
    assert [span.start for span in matches(TEXT, parse("said:bridge"))] == [5, 44, 63]
    assert [span.start for span in matches(TEXT, parse("said:bridge"), SAID)] == [5, 63]
    assert matches(TEXT, parse("said:bridge"), []) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bridge", ["bridge", "bridge", "bridge"]),
        ('said:"is old"', ["is old"]),
        ('said:"old said"', []),
        ("said:(old NEAR close)", []),
        ("said:(bridge NEAR close)", ["Close", "bridge"]),
        ("said:brid* lee", ["bridge", "Lee", "bridge"]),
        ("said:lee", []),
        ("near said:near", ["near"]),
    ],
)
def test_phrases_and_pairs_are_marked_within_one_statement(words: str, expected: list[str]) -> None:
    assert sorted(marked(words, statements=SAID)) == sorted(expected)


def test_a_word_of_which_a_statement_has_a_part_is_not_marked() -> None:
    assert marked("said:bridge", "The bridge", [Span(0, 7)]) == []


def test_a_title_is_marked_with_words_of_titles_and_of_no_field() -> None:
    words = "bridge title:close speaker:old said:tolls -title:old"
    assert marked_in("title", words, "Old bridge to close: tolls") == ["bridge", "close"]


def test_a_name_is_marked_with_words_of_names_wherever_they_are_asked_for() -> None:
    assert marked_in("speaker", 'speaker:ann with:"ruun" lee title:odd', "Ann Lee, Odd Ruun") == ["Ann", "Lee", "Ruun"]


def test_an_outlet_is_marked_with_words_of_outlets_alone() -> None:
    assert marked_in("outlet", "tarn outlet:(post OR sun)", "The Tarn Post") == ["Post"]


def test_a_snippet_shows_what_is_said() -> None:
    text = f"The bridge. {'Gulls circled. ' * 60}“A bridge!”"
    piece = snippet(text, parse("said:bridge"), statements=[Span(len(text) - 11, len(text))])
    assert piece.text.endswith("“A bridge!”")
    assert [span.of(piece.text) for span in piece.marks] == ["bridge"]
    assert snippet("A bridge.", parse("said:bridge"), statements=[]) == Snippet("A bridge.", ())


@given(strategies.texts, st.lists(st.integers(0, 60), min_size=2, max_size=2).map(sorted), strategies.unfielded_words)
def test_what_is_said_is_marked_as_in_a_text_of_what_is_said(text: str, ends: list[int], words: str) -> None:
    start, end = (min(text.rfind(" ") + 1, text.rfind(" ", 0, at) + 1) for at in ends)
    inside = [Span(start + span.start, start + span.end) for span in matches(text[start:end], parse(f"said:({words})"))]
    assert list(matches(text, parse(f"said:({words})"), [Span(start, end)])) == inside
