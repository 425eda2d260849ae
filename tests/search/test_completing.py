"""Completions: speakers, outlets and phrases of the index, as they are typed."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import strategies
from examples import article, paragraph, says
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.completing import Completer, Completion
from search.completing.beginnings import Beginnings, begins, folded_words
from search.completing.begun import LONGEST, TYPED
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.model import Article, Speaker, Statement

ANN, ORTUNO, RUUN = says("Ann Lee"), says("José Ortuño"), says("Odd Ruun")


def spelt(statement: Statement, *also: str) -> Statement:
    """A statement of one who goes by these names, too."""
    return replace(statement, speaker=Speaker(statement.speaker.name if statement.speaker else "", also=also))


PRESS = (
    article(
        "a",
        paragraph("The Brenholm Bridge was closed. At present, nobody crosses the harbour wall.", ANN),
        paragraph("“The Brenholm Bridge is old,” said Lee, who saw the harbour wall fall.", ANN),
        paragraph("The bridge tolls rise, and the bridge tolls fall. Harbour masters know.", ORTUNO),
        outlet="The Tarn Post",
    ),
    article(
        "b",
        paragraph("The harbour master said so. The harbour, master! A bridge.", ANN, RUUN),
        paragraph("The Harbour Master closed the bridge of sighs.", spelt(RUUN, "Captain Ruun")),
        paragraph("Nobody speaks; unknown.", says(None)),
        outlet="Island Wire",
    ),
)


@pytest.fixture
def completer() -> Completer:
    memory = MemoryEngine()
    memory.build(PRESS)
    return Completer(memory)


def texts(found: tuple[Completion, ...], kind: str) -> list[str]:
    return [completion.text for completion in found if completion.kind == kind]


@pytest.mark.parametrize(
    ("typed", "speakers"),
    [
        ("ann", ["Ann Lee"]),
        ("L", ["Ann Lee"]),
        ("ann l", ["Ann Lee"]),
        ("lee ann", []),
        ("ANN   LEE", ["Ann Lee"]),
        ("jose ortuno", ["José Ortuño"]),
        ("Ortuñ", ["José Ortuño"]),
        ("o", ["Odd Ruun", "José Ortuño"]),
        ("captain", ["Odd Ruun"]),
        ("captain ru", ["Odd Ruun"]),
        ("unkn", []),
        ("nobo", []),
    ],
)
def test_speakers_are_found_by_the_beginnings_of_their_names(
    completer: Completer, typed: str, speakers: list[str]
) -> None:
    assert texts(completer.completions(typed), "speaker") == speakers


def test_a_speaker_comes_with_what_to_choose_and_how_many_paragraphs_that_gives(completer: Completer) -> None:
    first, *_ = completer.completions("ann")
    assert first == Completion("speaker", "Ann Lee", 3, "speaker", "Ann Lee")


def test_outlets_are_found_by_any_of_their_words(completer: Completer) -> None:
    assert completer.completions("tarn") == (Completion("outlet", "The Tarn Post", 3, "outlet", "The Tarn Post"),)
    assert texts(completer.completions("wir"), "outlet") == ["Island Wire"]


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("brenh", ["Brenholm Bridge", "Brenholm"]),
        ("bridge", ["bridge tolls", "Bridge is old", "bridge of sighs", "Bridge was closed"]),
        ("bridge t", ["bridge tolls"]),
        ("the bre", ["The Brenholm Bridge"]),
        ("harbour m", ["harbour master"]),
        ("harbour wall ", ["harbour wall fall"]),
        ("at pr", ["At present"]),
        ("harbour master s", ["harbour master said"]),
        ("xyz", []),
    ],
)
def test_phrases_are_those_that_stand_in_the_texts(completer: Completer, typed: str, phrases: list[str]) -> None:
    found = texts(completer.completions(typed), "phrase")
    assert found[: len(phrases)] == phrases
    assert bool(found) == bool(phrases)


def test_a_phrase_says_in_how_many_of_the_paragraphs_it_stands_and_how_it_is_mostly_written(
    completer: Completer,
) -> None:
    assert completer.completions("harbour m") == (Completion("phrase", "harbour master", 2),)
    assert completer.completions("brenholm")[0] == Completion("phrase", "Brenholm Bridge", 2)


def test_a_paragraph_counts_once_however_it_was_found() -> None:
    memory = MemoryEngine()
    memory.build([article("a", paragraph("Bridge tolls, bridge talks: the bridge tolls."), paragraph("Bridge tolls."))])
    for typed in ("bridge to", "bri", "bridge ", "the bridge t"):
        assert max(c.count for c in Completer(memory).completions(typed)) <= 2


def test_no_phrase_goes_over_the_end_of_a_clause_or_ends_in_a_stop_word(completer: Completer) -> None:
    assert "harbour master" not in texts(completer.completions("the harbour,"), "phrase")
    assert texts(completer.completions("bridge of "), "phrase") == ["bridge of sighs"]
    assert texts(completer.completions("present"), "phrase") == []


def test_a_phrase_that_always_goes_on_is_offered_as_far_as_it_goes() -> None:
    memory = MemoryEngine()
    memory.build([article("a", *[paragraph("The minister for fish said no.")] * 3, paragraph("Minister for rain."))])
    assert Completer(memory).completions("mini")[:2] == (
        Completion("phrase", "minister for fish said", 3),
        Completion("phrase", "minister", 4),
    )


def test_a_name_is_not_offered_once_more_as_a_phrase(completer: Completer) -> None:
    memory = MemoryEngine()
    memory.build([article("a", *[paragraph("Ann Lee said that Ann Lee left.", ANN)] * 2)])
    assert [c.text for c in Completer(memory).completions("ann")].count("Ann Lee") == 1


def test_no_kind_takes_the_place_of_the_others() -> None:
    names = [f"Bridger {n:02}" for n in range(20)]
    papers = [
        article(f"{n:02}", paragraph(f"Bridge talk {n}. Bridge tolls.", says(name)), outlet=f"Bridge Post {n}")
        for n, name in enumerate(names)
    ]
    memory = MemoryEngine()
    memory.build(papers)
    found = Completer(memory).completions("bridg")
    assert [completion.kind for completion in found] == ["speaker"] * 4 + ["outlet"] * 2 + ["phrase"] * 2
    assert len(Completer(memory).completions("bridg", limit=3)) == 3
    assert [completion.kind for completion in Completer(memory).completions("bridger")] == ["speaker"] * 8


def test_another_state_of_the_index_is_read_anew() -> None:
    memory = MemoryEngine()
    memory.build(PRESS)
    completer = Completer(memory)
    assert texts(completer.completions("ida"), "speaker") == []
    memory.update([article("c", paragraph("I say so.", says("Ida Ortiz")))])
    assert texts(completer.completions("ida"), "speaker") == ["Ida Ortiz"]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "!!", "-", '"', "\ud800", "\x00", "x" * (LONGEST + 1), "a " * (TYPED + 1), "中", "*", "AND", "ann" * 20],
)
def test_what_cannot_be_read_has_no_completions(completer: Completer, typed: str) -> None:
    assert completer.completions(typed) == ()


def test_no_more_are_given_than_are_asked_for(completer: Completer) -> None:
    assert completer.completions("b", limit=0) == completer.completions("b", limit=-1) == ()
    assert len(completer.completions("b", limit=1)) <= 1


def test_many_threads_may_ask_at_a_time(completer: Completer) -> None:
    typed = ["ann", "bri", "harbour m", "tarn", "o"] * 10
    alone = [completer.completions(words) for words in typed]
    memory = MemoryEngine()
    memory.build(PRESS)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(Completer(memory).completions, typed)) == alone


typing = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from((*strategies.WORDS, *strategies.NAMES, "b", "cl", "Le", "z")), max_size=3).map(" ".join),
)


@hypothesis_settings(max_examples=60)
@given(st.lists(strategies.articles(), max_size=5), st.lists(typing, min_size=1, max_size=6), st.integers(0, 10))
def test_completing_never_fails_and_is_the_same_from_either_engine(
    articles: list[Article], typed: list[str], limit: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh, memory = WhooshEngine(Path(folder) / "index"), MemoryEngine()
        whoosh.build(articles)
        memory.build(articles)
        ours, meant = Completer(whoosh), Completer(memory)
        for words in typed:
            found = ours.completions(words, limit)
            assert found == meant.completions(words, limit)
            assert len(found) <= limit


names = st.text(alphabet="abé -", max_size=8)


@given(st.dictionaries(names, st.integers(1, 9)), st.lists(st.sampled_from(("a", "b", "e", "ab", "ba")), max_size=3))
def test_names_are_found_as_by_looking_at_each(often: dict[str, int], typed: list[str]) -> None:
    fitting = [name for name in often if typed and begins(folded_words(name), typed)]
    ordered = sorted(((name, often[name]) for name in fitting), key=lambda pair: (-pair[1], pair[0]))
    assert Beginnings.of(often).found(typed, 5) == tuple(ordered[:5])
