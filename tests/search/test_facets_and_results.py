"""The values that a paragraph has, and the order in which a page shows them."""

from dataclasses import replace
from datetime import date

import strategies
from examples import query_of, says
from hypothesis import given
from hypothesis import strategies as st

from search.facets import FACETS, NOBODY, UNKNOWN
from search.model import Article, Fact, Paragraph
from search.query import PAGE_SIZE, Query
from search.results import Results, facet_values

BY_NAME = {facet.name: facet for facet in FACETS}
ARTICLE = Article("a", Fact(), Fact("The Tarn Post", "stated"), Fact(date(2024, 5, 31), "stated"), ())
SILENT = Paragraph(1, "caption", "The pier at low water.")


def values(facet: str, paragraph: Paragraph = SILENT, article: Article = ARTICLE) -> tuple[str, ...]:
    return BY_NAME[facet].values(article, paragraph)


def test_a_paragraph_has_each_of_its_speakers_once() -> None:
    spoken = replace(SILENT, statements=(says("Odd Ruun"), says("Lee, Ann"), says(None), says("Odd Ruun")))
    assert values("speaker", spoken) == ("Odd Ruun", "Lee, Ann")


def test_nobody_speaks_is_not_somebody_unknown_speaks() -> None:
    assert values("speaker") == (NOBODY,)
    assert values("speaker", replace(SILENT, statements=(says(None),))) == (UNKNOWN,)


def test_outlet_year_and_part_are_those_of_article_and_paragraph() -> None:
    assert (values("outlet"), values("date"), values("part")) == (("The Tarn Post",), ("2024",), ("caption",))


def test_what_is_unknown_is_a_value_of_its_own() -> None:
    blank = replace(ARTICLE, outlet=Fact(), published=Fact())
    assert (values("outlet", article=blank), values("date", article=blank)) == ((UNKNOWN,), (UNKNOWN,))


def test_a_value_that_does_not_speak_for_itself_has_a_label() -> None:
    assert BY_NAME["speaker"].title(NOBODY) == "Nobody speaks"
    assert BY_NAME["speaker"].title("Odd Ruun") == "Odd Ruun"
    assert BY_NAME["outlet"].title(UNKNOWN) == "Unknown outlet"


@given(strategies.articles())
def test_every_paragraph_has_a_value_in_every_facet(article: Article) -> None:
    assert all(facet.values(article, paragraph) for facet in FACETS for paragraph in article.paragraphs)


def test_chosen_values_come_first_then_frequent_ones_then_by_name() -> None:
    query = query_of(chosen={"speaker": ["Zoe Ax"]})
    shown = facet_values(BY_NAME["speaker"], {"Bo Ek": 1, "Al Ek": 1, "Zoe Ax": 1, "Odd Ruun": 9}, query)
    assert [value.value for value in shown] == ["Zoe Ax", "Odd Ruun", "Al Ek", "Bo Ek"]
    assert [value.selected for value in shown] == [True, False, False, False]


def test_a_chosen_value_that_nothing_has_stays_so_that_it_can_be_taken_away() -> None:
    (shown,) = facet_values(BY_NAME["outlet"], {}, query_of(chosen={"outlet": ["Gone Gazette"]}))
    assert (shown.value, shown.count, shown.selected) == ("Gone Gazette", 0, True)


def test_a_value_that_nothing_has_and_nobody_chose_is_not_shown() -> None:
    assert facet_values(BY_NAME["outlet"], {"Courier": 0}, Query()) == ()


@given(st.integers(0, 10 * PAGE_SIZE))
def test_there_are_as_many_pages_as_hits_need_and_at_least_one(total: int) -> None:
    pages = Results(Query(), total, (), {}).pages
    assert pages >= 1
    assert (pages - 1) * PAGE_SIZE < max(total, 1) <= pages * PAGE_SIZE


def test_by_speaker_there_are_pages_for_those_who_are_named_and_heard_alone() -> None:
    query = query_of(view="speakers").excluding("speaker", "Bo Ek")
    counts = {**{f"Speaker {n:02}": 1 for n in range(PAGE_SIZE)}, NOBODY: 9, UNKNOWN: 3, "Bo Ek": 2}
    results = Results(query, 34, (), {"speaker": facet_values(BY_NAME["speaker"], counts, query)})
    assert [value.value for value in results.named] == [f"Speaker {n:02}" for n in range(PAGE_SIZE)]
    assert results.pages == 1
