"""The memory engine is the meaning of a query, so what people expect of a search is written here."""

from datetime import date

from examples import article, paragraph, query_of, says

from search.engines.memory import MemoryEngine
from search.expansion import EXPANSION_LIMIT
from search.model import Article
from search.query import PAGE_SIZE, Query
from search.results import Results

ARTICLES = (
    article(
        "ferry",
        paragraph("“No ferry sails,” said Ann Lee.", says("Lee, Ann")),
        paragraph("Odd Ruun denies it.", says("Odd Ruun")),
        outlet="Tarn Post",
        published=date(2024, 5, 31),
        title="Harbour shut",
    ),
    article("storm", paragraph("The storm shut the harbour."), outlet="Wire", published=date(2023, 1, 1)),
    article("diary", paragraph("A ferry, undated."), paragraph("Both spoke.", says("Odd Ruun"), says("Lee, Ann"))),
)


def search(query: Query, articles: tuple[Article, ...] = ARTICLES) -> Results:
    engine = MemoryEngine()
    engine.build(articles)
    return engine.search(query)


def found(query: Query, articles: tuple[Article, ...] = ARTICLES) -> list[tuple[str, int]]:
    return [(hit.article.id, hit.paragraph.number) for hit in search(query, articles).hits]


def counts(query: Query, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in search(query).facets[facet]}


def test_words_are_found_in_text_speakers_and_title() -> None:
    assert found(Query("sails")) == [("ferry", 1)]
    assert found(Query("ruun")) == [("ferry", 2), ("diary", 2)]
    assert found(Query("harbour NOT storm")) == [("ferry", 1)]


def test_a_headline_is_found_once_at_the_first_paragraph() -> None:
    assert found(Query('"harbour shut"')) == [("ferry", 1)]


def test_words_of_a_query_may_stand_in_different_fields_of_a_paragraph() -> None:
    assert found(Query("denies ruun")) == [("ferry", 2)]


def test_a_word_is_found_in_its_other_forms_and_a_phrase_is_not() -> None:
    assert found(Query("ferries sailing")) == [("ferry", 1)]
    assert found(Query('"ferries"')) == []


def test_of_three_words_two_will_do_and_of_two_both_are_needed() -> None:
    assert found(Query("ferry sails yesterday")) == [("ferry", 1)]
    assert found(Query("ferry yesterday")) == []


def test_stop_words_are_never_needed() -> None:
    assert found(Query("who were the ferry", sort="newest")) == [("ferry", 1), ("diary", 1)]


def test_the_beginning_of_a_word_is_found_in_all_fields_as_it_is_written() -> None:
    assert found(Query("harb*")) == [("ferry", 1), ("storm", 1)]
    assert found(Query("ruu*")) == [("ferry", 2), ("diary", 2)]
    assert found(Query("storms*")) == []


def test_a_misspelled_word_is_found() -> None:
    assert found(Query("fery~ NOT undated")) == [("ferry", 1)]
    assert found(Query("harbuor~")) == [("ferry", 1), ("storm", 1)]


def test_words_near_each_other_stand_in_one_field() -> None:
    assert found(Query("storm NEAR/2 harbour")) == [("storm", 1)]
    assert found(Query("storm NEAR/1 harbour")) == []
    assert found(Query("ferry NEAR harbour")) == []


def test_a_beginning_of_too_many_words_stands_for_the_most_frequent_and_that_is_said() -> None:
    rare = " ".join(f"bridge{n:04}" for n in range(EXPANSION_LIMIT))
    articles = (
        article("rare", paragraph(rare)),
        article("last", paragraph("bridge9999")),
        article("x", paragraph("x")),
    )
    often = (*articles, article("again", paragraph("bridge9999")))
    assert found(Query("bridge*"), articles) == [("rare", 1)]
    assert found(Query("bridge*"), often) == [("rare", 1), ("again", 1), ("last", 1)]
    assert search(Query("bridge*"), often).notes == (
        "“bridge*” stands for 1,001 words; the 1,000 most frequent are searched",
    )
    assert search(Query("bridge99*"), often).notes == ()


def test_the_values_of_one_facet_widen_and_those_of_two_narrow() -> None:
    both = {"speaker": ["Lee, Ann", "Odd Ruun"]}
    assert found(query_of(chosen=both)) == [("ferry", 1), ("ferry", 2), ("diary", 2)]
    assert found(query_of(chosen={**both, "outlet": ["Tarn Post"]})) == [("ferry", 1), ("ferry", 2)]


def test_a_facet_ignores_its_own_choice() -> None:
    assert counts(query_of(chosen={"outlet": ["Wire"]}), "outlet") == {"Wire": 1, "Tarn Post": 2, "unknown": 2}


def test_a_facet_heeds_the_choices_of_the_others() -> None:
    assert counts(query_of(chosen={"outlet": ["Tarn Post"]}), "speaker") == {"Lee, Ann": 1, "Odd Ruun": 1}


def test_a_paragraph_of_two_speakers_counts_for_both() -> None:
    assert counts(Query(), "speaker") == {"Lee, Ann": 2, "Odd Ruun": 2, "nobody": 2}


def test_both_days_of_a_range_are_in_it_and_the_undated_are_not() -> None:
    assert found(Query(since=date(2023, 1, 1), until=date(2023, 1, 1))) == [("storm", 1)]
    assert found(Query(since=date(2023, 1, 2))) == [("ferry", 1), ("ferry", 2)]
    assert found(Query(until=date(2024, 5, 30))) == [("storm", 1)]


def test_the_undated_come_last_in_both_orders() -> None:
    assert found(Query(sort="newest"))[-2:] == found(Query(sort="oldest"))[-2:] == [("diary", 1), ("diary", 2)]


def test_the_most_relevant_says_it_most_often() -> None:
    texts = (article("b", paragraph("Oar and oar.")), article("a", paragraph("An oar.")))
    assert found(Query("oar"), texts) == [("b", 1), ("a", 1)]


def test_a_page_goes_on_where_the_last_one_ended() -> None:
    long = article("long", *(paragraph(f"Line {n}.") for n in range(PAGE_SIZE + 1)))
    assert len(found(Query(), (long,))) == PAGE_SIZE
    assert found(Query(page=2), (long,)) == [("long", PAGE_SIZE + 1)]
    assert found(Query(page=3), (long,)) == []


def test_a_hit_comes_without_the_weight_of_its_article() -> None:
    (hit,) = search(Query("sails")).hits
    assert (hit.article.paragraphs, hit.article.raw) == ((), "")
    assert hit.article.title.value == "Harbour shut"


def test_a_build_replaces_what_was_there_and_counts_what_is() -> None:
    engine = MemoryEngine()
    engine.build(ARTICLES)
    contents = engine.build(ARTICLES[:1])
    assert (contents.articles, contents.paragraphs, contents.statements, contents.speakers) == (1, 2, 2, 2)
    assert contents.outlets == ("Tarn Post",)
    assert engine.article("storm") is None
    assert engine.article("ferry") == ARTICLES[0]
