"""A field, a colon and words: what they ask for, and what is said where that cannot be told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.facets import FACETS
from search.language import parse
from search.language.fields import FIELDS
from search.parts import is_fielded, opened, sought_in, weighs
from search.query import Query
from search.text import stem
from search.tree import (
    And,
    Articles,
    Dated,
    Fuzzy,
    In,
    Most,
    Near,
    Not,
    Or,
    Prefix,
    Terms,
    Tree,
    Valued,
    named,
    sought,
)


def bare(word: str) -> Terms:
    return Terms((stem(word),), written=word)


def days(first: str, last: str) -> Dated:
    return Dated(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


LEE, OAR, SAIL, THE = map(bare, ("lee", "oar", "sail", "the"))
ANN_LEE = Terms(("ann", "lee"), exact=True)

TREES: list[tuple[str, Tree]] = [
    ("speaker:lee", In("speaker", LEE)),
    ('Speaker:"Ann Lee"', In("speaker", ANN_LEE)),
    ("speaker:“Ann Lee”", In("speaker", ANN_LEE)),
    ("said:oars*", In("said", Prefix("oars"))),
    ("SAID:oar~2", In("said", Fuzzy("oar", 2))),
    ("said:(oar NEAR/3 sail)", In("said", Near((OAR, SAIL), 3))),
    ("title:oar", Articles(In("title", OAR))),
    ('with:"Ann Lee"', Articles(In("speaker", ANN_LEE))),
    ("outlet:oar", Valued("outlet", OAR)),
    ("said:(oar sail)", And((In("said", OAR), In("said", SAIL)))),
    ("said:(oar OR sail)", Or((In("said", OAR), In("said", SAIL)))),
    ("said:(oar -sail)", And((Not(In("said", SAIL)), In("said", OAR)))),
    ("said:(the oar)", In("said", OAR)),
    ("said:the", In("said", THE)),
    ("-speaker:lee", Not(In("speaker", LEE))),
    ("NOT outlet:oar", Not(Valued("outlet", OAR))),
    ("speaker:lee OR title:oar", Or((In("speaker", LEE), Articles(In("title", OAR))))),
    ("oar sail speaker:lee", And((In("speaker", LEE), Most((OAR, SAIL))))),
    ("oar (speaker:lee OR -title:sail)", And((Or((In("speaker", LEE), Not(Articles(In("title", SAIL))))), OAR))),
    ("oar (speaker:lee OR sail)", Most((OAR, Or((In("speaker", LEE), SAIL))))),
    ("the outlet:oar", And((Valued("outlet", OAR), THE))),
    ("the speaker:lee", In("speaker", LEE)),
    ("date:2024", days("2024-01-01", "2024-12-31")),
    ("date:2024-02", days("2024-02-01", "2024-02-29")),
    ("date:2024-2-9", days("2024-02-09", "2024-02-09")),
    ("Date:2024-05-31", days("2024-05-31", "2024-05-31")),
    ("date:2024-05..2024-07", days("2024-05-01", "2024-07-31")),
    ("date:..2024", days("", "2024-12-31")),
    ("date:2024..", days("2024-01-01", "")),
    ('date:"2023..2024-05-31"', days("2023-01-01", "2024-05-31")),
    ("date:(2021 OR 2023-02)", Or((days("2021-01-01", "2021-12-31"), days("2023-02-01", "2023-02-28")))),
    ("-date:(2021)", Not(days("2021-01-01", "2021-12-31"))),
]


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_field_asks_for_words_where_it_says(query: str, tree: Tree) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    "query",
    ["http://x", "10:30", "foo:bar", "co-speaker:lee", "bespeaker:lee", "speakers:lee", "a:b:c", "dates:2024", "said;"],
)
def test_a_colon_after_anything_else_is_no_field(query: str) -> None:
    assert not any(is_fielded(leaf) for leaf in named(parse(query)))
    assert parse(query) == parse(query.replace(":", "-"))


def test_every_facet_that_a_field_looks_into_is_there() -> None:
    asked = {tree.facet for tree in (field(OAR) for field in FIELDS.values()) if isinstance(tree, Valued)}
    assert asked
    assert asked <= {facet.name for facet in FACETS}


def test_words_of_fields_are_sought_in_their_fields_alone() -> None:
    tree = parse("oar title:sail speaker:lee -speaker:the said:mast* outlet:oar")
    assert list(sought(tree)) == [OAR]
    assert list(sought_in(tree, "title")) == [SAIL]
    assert list(sought_in(tree, "speaker")) == [LEE]
    assert list(sought_in(tree, "said")) == [Prefix("mast")]
    assert set(named(tree)) == {OAR, SAIL, LEE, THE, Prefix("mast")}


def test_an_index_is_not_asked_what_the_beginning_of_a_value_stands_for() -> None:
    assert list(opened(parse("oar* outlet:sail* with:lee~"))) == [Fuzzy("lee", 1), Prefix("oar")]


@pytest.mark.parametrize("words", ["outlet:oar", "-speaker:lee", "date:2024 title:oar", "", "outlet:oar OR date:2024"])
def test_where_nothing_weighs_the_newest_stand_first(words: str) -> None:
    assert not weighs(parse(words))
    assert Query(words).ordered == "newest"
    assert Query(words, sort="oldest").ordered == "oldest"


@pytest.mark.parametrize("words", ["oar outlet:oar", "speaker:lee", "said:oar", "oar OR date:2024", "speaker:"])
def test_where_a_word_weighs_the_most_relevant_stand_first(words: str) -> None:
    assert Query(words).ordered == "relevance"


@given(st.sampled_from([*FIELDS]), st.sampled_from(("oar", "oar*", "oar~", '"the oar"')))
def test_a_group_of_one_is_that_one_and_a_group_is_its_words_with_the_field_before_each(field: str, word: str) -> None:
    assert parse(f"{field}:({word})") == parse(f"{field}:{word}")
    assert set(parse(f"{field}:(sail {word})").parts) == set(parse(f"({field}:sail {field}:{word})").parts)
    assert parse(f"{field}:(sail OR {word})") == parse(f"({field}:sail OR {field}:{word})")
