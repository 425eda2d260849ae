"""A query is its address: it goes into one and comes back the same."""

from dataclasses import replace
from datetime import date

import pytest
import strategies
from examples import query_of
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from search.errors import QueryError
from search.parameters import CHOICE_LIMIT, VALUE_LIMIT
from search.query import PAGE_LIMIT, SORTS, VIEWS, Query, View

pages = st.integers(1, PAGE_LIMIT)
facets = st.sampled_from(("speaker", "outlet", "date", "kind", "act", "venue", "language", "part"))
names = st.text(min_size=1, max_size=VALUE_LIMIT)


def from_params(*params: tuple[str, str]) -> Query:
    return Query.from_params(MultiDict(params))


places = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)).map(lambda p: f"{p[0]}/x~{p[1]}"), unique=True)


@given(strategies.queries(), pages, st.sampled_from(VIEWS), places, places)
def test_a_query_comes_back_from_its_address(
    query: Query, page: int, view: View, opened: list[str], kept: list[str]
) -> None:
    there = replace(query, page=page, view=view, opened=tuple(opened), kept=tuple(kept))
    assert Query.from_params(MultiDict(there.params())) == there


@given(st.text().map(str.strip), facets, names)
def test_any_words_and_any_value_come_back_from_an_address(words: str, facet: str, name: str) -> None:
    query = query_of(words, {facet: [name]})
    assert Query.from_params(MultiDict(query.params())) == query


@given(strategies.queries(), facets, names)
def test_toggling_a_value_twice_changes_nothing(query: Query, facet: str, name: str) -> None:
    assert query.toggled(facet, name).toggled(facet, name) == query
    assert query.excluding(facet, name).excluding(facet, name) == query


@given(strategies.queries(), facets, names)
def test_a_value_is_chosen_or_excluded_and_never_both(query: Query, facet: str, name: str) -> None:
    chosen = query.excluding(facet, name).toggled(facet, name)
    assert name in chosen.values(facet)
    assert name not in chosen.unwanted(facet)
    assert name not in chosen.excluding(facet, name).values(facet)
    assert name not in chosen.free_of(facet).values(facet)


def test_a_paragraph_is_kept_and_opened_until_it_is_asked_for_again() -> None:
    query = Query("ferry", page=3).keeping("ferry~2").opening("ferry~2").keeping("pier~1")
    assert (query.kept, query.opened, query.page) == (("ferry~2", "pier~1"), ("ferry~2",), 3)
    assert query.keeping("ferry~2").opening("ferry~2") == Query("ferry", page=3, kept=("pier~1",))
    assert query.with_words("pier").kept == query.kept
    assert query.with_words("pier").opened == ()


@given(strategies.queries(), pages, facets, names)
def test_toggling_leads_to_the_first_page(query: Query, page: int, facet: str, name: str) -> None:
    assert replace(query, page=page).toggled(facet, name).page == 1


def test_the_values_of_a_facet_are_chosen_side_by_side() -> None:
    query = Query().toggled("speaker", "Odd Ruun").toggled("speaker", "Lee, Ann").toggled("outlet", "Courier")
    assert query.values("speaker") == ("Lee, Ann", "Odd Ruun")
    assert query.values("kind") == ()


def test_an_address_says_only_what_was_asked() -> None:
    assert Query().params() == []
    assert query_of("ferry", {"outlet": ["B", "A"]}, since=date(2024, 2, 29), sort="oldest", page=3).params() == [
        ("q", "ferry"),
        ("outlet", "A"),
        ("outlet", "B"),
        ("from", "2024-02-29"),
        ("sort", "oldest"),
        ("page", "3"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "yesterday"),
        ("from", "2023-02-29"),
        ("to", "29.2.2024"),
        ("to", "2024"),
        ("to", "\ud800"),
        ("sort", "random"),
        ("sort", "Newest"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "two"),
        ("page", "1.5"),
        ("page", "٣"),
        ("page", "9" * 5000),
        ("page", str(PAGE_LIMIT + 1)),
        ("speaker", "x" * (VALUE_LIMIT + 1)),
        ("not-speaker", "x" * (VALUE_LIMIT + 1)),
        ("view", "upside down"),
        ("open", "ferry"),
        ("open", "ferry~two"),
        ("keep", "\x00~1"),
        ("keep", "x" * 400 + "~1"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(QueryError) as caught:
        from_params(("q", "ferry"), (name, value))
    assert caught.value.part == name.removeprefix("not-")
    assert len(str(caught.value)) < 200


def test_days_the_wrong_way_round_are_named_both() -> None:
    with pytest.raises(QueryError, match="wrong way round") as caught:
        from_params(("from", "2024-05-02"), ("to", "2024-05-01"))
    assert caught.value.part == "from, to"


def test_more_values_than_anyone_chooses_are_refused() -> None:
    chosen = [("speaker", f"Speaker {n}") for n in range(CHOICE_LIMIT + 1)]
    assert len(from_params(*chosen[1:]).choices) == CHOICE_LIMIT
    with pytest.raises(QueryError, match=str(CHOICE_LIMIT)):
        from_params(*chosen)


def test_empty_and_unknown_parameters_say_nothing() -> None:
    empty = [(name, "") for name in ("q", "speaker", "outlet", "from", "to", "sort", "page")]
    assert from_params(*empty, ("colour", "blue")) == Query()


def test_space_around_words_days_and_pages_says_nothing() -> None:
    query = from_params(("q", "  ferry "), ("from", " 2024-05-01 "), ("page", " 2 "))
    assert query == Query("ferry", since=date(2024, 5, 1), page=2)


@pytest.mark.parametrize("sort", SORTS)
def test_without_words_the_newest_come_first_unless_the_oldest_are_asked_for(sort: str) -> None:
    assert from_params(("q", " "), ("sort", sort)).ordered == {"oldest": "oldest"}.get(sort, "newest")
    assert from_params(("q", "ferry"), ("sort", sort)).ordered == sort


def test_words_that_cannot_be_read_fail_when_they_are_read() -> None:
    query = from_params(("q", '"ferry'))
    with pytest.raises(QueryError):
        _ = query.tree
