"""Where a text matches a query, and the piece of it that is shown."""

from itertools import pairwise

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

from search.highlight import SNIPPET, Snippet, matches, snippet
from search.language import parse
from search.matching import places
from search.model import Span
from search.parts import sought_in
from search.text import analysed, terms
from search.tree import Expanded, Or, Terms, Tree, sought
from search.wanted import PIECES_KEPT

FILLER = "Gulls circled over the empty pier while the crew waited for the tide to turn. "
long_texts = st.lists(
    st.one_of(
        st.sampled_from(strategies.WORDS),
        st.sampled_from((". ", "\n", "? ", FILLER, "x" * 500, "e\u0301", "“", "—")),
        st.text(max_size=30),
    ),
    max_size=60,
).map(" ".join)
lengths = st.integers(1, 600)


def marked(text: str, words: str) -> list[str]:
    return [span.of(text) for span in matches(text, parse(words))]


def shown(piece: Snippet) -> list[str]:
    return [span.of(piece.text) for span in piece.marks]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("bridge", "Two bridges, one Bridge.", ["bridges", "Bridge"]),
        ('"the bridge"', "Over the bridge the wind; a bridge.", ["the bridge"]),
        ('"the bridge"', "“Shut the\nbridge!”", ["the\nbridge"]),
        ("cafe", "In the Café, and in the cafe\u0301.", ["Café", "cafe\u0301"]),
        ("café", "In the cafe.", ["cafe"]),
        ("u.s.", "The U.S. and the US and us.", ["U.S.", "US", "us"]),
        ("qa'abi", "Al-Qa’abi’s ship", ["Qa’abi’s"]),
        ("ship OR quay", "A quay without a ship.", ["quay", "ship"]),
        ("ship NOT quay", "A quay without a ship.", ["ship"]),
        ("NOT quay", "A quay.", []),
        ("", "A quay.", []),
        ("ship", "", []),
        ("the ship", "The ship.", ["ship"]),
        ("brid*", "Bridges, a bridgehead, a Brïdge; no abridging.", ["Bridges", "bridgehead", "Brïdge"]),
        ("brigde~", "A bridge, a brigade, bridges, a badge.", ["bridge", "brigade"]),
        ("brigde~2", "A bridge, a brigade, bridges, a badge.", ["bridge", "brigade", "bridges"]),
        ("ship NEAR/2 quay", "A ship at the quay; there was no other ship.", ["ship", "quay"]),
        ("quay NEAR/1 ship", "A ship at the quay; there was no other ship.", []),
        ("ship NEAR ship", "A ship.", []),
        ('"the ship" NEAR/0 ship', "The ship ship and the ship.", ["The ship", "ship"]),
    ],
)
def test_what_is_looked_for_is_marked_as_it_is_written(words: str, text: str, expected: list[str]) -> None:
    assert marked(text, words) == expected


def plainly(text: str, tree: Tree) -> list[Span]:
    """What is to be marked, by the meaning of each thing that is looked for: the first and longest of all places."""
    found = list(terms(text))
    spans = {
        Span(found[place.start].where.start, found[place.stop - 1].where.end)
        for leaf in (*sought(tree), *sought_in(tree, "said"))
        for place in places(leaf, found)
    }
    apart = [Span(0, 0)]
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        apart += [span][: span.start >= apart[-1].end]
    return apart[1:]


@settings(max_examples=400)
@given(long_texts, strategies.query_words)
def test_the_marks_are_those_of_the_plain_definition(text: str, words: str) -> None:
    assert list(matches(text, parse(words))) == plainly(text, parse(words))


@settings(max_examples=400)
@given(strategies.texts, strategies.query_words)
def test_the_marks_of_a_short_text_are_those_of_the_plain_definition(text: str, words: str) -> None:
    assert list(matches(text, parse(words))) == plainly(text, parse(words))


@given(st.text())
def test_the_terms_of_a_text_are_those_of_its_pieces_between_spaces(text: str) -> None:
    whole = [(term.exact, term.stem) for term in terms(text)]
    assert whole == [(term.exact, term.stem) for piece in text.split() for term in analysed(piece)]


def test_words_that_an_index_gave_are_marked() -> None:
    tree = Or((Expanded(frozenset({"bridge", "quay"})), Terms(("quay", "wall"), exact=True)))
    assert [span.of("Quay wall, bridges, bridge.") for span in matches("Quay wall, bridges, bridge.", tree)] == [
        "Quay wall",
        "bridge",
    ]


def test_a_text_of_more_words_than_are_remembered_is_marked_to_its_end() -> None:
    text = " ".join(f"w{n}" for n in range(PIECES_KEPT + 9)) + " bridge"
    assert marked(text, "bridge w0") == ["w0", "bridge"]


def test_of_places_that_overlap_the_first_and_longest_is_marked() -> None:
    assert marked("the old bridge", '"old bridge" OR old OR bridge') == ["old bridge"]


def test_a_short_paragraph_is_shown_whole() -> None:
    assert snippet("A short word.", parse("word")) == Snippet("A short word.", matches("A short word.", parse("word")))


@pytest.mark.parametrize("before", [0, 1, 5, 20])
@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_a_hit_anywhere_in_a_long_paragraph_is_shown_in_its_sentence(before: int, after: int) -> None:
    sentence = "Then the bridge fell. "
    piece = snippet(FILLER * before + sentence + FILLER * after, parse("bridge"))
    assert shown(piece) == ["bridge"]
    assert sentence.strip() in piece.text
    assert len(piece.text) <= SNIPPET


def test_the_piece_is_the_one_that_shows_most_of_what_is_looked_for() -> None:
    piece = snippet(f"A bridge. {FILLER * 10} Bridge, ferry and quay. {FILLER * 10}", parse("bridge ferry quay"))
    assert shown(piece) == ["Bridge", "ferry", "quay"]


def test_without_a_hit_a_long_paragraph_begins_at_its_beginning() -> None:
    piece = snippet(FILLER * 20, parse("bridge"))
    assert (piece.marks, piece.cut_before, piece.cut_after) == ((), False, True)
    assert FILLER.startswith(piece.text[:70])


@pytest.mark.parametrize("text", ["x" * 900 + " bridge", "bridge " + "x" * 900, "x" * 900 + "\nbridge\n" + "x" * 900])
def test_a_hit_beside_words_without_end_is_shown(text: str) -> None:
    assert shown(snippet(text, parse("bridge"))) == ["bridge"]


@given(long_texts, strategies.query_words, lengths)
def test_a_snippet_without_its_marks_is_a_piece_of_the_paragraph(text: str, words: str, length: int) -> None:
    piece = snippet(text, parse(words), length)
    at = text.index(piece.text)
    assert text.startswith(piece.text) or piece.cut_before
    assert text.endswith(piece.text) or piece.cut_after
    assert (at == 0) or text.count(piece.text) > 1 or piece.cut_before


@given(long_texts, strategies.query_words, lengths)
def test_marks_lie_inside_in_order_and_do_not_overlap(text: str, words: str, length: int) -> None:
    piece = snippet(text, parse(words), length)
    assert all(0 <= mark.start < mark.end <= len(piece.text) for mark in piece.marks)
    assert all(one.end <= other.start for one, other in pairwise(piece.marks))


@given(long_texts, strategies.query_words, lengths)
def test_a_hit_is_always_visible_when_there_is_one(text: str, words: str, length: int) -> None:
    hits = marked(text, words)
    seen = shown(snippet(text, parse(words), length))
    assert bool(seen) == bool(hits)
    assert set(seen) <= set(hits)


@given(long_texts, strategies.query_words, lengths)
def test_a_snippet_is_not_much_longer_than_asked_for(text: str, words: str, length: int) -> None:
    longest = max([0, *(len(hit) for hit in marked(text, words))])
    assert len(snippet(text, parse(words), length).text) <= max(length, longest)
