"""Links are put together fast, and say what the query's own addresses say."""

import strategies
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.urls import iri_to_uri

from search.facets import FACETS
from search.query import Query
from web.links import Links, anchor, article_path, hidden, speaker_path

facets = st.sampled_from([facet.name for facet in FACETS])
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
kept = st.lists(st.sampled_from(("a~1", "b/c~22", "ü & é~3")), unique=True, max_size=3)


@given(strategies.queries(), facets, names, kept)
def test_a_link_says_what_the_query_that_it_leads_to_says(
    query: Query, facet: str, name: str, places: list[str]
) -> None:
    for place in places:
        query = query.keeping(place)
    links = Links(query, "/search")
    for _ in range(2):  # the second time from what was put together the first
        assert links.toggled(facet, name) == query.toggled(facet, name).address("/search")
        assert links.excluding(facet, name) == query.excluding(facet, name).address("/search")


@given(strategies.queries(), facets)
def test_a_chosen_value_is_taken_back_by_its_link(query: Query, facet: str) -> None:
    chosen = query.toggled(facet, "Ann & Lee").toggled(facet, "Odd=Ruun?")
    assert Links(chosen).toggled(facet, "Ann & Lee") == chosen.toggled(facet, "Ann & Lee").address("")


def test_a_link_to_nothing_chosen_is_still_a_link() -> None:
    assert Links(Query("oar")).to(Query()) == "?"
    assert Links(Query("oar"), "/search").to(Query()) == "/search"


def test_what_is_opened_and_kept_stays_where_it_is_on_the_page() -> None:
    links = Links(Query("oar", page=3))
    assert links.opening("news/Day 9~12") == "?q=oar&page=3&open=news%2FDay+9~12#h-news_2f_Day_20_9_7e_12"
    assert links.keeping("ferry~2").endswith("&keep=ferry~2#h-ferry_7e_2")
    assert anchor("ferry~2") == "h-ferry_7e_2"


def test_a_form_carries_along_all_but_its_own_and_the_page() -> None:
    query = Query("oar", page=4).toggled("outlet", "Wire").keeping("ferry~2").opening("ferry~2").sorted_by("newest")
    assert list(hidden(query, "q")) == [("outlet", "Wire"), ("sort", "newest"), ("keep", "ferry~2")]


@given(names)
def test_paths_are_addresses_whatever_a_name_holds(name: str) -> None:
    for path in (article_path(name), speaker_path(name)):
        assert path == iri_to_uri(path)
        assert not set(path) & set('?#"<> ')
