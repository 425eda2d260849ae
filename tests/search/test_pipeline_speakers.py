"""One speaker under several spellings is one in the index, whatever the order of the files, and as the editor says."""

from pathlib import Path

import pytest
from newsroom import files

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.explanation import explained
from search.identity.decided import decided_in
from search.pipeline import files_in, identified, reindex
from search.query import Query
from search.report import Report

LARGEST = 10_000
HRANYUK = ("a.txt", "The analyst Viktor Hranyuk said that it was late. “It is cold,” Hranyuk added.")
HRANIUK = ("b.txt", "“It was never late,” said the analyst Viktor Hraniuk.")
QUIST = ("c.txt", "Bob Quist said that it was early.")
FILE = '[[speaker]]\nname = "Viktor Hranyuk"\nnot = ["Viktor Hraniuk"]\n'


def indexed(source: Path, engine: MemoryEngine | WhooshEngine) -> Report:
    return reindex(files_in(source), engine, largest=LARGEST, decided=decided_in([source]))


def shown(engine: MemoryEngine | WhooshEngine) -> dict[str, int]:
    return {value.value: value.count for value in engine.search(Query()).facets["speaker"]}


def test_two_spellings_are_one_value_of_the_facet(tmp_path: Path) -> None:
    engine = MemoryEngine()
    indexed(files(tmp_path, HRANYUK, HRANIUK, QUIST), engine)
    assert shown(engine) == {"Viktor Hranyuk": 2, "Bob Quist": 1}


def test_the_articles_own_spelling_stays_among_the_forms(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / ".index")
    indexed(files(tmp_path, HRANYUK, HRANIUK), engine)
    article = engine.article("b")
    assert article
    ((voice,),) = (paragraph.voices for paragraph in article.paragraphs)
    assert voice.name == "Viktor Hranyuk"
    assert "Viktor Hraniuk" in voice.forms


@pytest.mark.parametrize("name", ["Hranyuk", "Hraniuk"])
def test_words_find_a_speaker_by_the_shown_name_and_by_the_articles_own(tmp_path: Path, name: str) -> None:
    engine = WhooshEngine(tmp_path / ".index")
    later = (HRANIUK[0], f"{HRANIUK[1]}\n\nHe said that it was early.")
    indexed(files(tmp_path, HRANYUK, ("again.txt", HRANYUK[1]), later), engine)
    assert engine.search(Query(f"{name} early")).total == 1


@pytest.mark.parametrize("words", ["Hranyuk", "Hraniuk", '"Viktor Hraniuk"'])
def test_words_find_all_that_a_speaker_says_by_any_spelling(tmp_path: Path, words: str) -> None:
    engine = WhooshEngine(tmp_path / ".index")
    indexed(files(tmp_path, HRANYUK, HRANIUK, QUIST), engine)
    assert engine.search(Query(words)).total == 2


def test_a_link_with_the_name_from_before_two_became_one_finds_them_under_the_name_to_show(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / ".index")
    indexed(files(tmp_path, HRANYUK, HRANIUK, QUIST), engine)
    found = engine.search(Query(choices=frozenset({("speaker", "Viktor Hraniuk")})))
    assert (found.total, found.query.values("speaker")) == (2, ("Viktor Hranyuk",))
    assert [value.value for value in found.facets["speaker"] if value.selected] == ["Viktor Hranyuk"]


def test_an_explanation_says_how_the_article_spells_a_speaker(tmp_path: Path) -> None:
    engine = MemoryEngine()
    indexed(files(tmp_path, HRANYUK, HRANIUK), engine)
    assert "spelled Viktor Hraniuk here" in explained(engine.articles["b"])


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    source = files(tmp_path, HRANYUK, HRANIUK, QUIST)
    one, other = MemoryEngine(), MemoryEngine()
    reindex(files_in(source), one, largest=LARGEST)
    reindex(tuple(reversed(files_in(source))), other, largest=LARGEST)
    assert one.articles == other.articles


def test_what_the_editor_parts_stays_two_through_every_reindex_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    source = files(tmp_path, HRANYUK, HRANIUK, ("speakers.toml", FILE))
    for _ in range(2):
        engine = WhooshEngine(tmp_path / ".index")
        indexed(source, engine)
        assert shown(engine) == {"Viktor Hranyuk": 1, "Viktor Hraniuk": 1}
    assert (source / "speakers.toml").read_text(encoding="utf-8") == FILE


def test_the_editors_file_is_no_article_and_is_not_passed_over_aloud(tmp_path: Path) -> None:
    report = indexed(files(tmp_path, HRANYUK, ("speakers.toml", FILE), ("more/speakers.toml", "")), MemoryEngine())
    assert [str(tmp_path / "more/speakers.toml") in sentence for sentence in report.passed_over] == [True]


def test_an_entry_that_no_article_needs_is_noted(tmp_path: Path) -> None:
    entry = '[[speaker]]\nname = "Ann Soreby"\nalso = ["A. Soreby"]\n'
    (note,) = indexed(files(tmp_path, QUIST, ("speakers.toml", entry)), MemoryEngine()).noted
    assert (
        note
        == f"{tmp_path / 'speakers.toml'}: nobody is called Ann Soreby or A. Soreby (any more); mend it or take it out"
    )


def test_without_an_index_the_speakers_are_known_as_a_reindex_would(tmp_path: Path) -> None:
    source = files(tmp_path, HRANYUK, HRANIUK, ("d.txt", ""))
    known, report = identified(files_in(source), LARGEST)
    assert list(known.merged) == ["Viktor Hranyuk"]
    assert len(report.failed) == 1


def test_a_build_that_fails_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    engine = WhooshEngine(tmp_path / "index")
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "foreign.txt").write_text("Somebody’s own", encoding="utf-8")
    with pytest.raises(Exception, match="did not make"):
        indexed(files(tmp_path / "source", HRANYUK), engine)
    assert list((tmp_path / "temporary").iterdir()) == []
