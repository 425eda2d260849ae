"""Did you mean: misspelt words are replaced by those of the index, and nothing else of a query changes."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
import strategies
from examples import article, paragraph, query_of, says
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.deadline import Deadline
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.model import Article, Span
from search.query import Query
from search.suggesting import suggestion
from search.suggesting.meant import RARE, TIMES
from search.suggesting.relaxing import relaxed

NEWS = article(
    "news",
    paragraph("The bridge tolls rise again, and the harbour master was told.", says("Ida Ortiz")),
    paragraph("Harbour and bridge: 1984 was the year of the ferry, of chips and of ships.", says("Ann Lee")),
    paragraph("The brigade, the bridge. A precaution, says the council of ships.", says(None)),
    outlet="The Tarn Post",
    published=date(2024, 5, 31),
)


def engine(*articles: Article) -> MemoryEngine:
    memory = MemoryEngine()
    memory.build(articles or (NEWS,))
    return memory


HELD = engine()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brigde", "bridge"),
        ("Brigde TOLSL", "Bridge TOLLS"),
        ("the “brigde tolls”", "the “bridge tolls”"),
        ('"bridge tols"', '"bridge tolls"'),  # and not told, which is as near, but finds nothing there
        ("brigde’s tolls", "bridge tolls"),
        ("precuatoin", "precaution"),  # two edits in a long word
        ("(fery OR harbor) -tolls", "(ferry OR harbour) -tolls"),
        ("ferry AND NOT tols AND briddge", "ferry AND NOT tols AND bridge"),
        ("harbour-mastr", "harbour-master"),
        ("brid ge", "bridge"),
        ('"har bour"', '"harbour"'),
        ("bridgetolls", "bridge tolls"),
        ("BRIDGETOLLS", "BRIDGE TOLLS"),
        ("zhips", "ships"),  # more frequent than chips
    ],
)
def test_a_misspelt_word_becomes_the_one_that_was_probably_meant(typed: str, meant: str) -> None:
    found = suggestion(Query(typed), engine())
    assert found
    assert found.query == Query(meant)
    assert found.total == engine().search(Query(meant)).total


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "bridge tolls",
        "bridges tolling",  # other forms of words that are there
        "-brigde ferry",
        "NOT (brigde tols) ferry",
        "brigd* ferry~ brigde~2",
        "1985",
        "yer",  # three letters
        "precution",  # is there: see below
        "nowhere whatsoever",
        "brigde nowhere",  # "bridge nowhere" finds nothing either
        '"brigde',
        "brigde AND",
        "\ud800",
        "!!",
    ],
)
def test_nothing_is_suggested_for_what_is_right_or_cannot_be_mended(typed: str) -> None:
    assert suggestion(Query(typed), engine(NEWS, article("b", paragraph("Precution!")))) is None


def test_a_word_as_near_that_begins_with_the_same_letter_goes_before_a_more_frequent_one() -> None:
    memory = engine(article("a", paragraph("cabin"), paragraph("robin"), paragraph("robin")))
    found = suggestion(Query("cobin"), memory)
    assert found
    assert found.query.words == "cabin"


@pytest.mark.parametrize(("often", "words"), [(TIMES, "recieve"), (TIMES * RARE - 1, "brigde")])
def test_a_rare_word_gives_way_only_to_one_that_is_a_hundred_times_as_frequent(often: int, words: str) -> None:
    rare = {"recieve": 1, "brigde": 2}[words]
    right = {"recieve": "receive", "brigde": "bridge"}[words]
    paragraphs = [paragraph(words)] * rare + [paragraph(right)] * often
    found = suggestion(Query(words), engine(article("a", *paragraphs)))
    assert (found.query.words if found else "") == {"recieve": "receive", "brigde": ""}[words]


def test_a_word_is_suggested_with_the_accents_that_it_has_in_the_texts_and_the_names() -> None:
    memory = engine(
        article("a", paragraph("Über ERDOĞAN’s café, a café.", says("José Ortuño")), paragraph("The cafe of Erdoğan.")),
        article("b", paragraph("They don’t say."), paragraph("Erdogan")),
    )
    words = {typed: suggestion(Query(typed), memory) for typed in ("Erdgan", "ortunno", "dontt", "caffe", "ERDGAN")}
    found = {typed: meant.query.words for typed, meant in words.items() if meant}
    assert found == {
        "Erdgan": "Erdoğan",
        "ortunno": "ortuño",
        "dontt": "don’t",
        "caffe": "café",
        "ERDGAN": "ERDOĞAN",
    }
    assert all(meant and meant.total == memory.search(meant.query).total for meant in words.values())


def test_what_changed_is_marked_in_the_new_words() -> None:
    found = suggestion(Query("the Brigde and bridgetolls"), engine())
    assert found
    assert found.query.words == "the Bridge and bridge tolls"
    assert [span.of(found.query.words) for span in found.changed] == ["Bridge", "bridge tolls"]


def test_all_else_that_was_asked_for_stays_and_the_first_page_comes() -> None:
    query = query_of("fery", {"outlet": ["The Tarn Post"]}, since=date(2024, 1, 1), sort="oldest", page=3)
    found = suggestion(query, engine())
    assert found
    assert found.query == query.with_words("ferry")
    assert found.changed == (Span(0, 5),)


def test_what_finds_nothing_for_what_is_chosen_is_not_suggested() -> None:
    assert suggestion(query_of("fery", {"speaker": ["Ida Ortiz"]}), engine()) is None
    assert suggestion(query_of("fery", {"speaker": ["Ann Lee"]}), engine())


def test_an_operator_never_comes_of_a_misspelt_word() -> None:
    found = suggestion(Query("bridge AANDD tolls"), engine(article("a", paragraph("bridge tolls aand"))))
    assert found
    assert found.query.words == "bridge AAND tolls"
    assert suggestion(Query("bridge ANDD"), engine()).query.words == "bridge and"  # type: ignore[union-attr]


def test_past_the_deadline_nothing_is_suggested() -> None:
    assert suggestion(Query("brigde"), engine(), Deadline.after(-1)) is None


misspelt = st.lists(
    st.sampled_from(("brigde", "Closd", "minsiter", '"bridg closd"', "-brigde", "OR", "the", "ministr~", "bri dge")),
    min_size=1,
    max_size=4,
).map(" ".join)


@hypothesis_settings(max_examples=60)
@given(st.lists(strategies.articles(), max_size=5), st.lists(misspelt, min_size=1, max_size=4), strategies.choices)
def test_a_suggestion_is_another_query_that_finds_something_and_the_same_from_either_engine(
    articles: list[Article], typed: list[str], choices: frozenset[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh, memory = WhooshEngine(Path(folder) / "index"), engine(*articles)
        whoosh.build(memory.articles.values())
        for query in (Query(words, choices) for words in typed):
            found = suggestion(query, whoosh)
            assert found == suggestion(query, memory)
            assert found is None or found.query != query
            assert found is None or whoosh.search(found.query).total == found.total > 0


@given(st.text(alphabet=st.one_of(st.sampled_from('"“()-*~ ORNTbrigde:’é1'), st.characters()), max_size=40))
def test_any_text_at_all_may_be_asked_about(typed: str) -> None:
    found = suggestion(Query(typed), HELD)
    assert found is None or HELD.search(found.query).total == found.total > 0
    assert all(HELD.search(option.query).total == option.total > 0 for option in relaxed(Query(typed), HELD))
