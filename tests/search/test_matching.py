"""What a query means for one paragraph."""

from itertools import combinations_with_replacement

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from search.expansion import expanded, fits, fitting
from search.language import parse
from search.matching import matches, places
from search.text import Term, terms
from search.tree import And, Fuzzy, Most, Near, Prefix, Terms, Tree, enough, sought

words = st.sampled_from(strategies.WORDS)
texts = st.lists(strategies.texts, max_size=3).map(lambda some: [list(terms(text)) for text in some])


def holds(query: str | Tree, *texts: str) -> bool:
    return matches(parse(query) if isinstance(query, str) else query, [list(terms(text)) for text in texts])


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("oar sail", "An oar, a sail.", True),
        ("oar sail", "An oar.", False),
        ("oar sail mast", "A mast, a sail.", True),
        ("oar sail mast", "A mast.", False),
        ("oar sail mast quay", "A mast, a mast.", False),
        ("(oar sail mast) quay ship", "Sail, mast; quay.", True),
        ("oar* mast", "Oars and masts.", True),
        ("oars* mast", "An oar, a mast.", False),
        ("sali~", "A sail.", True),
        ("sial~1", "A sali.", False),
        ("sial~2", "A sali.", True),
        ("oar NEAR/2 mast", "A mast without an oar.", True),
        ("oar NEAR/1 mast", "A mast without an oar.", False),
        ("oar NEAR/0 mast", "Oar, mast.", True),
        ("oar NEAR oar", "An oar.", False),
        ("oar NEAR/1 oar", "Oar by oar.", True),
        ('"an oar" NEAR/0 oar', "An oar", False),
        ('"an oar" NEAR/0 "oar mast"', "An oar mast", False),
        ('"an oar" NEAR/0 mast', "Mast: an oar", True),
    ],
)
def test_a_query_holds_for_a_text_or_not(query: str, text: str, expected: bool) -> None:
    assert holds(query, text) is expected


def test_parts_side_by_side_may_stand_in_different_texts_and_near_parts_may_not() -> None:
    assert holds("oar sail", "Oar.", "Sail.")
    assert not holds("oar NEAR sail", "Oar.", "Sail.")


@given(texts, st.lists(words.map(parse), min_size=1, max_size=2))
def test_most_of_one_or_two_is_all_of_them(found: list[list[Term]], parts: list[Tree]) -> None:
    assert matches(Most(tuple(parts)), found) == matches(And(tuple(parts)), found)


@given(texts, st.lists(words.map(parse), max_size=6))
def test_most_holds_where_enough_of_its_parts_do(found: list[list[Term]], parts: list[Tree]) -> None:
    holding = sum(matches(part, found) for part in parts)
    assert matches(Most(tuple(parts)), found) == (holding >= enough(len(parts)))


def test_enough_is_never_more_than_all_and_grows() -> None:
    assert all(enough(n) <= enough(m) <= m for n, m in combinations_with_replacement(range(64), 2))


@given(texts, strategies.query_words)
def test_the_words_of_the_index_stand_for_a_beginning_or_a_misspelling(found: list[list[Term]], query: str) -> None:
    vocabulary = {term.exact: 1 for text in found for term in text}
    tree, notes = expanded(parse(query), lambda wanted: fitting(wanted, vocabulary))
    assert matches(tree, found) == matches(parse(query), found)
    assert not any(isinstance(leaf, Prefix | Fuzzy) for leaf in sought(tree))
    assert notes == ()


@given(strategies.texts, words, words, st.integers(0, 5))
def test_near_is_two_places_apart_with_few_words_between(text: str, one: str, other: str, within: int) -> None:
    found = list(terms(text))
    first, second = (Terms(tuple(t.stem for t in terms(word))) for word in (one, other))
    near = {
        place
        for a in places(first, found)
        for b in places(second, found)
        for place in (a, b)
        if 0 <= max(a.start, b.start) - min(a.stop, b.stop) <= within
    }
    assert set(places(Near((first, second), within), found)) == near


def distance(one: str, other: str) -> int:
    """The distance of optimal string alignment, by its definition."""
    if not (one and other):
        return len(one) + len(other)
    ways = [distance(one[1:], other) + 1, distance(one, other[1:]) + 1]
    ways += [distance(one[1:], other[1:]) + (one[0] != other[0])]
    ways += [distance(one[2:], other[2:]) + 1 for _ in range(one[:2] == other[1::-1] and len(other) > 1)]
    return min(ways)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(1, 2))
def test_a_fuzzy_word_is_one_within_so_many_edits(one: str, other: str, edits: int) -> None:
    assert fits(Fuzzy(one, edits))(other) == (distance(one, other) <= edits)
