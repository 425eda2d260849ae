"""A query as it was typed falls into pieces, and each knows whether it is left out."""

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from search.language import parse
from search.suggesting.typed import pieces
from search.suggesting.units import units, without
from search.tree import sought


def wanted(query: str) -> list[str]:
    return [word.exact for piece in pieces(query) if not piece.excluded for word in piece.words]


@given(st.text())
def test_pieces_stand_where_they_say_and_in_order(query: str) -> None:
    end = 0
    for piece in pieces(query):
        assert end <= piece.where.start < piece.where.end <= len(query)
        assert all(piece.where.start <= word.where.start < word.where.end <= piece.where.end for word in piece.words)
        end = piece.where.end


@given(strategies.query_words.filter(lambda query: "NOT" not in query))
def test_every_word_that_is_looked_for_is_typed_somewhere(query: str) -> None:
    leaves = [leaf for leaf in sought(parse(query)) if hasattr(leaf, "written") and leaf.written]
    assert {leaf.written for leaf in leaves} <= set(wanted(query))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ferry -tolls quay", ["ferry", "quay"]),
        ("ferry NOT tolls quay", ["ferry", "quay"]),
        ('-"last ferry" NOT -quay tolls', ["tolls"]),
        ("-(ferry OR (quay tolls)) bridge", ["bridge"]),
        ("NOT quay NEAR tolls bridge", ["bridge"]),
        ("ferry AND “the quay” OR tolls", ["ferry", "the", "quay", "tolls"]),
        ("bridg* brigde~2 quay", ["quay"]),
        ('speaker:Lee outlet:"Tarn Post" note: well-known', ["lee", "tarn", "post", "note", "well", "known"]),
        (')( "open', ["open"]),
    ],
)
def test_words_behind_a_minus_and_open_words_are_not_those_that_are_looked_for(query: str, words: list[str]) -> None:
    assert wanted(query) == words


def test_a_word_is_taken_out_with_what_binds_it_to_the_next() -> None:
    parts = list(units("ferry AND quay -tolls AND “the bridge”"))
    assert [part.text for part in parts] == ["ferry", "AND", "quay", "-tolls", "AND", "“the bridge”"]
    assert without(parts, 0) == "quay -tolls AND “the bridge”"
    assert without(parts, 2) == "ferry -tolls AND “the bridge”"
    assert without(parts, 5) == "ferry AND quay -tolls"
