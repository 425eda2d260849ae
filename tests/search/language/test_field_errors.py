"""What is said where a field cannot be read, and what is offered instead."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import QueryError
from search.language import parse
from search.language.repair import LENGTH_LIMIT, OPEN_LIMIT, TERM_LIMIT
from search.tree import Everything

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
