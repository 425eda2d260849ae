"""What a person types becomes a tree, or a sentence that says what is wrong and a query that works."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import QueryError
from search.language import parse
from search.repair import LENGTH_LIMIT, PHRASE_LIMIT, TERM_LIMIT
from search.tree import And, Everything, Not, Or, Terms, terms_of

# The pieces that queries are made of, and those that break them: lone surrogates, marks without a partner, operators.
PIECES = [*"\"“”„«»()-|*.,'’", "NOT", "AND", "OR", "not", " ", "  ", "\n", "\x00", "\x85", "\ud800", "\udfff"]
PIECES += [
    "ferry",
    "the",
    "café",
    "U.S.",
    "al-Qa'abi",
    "x" * 70,
    "3.5",
    "ﾞ",
    "𝐅",
    "--",
    "()",
    '""',
    "NOTE",
    "-(",
    "a-b-c-d",
]

pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40)

BROKEN = [
    ('"the harbour wall', '"the harbour wall', "the harbour wall"),
    ("the “harbour", '"harbour', "the harbour"),
    ("(ferry OR bridge", "(", "ferry OR bridge"),
    ("ferry OR bridge)", ")", "ferry OR bridge"),
    ("ferry () bridge", "()", "ferry bridge"),
    ("ferry AND", "AND", "ferry"),
    ("OR ferry", "OR", "ferry"),
    ("ferry OR OR bridge", "OR", "ferry bridge"),
    ("ferry NOT", "NOT", "ferry"),
    ("ferry\x00bridge", "U+0000", "ferry bridge"),
    ("ferry \ud800", "U+D800", "ferry"),
    (f"ferry {'x' * LENGTH_LIMIT}", "x" * 6, "ferry"),
    ("(" * 30 + "ferry" + ")" * 30, "(", "ferry"),
]


def repaired(query: str) -> str:
    """What is offered for a query that cannot be read; the query itself where it can."""
    try:
        parse(query)
    except QueryError as error:
        return error.repaired
    return query


@pytest.mark.parametrize(("query", "part", "better"), BROKEN)
def test_an_error_names_the_part_at_fault_and_offers_a_query_that_can_be_read(
    query: str, part: str, better: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.part == part
    assert caught.value.repaired == better
    assert parse(better) != Everything()


def test_too_many_words_are_too_many_and_the_first_of_them_are_offered() -> None:
    with pytest.raises(QueryError, match=f"more than {TERM_LIMIT} words") as caught:
        parse("no " * (TERM_LIMIT + 1))
    assert parse(caught.value.repaired)
    assert caught.value.part


def test_too_long_a_phrase_is_offered_shorter_and_the_rest_of_the_query_stays() -> None:
    with pytest.raises(QueryError, match=f"{PHRASE_LIMIT} words") as caught:
        parse(f'ferry "{"ho " * (PHRASE_LIMIT + 1)}"')
    assert caught.value.repaired == f'ferry "{" ".join(["ho"] * PHRASE_LIMIT)}"'
    assert caught.value.part.startswith('"ho')


def test_a_word_of_too_many_parts_is_a_phrase_too() -> None:
    with pytest.raises(QueryError) as caught:
        parse("-".join("ab" for _ in range(PHRASE_LIMIT + 1)))
    assert parse(caught.value.repaired) != Everything()


@pytest.mark.parametrize("query", ["...", "- - -", '""', "()", "NOT", "\ud800", "“”", "ﾞ"])
def test_where_there_is_no_word_there_is_nothing_to_offer(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.repaired == ""
    assert caught.value.part


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_no_words_ask_for_everything(query: str) -> None:
    assert parse(query) == Everything()


@pytest.mark.parametrize("query", ["“harbour wall”", "„harbour wall“", "«harbour wall»", "＂harbour wall＂"])
def test_quotation_marks_of_any_form_make_a_phrase(query: str) -> None:
    assert parse(query) == Terms(("harbour", "wall"), exact=True)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("U.S. ferry", "US ferry"),
        ("al-Qa'abi", "al-Qa’abi"),
        ("ferry AND bridge", "ferry bridge"),
        ("-ferry bridge", "NOT ferry bridge"),
        ("NOT NOT ferry", "ferry"),
        ("the ferry", "ferry"),
        ("Ferries", "ferry"),
        ("(ferry)", "ferry"),
        ("ferry OR ( bridge )", "ferry OR bridge"),
        ("ferry - bridge", "ferry bridge"),
        ("NOT(ferry)", "-ferry"),
    ],
)
def test_two_queries_mean_the_same(one: str, same: str) -> None:
    assert parse(one) == parse(same)


def test_a_name_with_a_hyphen_is_two_words_side_by_side() -> None:
    assert parse("al-Qa'abi") == Terms(("al", "qaabi"))


def test_operators_count_only_in_capitals_and_as_whole_words() -> None:
    assert parse("ferry or bridge") == And((Terms(("ferri",)), Terms(("bridg",))))
    assert parse("NOTE") == Terms(("note",))
    assert parse("ORSAVAN ANDRES") == And((Terms(("orsavan",)), Terms(("andr",))))


def test_all_of_binds_tighter_than_any_of() -> None:
    assert parse("oar sail OR NOT mast") == Or((And((Terms(("oar",)), Terms(("sail",)))), Not(Terms(("mast",)))))


def test_function_words_alone_are_looked_for() -> None:
    assert parse("the who") == And((Terms(("the",)), Terms(("who",))))


def test_what_is_excluded_is_not_marked() -> None:
    assert list(terms_of(parse("oar NOT sail"))) == [Terms(("oar",))]


def test_twenty_thousand_random_queries_raise_nothing_but_query_errors_whose_repairs_work() -> None:
    chance = random.Random(2)  # noqa: S311
    for _ in range(20_000):
        better = repaired("".join(chance.choices(PIECES, k=chance.randrange(24))))
        assert repaired(better) == better


@settings(max_examples=500)
@given(pieces.map("".join), pieces.map("".join))
def test_a_query_with_a_word_in_it_can_be_read_or_its_repair_can(before: str, after: str) -> None:
    better = repaired(f"{before} ferry {after}")
    assert parse(better) != Everything()
