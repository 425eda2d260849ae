"""What a person types becomes a tree, or a sentence that says what is wrong and a query that works."""

import random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import QueryError
from search.language import parse
from search.language.forms import EDITS_LIMIT, NEAR_LIMIT, NEAR_WORDS
from search.language.repair import LENGTH_LIMIT, OPEN_LIMIT, PHRASE_LIMIT, TERM_LIMIT
from search.text import stem
from search.tree import And, Everything, Fuzzy, Most, Near, Not, Or, Prefix, Terms, Tree, named, sought

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
PIECES += ["*", "~", "bri*", "brigde~", "bridge~2", "~99", "NEAR", "NEAR/5", "NEAR/x", "/", "9", "[a TO z]", "--*", "ﾞ*"]

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
    ("*dge", "*dge", "dge"),
    ("brid*ge", "brid*ge", "brid*"),
    ("ferry b*dge", "b*dge", "ferry b"),
    ("ferry * bridge", "*", "ferry bridge"),
    ("an*", "an*", "an"),
    ("well-kn*", "well-kn*", "well-kn"),
    ("ferry~3", "ferry~3", "ferry~2"),
    ("“the quay” ferry~99", "ferry~99", '"the quay" ferry~2'),
    ("an~", "an~", "an"),
    ("well-known~", "well-known~", "well-known"),
    ("bridge*~", "bridge*~", "bridge*"),
    ("ferry NEAR", "NEAR", "ferry"),
    ("NEAR/5 ferry", "NEAR/5", "ferry"),
    ("ferry NEAR/x bridge", "NEAR/x", "ferry NEAR bridge"),
    ("ferry NEAR/51 bridge", "NEAR/51", "ferry NEAR/50 bridge"),
    (f"ferry NEAR/{'9' * 400} bridge", f"NEAR/{'9' * 400}", "ferry NEAR/50 bridge"),
    ("ferry NEAR quay NEAR bridge", "NEAR", "ferry quay bridge"),
    ("ferry NEAR (bridge)", "NEAR", "ferry NEAR bridge"),
    ("ferry NEAR ... bridge", "NEAR", "ferry ... bridge"),
    ("bridg* NEAR ferry", "NEAR", "bridg* ferry"),
]


# What would take a careless parser for ever, or down.
HOSTILE = [
    "x" * 100_000,
    "(" * 1_000,
    "NOT " * 127 + "x",
    "x* " * 50_000,
    "a b~9 " * 50_000,
    '" ' * 100_000,
    "~" * 100_000,
]
HOSTILE += ["*" * 100_000, "NEAR " * 50_000, "1," * 50_000, "e\u0301" * 50_000, "\x00" * 100_000, "-" * 100_000]
SECONDS = 1.0  # a hundred times what it takes


def bare(word: str) -> Terms:
    """What a bare word looks for."""
    return Terms((stem(word),), written=word)


OAR, SAIL, MAST, THE, WHO = map(bare, ("oar", "sail", "mast", "the", "who"))


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
        parse(" ".join(f"word{n}" for n in range(TERM_LIMIT + 1)))
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


@pytest.mark.parametrize(
    "query", ["...", "- - -", '""', "()", "NOT", "\ud800", "“”", "ﾞ", "*", "**", "~", "NEAR", "NEAR/0", "ﾞ*"]
)
def test_where_there_is_no_word_there_is_nothing_to_offer(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.repaired == ""
    assert caught.value.part


def test_a_star_asks_for_nothing_where_each_letter_is_a_word() -> None:
    assert parse("大桥*") == parse("大桥") == Terms(("大", "桥"))


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
        ("-ferry bridge", "NOT ferry bridge"),
        ("NOT NOT ferry", "ferry"),
        ("ferry AND (quay)", "ferry AND quay"),
        ("Ferry", "ferry"),
        ('"old quay" the', '"old quay"'),
        ('("old quay") ferry', '"old quay" ferry'),
        ("ferry NEAR bridge", f"ferry NEAR/{NEAR_WORDS} bridge"),
        ("bridge~", "bridge~1"),
        ("Évêq*", "eveq*"),
        ("~50 ferry", "50 ferry"),
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
    assert parse("ferry or bridge") == Most((bare("ferry"), bare("bridge")))
    assert parse("NOTE") == bare("note")
    assert parse("ORSAVAN NEARLY") == Most((bare("orsavan"), bare("nearly")))


TREES: list[tuple[str, Tree]] = [
    ("oar sail", Most((OAR, SAIL))),
    ("oar AND sail", And((OAR, SAIL))),
    ("oar sail AND mast", And((SAIL, MAST, OAR))),
    ("oar sail AND mast quay", And((SAIL, MAST, Most((OAR, bare("quay")))))),
    ('"the oar" sail mast -quay', And((Terms(("the", "oar"), exact=True), Not(bare("quay")), Most((SAIL, MAST))))),
    ("(oar sail) mast", Most((Most((OAR, SAIL)), MAST))),
    ("oar sail OR NOT mast", Or((Most((OAR, SAIL)), Not(MAST)))),
    ("oar* sail~", Most((Prefix("oar"), Fuzzy("sail", 1)))),
    ("oar sail NEAR/3 mast", Most((OAR, Near((SAIL, MAST), 3)))),
    ('"the oar" NEAR mast', Near((Terms(("the", "oar"), exact=True), MAST), NEAR_WORDS)),
    ("-oar NEAR/0 mast", Not(Near((OAR, MAST), 0))),
    ("the oar", OAR),
    ("oar oar oars sail", Most((OAR, SAIL))),
    ("the who", Most((THE, WHO))),
    ("the AND oar", And((THE, OAR))),
    ("the -oar", And((Not(OAR), THE))),
]


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_what_stands_side_by_side_is_most_and_what_is_quoted_negated_or_beside_an_and_is_required(
    query: str, tree: Tree
) -> None:
    assert parse(query) == tree


def test_a_word_keeps_the_form_in_which_it_was_typed_and_a_phrase_and_a_hyphened_word_have_none() -> None:
    assert [leaf.written for leaf in named(parse('Ferries "old quay" well-known')) if isinstance(leaf, Terms)] == [
        "",
        "ferries",
        "",
    ]


def test_a_star_and_a_tilde_between_quotation_marks_are_marks_like_any_other() -> None:
    assert parse('"bridg* sai~9"') == Terms(("bridg", "sai", "9"), exact=True)


def test_what_is_excluded_is_not_marked_and_is_named() -> None:
    tree = parse("the oar -sail")
    assert list(sought(tree)) == [OAR]
    assert set(named(tree)) == {OAR, SAIL}


def test_the_limits_are_in_the_sentences() -> None:
    with pytest.raises(QueryError, match=f"{EDITS_LIMIT} letters at most"):
        parse("ferry~3")
    with pytest.raises(QueryError, match=f"NEAR/{NEAR_LIMIT} is the limit"):
        parse("ferry NEAR/51 quay")
    with pytest.raises(QueryError, match=f"more than {OPEN_LIMIT} words with"):
        parse(" ".join(f"ferr{n}*" for n in range(OPEN_LIMIT + 1)))


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:9].encode("unicode_escape").decode())
def test_no_query_takes_long(query: str) -> None:
    started = perf_counter()
    parse(repaired(query))
    assert perf_counter() - started < SECONDS


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


@settings(max_examples=500)
@given(st.text())
def test_any_text_is_read_or_mended_or_has_no_word(query: str) -> None:
    parse(repaired(query))


words_of_their_own = st.sampled_from(("ferry", "quay", "bridg*", "stor~", '"old quay"', "mast NEAR oar"))


@given(words_of_their_own)
def test_most_of_one_is_that_one(word: str) -> None:
    assert parse(f"( {word} )") == parse(word)
    assert not isinstance(parse(word), Most | And)


@given(words_of_their_own, words_of_their_own)
def test_both_neighbours_of_an_and_are_required(one: str, other: str) -> None:
    assert parse(f"{one} AND {other}") == And((parse(one), parse(other)))
