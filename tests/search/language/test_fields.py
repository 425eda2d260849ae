"""A field, a colon and words: what they ask for, and what is said where that cannot be told."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import QueryError
from search.facets import FACETS
from search.language import parse
from search.language.fields import FIELDS
from search.language.repair import LENGTH_LIMIT, OPEN_LIMIT, TERM_LIMIT
from search.parts import is_fielded, opened, sought_in, weighs
from search.query import Query
from search.text import stem
from search.tree import (
    And,
    Articles,
    Dated,
    Everything,
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

PIECES = [
    *"()\"'’‘-.*~,:|",
    "speaker:",
    "Said:",
    "title:",
    "with:",
    "outlet:",
    "date:",
    "date:2024",
    "date:2024-13",
    "..",
]
PIECES += [
    " ",
    "  ",
    " AND ",
    " OR ",
    "NOT ",
    " NEAR ",
    "NEAR/3",
    "lee",
    "the",
    "toll*",
    "x*",
    "lee~",
    "2024",
    "\x00",
    "said",
]


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

BROKEN = [
    ("speaker:", "speaker:", "speaker"),
    ("oar speaker:", "speaker:", "oar"),
    ("oar speaker: lee", "speaker:", "oar speaker:lee"),
    ('oar -Speaker: "Ann Lee"', "Speaker:", 'oar -Speaker:"Ann Lee"'),
    ("(oar said:)", "said:", "(oar )"),
    ("said:(", "(", "said"),
    ("oar said:(", "(", "oar"),
    ("oar said:(sail mast", "(", "oar said:(sail mast)"),
    ("said:()", "()", "said"),
    ('said:"sail mast', '"sail mast', "said:sail mast"),
    ("speaker:le*", "le*", "speaker:le"),
    ("speaker:*lee", "*lee", "speaker:lee"),
    ("speaker:lee~9", "lee~9", "speaker:lee~2"),
    ("speaker:-lee oar", "speaker:", "-speaker:lee oar"),
    ("speaker:...", "speaker:", "speaker"),
    ('oar title:""', "title:", "oar"),
    ("speaker:AND oar", "speaker:", "speaker and oar"),
    ("said:speaker:lee", "said:", "said speaker lee"),
    ("said:(oar speaker:lee)", "said:", "said:oar speaker:lee"),
    ("title:oar NEAR sail", "NEAR", "title:oar sail"),
    ("date:2024-13", "date:2024-13", "date:2024"),
    ("oar date:2023-02-30", "date:2023-02-30", "oar date:2023-02"),
    ("date:2024-13..2025-01-32", "date:2024-13..2025-01-32", "date:2024..2025-01"),
    ("date:2025..2024", "date:2025..2024", "date:2024..2025"),
    ("date:(2025..2024 OR 2024-13)", "date:(2025..2024 OR 2024-13)", "date:(2024..2025 OR 2024)"),
    ("oar date:May", "date:May", "oar"),
    ("oar date:..", "date:..", "oar"),
    ("date:", "date:", "date"),
    ("date: 2024", "date:", "date:2024"),
    ("date:0000", "date:0000", "date 0000"),
    ("date:(2024", "date:", "date:(2024)"),
    ("oar date:()", "date:()", "oar"),
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


@pytest.mark.parametrize(("query", "part", "better"), BROKEN)
def test_an_error_names_the_part_and_offers_a_query_that_can_be_read(query: str, part: str, better: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert (caught.value.part, caught.value.repaired) == (part, better)
    assert parse(better) != Everything()


def test_the_sentences_say_what_to_write() -> None:
    with pytest.raises(QueryError, match="right after its colon, as in speaker:bridge"):
        parse("speaker: lee")
    with pytest.raises(QueryError, match=r"date:2024-13 names no days; write date:2024, date:2024-05,"):
        parse("date:2024-13")
    with pytest.raises(QueryError, match="2025-01-01 comes after 2024-12-31"):
        parse("date:2025..2024")
    with pytest.raises(QueryError, match="stands in no other"):
        parse("said:(speaker:lee)")


def test_the_words_of_fields_count_towards_the_limits() -> None:
    with pytest.raises(QueryError, match=f"more than {TERM_LIMIT} words"):
        parse(f"said:({' '.join(f'w{n}' for n in range(TERM_LIMIT + 1))})")
    with pytest.raises(QueryError, match=f"more than {OPEN_LIMIT} words with"):
        parse(f"outlet:({' OR '.join(f'word{n}*' for n in range(OPEN_LIMIT + 1))})")
    with pytest.raises(QueryError, match=f"shorten it to {LENGTH_LIMIT}"):
        parse("date:2024 " * 60)
    with pytest.raises(QueryError, match="nested"):
        parse("said:(" + "(" * 20 + "oar" + ")" * 21)


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


def repaired(query: str) -> str:
    """What is offered for a query that cannot be read; the query itself where it can."""
    try:
        parse(query)
    except QueryError as error:
        return error.repaired
    return query


def test_twenty_thousand_random_queries_with_fields_raise_nothing_but_query_errors_whose_repairs_work() -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(20_000):
        better = repaired("".join(chance.choices(PIECES, k=chance.randrange(16))))
        assert repaired(better) == better


pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=20).map("".join)


@settings(max_examples=300)
@given(pieces, pieces)
def test_a_query_with_a_word_in_it_can_be_read_or_its_repair_can(before: str, after: str) -> None:
    assert parse(repaired(f"{before} ferry {after}")) != Everything()


@given(st.sampled_from([*FIELDS]), st.sampled_from(("oar", "oar*", "oar~", '"the oar"')))
def test_a_group_of_one_is_that_one_and_a_group_is_its_words_with_the_field_before_each(field: str, word: str) -> None:
    assert parse(f"{field}:({word})") == parse(f"{field}:{word}")
    assert set(parse(f"{field}:(sail {word})").parts) == set(parse(f"({field}:sail {field}:{word})").parts)
    assert parse(f"{field}:(sail OR {word})") == parse(f"({field}:sail OR {field}:{word})")
