"""What Whoosh itself gets wrong, or makes easy to get wrong, does not reach a reader."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from examples import article, paragraph, query_of, says
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.query import HIT_LIMIT, PAGE_LIMIT, PAGE_SIZE, Query


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return WhooshEngine(tmp_path / "index")


def found(engine: WhooshEngine, query: Query) -> list[str]:
    return [hit.article.id for hit in engine.search(query).hits]


def test_the_first_document_is_excluded_like_any_other(engine: WhooshEngine) -> None:
    engine.build([article(id, paragraph(text)) for id, text in (("a", "oar sail"), ("b", "oar"), ("c", "oar sail"))])
    assert found(engine, Query("oar NOT sail")) == ["b"]
    assert found(engine, Query("NOT sail")) == ["b"]
    assert found(engine, Query("NOT oar")) == []


def test_of_one_id_twice_in_a_build_the_later_counts(engine: WhooshEngine) -> None:
    first = article("a", paragraph("Old news."), paragraph("More of it."), raw="old")
    other, later = article("b", paragraph("Other news.")), article("a", paragraph("New news."), raw="new")
    contents = engine.build([first, other, first, later])
    assert (contents.articles, contents.paragraphs) == (2, 2)
    assert engine.search(Query("old")).total == 0
    assert sorted(found(engine, Query("news"))) == ["a", "b"]
    assert engine.article("a") == later


def test_a_comma_in_a_name_parts_nothing(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("It sails.", says("Lee, Ann")), outlet="Tarn, Ruun & Post")])
    facets = engine.search(Query()).facets
    assert [value.value for value in facets["speaker"]] == ["Lee, Ann"]
    assert [value.value for value in facets["outlet"]] == ["Tarn, Ruun & Post"]
    assert engine.search(query_of(chosen={"speaker": ["Lee, Ann"]})).total == 1
    assert engine.search(query_of(chosen={"speaker": ["Lee"]})).total == 0


def test_the_undated_come_last_in_both_orders(engine: WhooshEngine) -> None:
    days = {"u": None, "o": date(1, 1, 1), "n": date(9999, 12, 31)}
    engine.build([article(id, paragraph("It sails."), published=day) for id, day in days.items()])
    assert found(engine, Query(sort="newest")) == ["n", "o", "u"]
    assert found(engine, Query(sort="oldest")) == ["o", "n", "u"]
    assert found(engine, Query(since=date(1, 1, 1), until=date(9999, 12, 31))) == ["n", "o"]


def test_a_phrase_does_not_run_from_one_speaker_into_the_next(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("They met.", says("Odd Ruun"), says("Ann Lee")))])
    assert found(engine, Query('"ruun ann"')) == []
    assert found(engine, Query('"odd ruun" "ann lee"')) == ["a"]


def test_a_phrase_does_not_run_from_a_title_into_the_text(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("Harbour shut."), title="Storm")])
    assert found(engine, Query('"storm harbour"')) == []


@pytest.mark.parametrize(("phrase", "total"), [("no no", 2), ("no no no", 1), ("no yes no", 1), ("yes yes", 0)])
def test_a_phrase_may_repeat_a_word(engine: WhooshEngine, phrase: str, total: int) -> None:
    engine.build([article("a", paragraph("No, no, yes."), paragraph("No. No! No? Yes, no."))])
    assert engine.search(Query(f'"{phrase}"')).total == total


@settings(max_examples=60)
@given(st.lists(st.text("ny ", max_size=12), min_size=1, max_size=5), st.lists(st.text("ny", min_size=1), max_size=6))
def test_phrases_of_few_words_are_found_as_memory_finds_them(texts: list[str], words: list[str]) -> None:
    query = Query(f'"n {" ".join(words)}"')
    articles = [article("a", *(paragraph(text) for text in texts))]
    memory = MemoryEngine()
    memory.build(articles)
    with tempfile.TemporaryDirectory() as folder:
        whoosh = WhooshEngine(Path(folder) / "index")
        whoosh.build(articles)
        assert whoosh.search(query).total == memory.search(query).total


def test_pages_go_to_the_limit_and_no_further(engine: WhooshEngine) -> None:
    engine.build([article("a", *(paragraph("oar") for _ in range(HIT_LIMIT + 1)))])
    last = engine.search(Query("oar", page=PAGE_LIMIT))
    assert last.total == HIT_LIMIT + 1
    assert [hit.paragraph.number for hit in last.hits] == list(range(HIT_LIMIT - PAGE_SIZE + 1, HIT_LIMIT + 1))
    assert engine.search(Query("oar", page=PAGE_LIMIT + 1)).hits == ()


def test_a_page_after_the_last_hit_is_empty(engine: WhooshEngine) -> None:
    engine.build([article("a", *(paragraph("oar") for _ in range(PAGE_SIZE)))])
    assert engine.search(Query("oar", page=2)).hits == ()
    assert engine.search(Query("oar", page=2)).total == PAGE_SIZE


def test_an_index_of_nothing_answers_nothing(engine: WhooshEngine) -> None:
    assert engine.build([]).articles == 0
    for words in ("", "oar", "NOT oar", '"oar sail"', "oar OR sail"):
        assert engine.search(Query(words)).total == 0
    assert engine.article("a") is None


LARGE = "x" * 70_000
ODD_ARTICLES = [
    article(LARGE, paragraph(LARGE), outlet=LARGE, title=LARGE),
    article("\x00/../é", paragraph("\x00|\n"), outlet="|", title="NOT"),
    article("a", paragraph("", says("")), paragraph("🚢 ﾞ", says("🚢"))),
    article("b", *(paragraph("oar", says(f"Speaker {n}")) for n in range(500))),
]


def test_articles_of_any_shape_come_back_as_they_were(engine: WhooshEngine) -> None:
    engine.build(ODD_ARTICLES)
    assert [engine.article(one.id) for one in ODD_ARTICLES] == ODD_ARTICLES
    assert engine.search(query_of(chosen={"speaker": ["Speaker 499"]})).total == 1


def test_an_article_comes_back_whole(engine: WhooshEngine) -> None:
    one = article("a", paragraph("One.", says("Odd Ruun")), paragraph("Two."), outlet="Wire", raw="One.\n\nTwo.")
    engine.build([one])
    assert engine.article("a") == one
    assert engine.article("A") is None


def test_what_is_no_text_is_found_nowhere(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("The oar."))])
    assert engine.article("\ud800") is None
    assert engine.search(query_of(chosen={"speaker": ["\ud800"]})).total == 0


def test_a_small_change_is_numbered_behind_many_articles(engine: WhooshEngine) -> None:
    engine.build([article(f"a{n}", paragraph("The oar.", says("Ann Lee"), says("Odd Ruun"))) for n in range(300)])
    changed = article("a7", paragraph("The sail.", says("Odd Ruun"), says("Ann Lee")))
    assert engine.update([changed]).articles == 300
    assert engine.article("a7") == changed
    assert found(engine, Query("sail")) == ["a7"]
    assert engine.search(query_of(chosen={"speaker": ["Ann Lee"]})).total == 300


def test_articles_beyond_a_byte_are_told_apart_after_an_update(engine: WhooshEngine) -> None:
    engine.build([article(f"a{n}", paragraph(f"word{n}")) for n in range(200)])
    changed = [article(f"b{n}", paragraph(f"other{n}")) for n in range(100)]
    assert engine.update(changed).articles == 300
    assert [engine.article(one.id) for one in changed] == changed
    assert found(engine, Query("other80")) == ["b80"]


def test_an_article_that_lost_its_paragraphs_is_no_longer_found(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("Old news.")), article("b", paragraph("Other news."))])
    engine.update([article("a")])
    assert found(engine, Query("news")) == ["b"]


def test_what_fails_in_the_articles_of_an_update_is_not_taken_for_damage(engine: WhooshEngine) -> None:
    engine.build([article("a", paragraph("News."))])
    with pytest.raises(FileNotFoundError):
        engine.update(article(name, paragraph(Path(name).read_text())) for name in ["/no/such/file"])
    assert engine.search(Query("news")).total == 1
